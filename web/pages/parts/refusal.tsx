import { Alert } from '@mantine/core';
import { Problem } from '../api/problem.ts';
import { useMessages } from '../language.tsx';

/** Why what was asked for was not done, in the server's words. */
export function Refusal({ error }: { error: Error | null }) {
  const { problems } = useMessages();
  if (!error) return null;
  const known = error instanceof Problem ? error : null;
  return (
    <Alert color="red" variant="light" title={known ? known.message : problems.away} role="alert">
      {known
        ? [known.detail, ...known.errors.map(({ message }) => message)].filter(Boolean).join(' ')
        : problems.awayHint}
    </Alert>
  );
}
