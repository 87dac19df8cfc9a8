import type { Messages } from './messages/vi.ts';
import type { CommonOptions } from './session.ts';

/** What every file in `commands/` exports as its default. */
export type CommandBody = (
  messages: Messages,
  args: string[],
  options: CommonOptions & Record<string, string | boolean | undefined>,
) => Promise<number | undefined>;
