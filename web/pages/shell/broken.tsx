import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { Empty } from '../parts/states.tsx';

function Broken({ error }: { error: Error }) {
  const { problems } = useMessages();
  return (
    <Empty title={problems.broken} hint={problems.brokenHint}>
      <code>{error.message}</code>
      <Button variant="default" onClick={() => location.reload()}>
        {problems.reload}
      </Button>
    </Empty>
  );
}

/** One broken page leaves the frame standing; another address starts anew. */
export class BrokenPage extends Component<{ at: string; children: ReactNode }, { error: Error | null; at: string }> {
  override state: { error: Error | null; at: string } = { error: null, at: this.props.at };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  static getDerivedStateFromProps(props: { at: string }, state: { at: string }) {
    return props.at === state.at ? null : { at: props.at, error: null };
  }
  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}
