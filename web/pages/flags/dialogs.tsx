import { Button, Chip, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useMessages } from '../language.tsx';

export type Dialog = 'dismiss' | 'assign' | 'comment';

interface DialogProps {
  dialog: Dialog | null;
  close: () => void;
  /** Whoever the flag is given to now. */
  assignee: string | null;
  give: (dialog: Dialog, text: string) => void;
}

/** Asks for the words that a decision needs. */
export function Dialogs({ dialog, close, assignee, give }: DialogProps) {
  const { flags, common } = useMessages();
  const [text, setText] = useState('');
  useEffect(() => setText(dialog === 'assign' ? (assignee ?? '') : ''), [dialog, assignee]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (dialog === null || (dialog !== 'assign' && text.trim() === '')) return;
    give(dialog, text.trim());
    close();
  };
  const titles = { dismiss: flags.actions.dismiss, assign: flags.actions.assign, comment: flags.actions.comment };
  return (
    <Modal
      opened={dialog !== null}
      onClose={close}
      title={dialog ? titles[dialog].replace('…', '') : ''}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          {dialog === 'dismiss' && (
            <Group gap="xs">
              {Object.values(flags.reasons).map((reason) => (
                <Chip key={reason} size="xs" checked={text === reason} onChange={() => setText(reason)}>
                  {reason}
                </Chip>
              ))}
            </Group>
          )}
          {dialog === 'assign' ? (
            <TextInput
              label={flags.assignee}
              data-autofocus
              value={text}
              maxLength={200}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <Textarea
              label={dialog === 'dismiss' ? flags.reason : flags.comment}
              {...(dialog === 'dismiss' ? { description: flags.reasonNeeded } : {})}
              required
              data-autofocus
              autosize
              minRows={2}
              maxLength={4000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
              }}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={dialog !== 'assign' && text.trim() === ''}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
