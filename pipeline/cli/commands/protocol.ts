import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { collectProtocol, TooManyFindings } from '../../protocol/protocol.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { flagFilterOf } from '../paging.ts';
import { everybody, openSession, withStore } from '../session.ts';

const protocol: CommandBody = async (messages, [file = ''], options) => {
  const session = openSession(messages, options);
  const kind = extname(file).toLowerCase();
  if (kind !== '.xlsx' && kind !== '.docx') throw new UsageError(messages.protocol.kinds);
  const filter = flagFilterOf(options);
  const collected = await withStore(session, (home) => collectProtocol(home, everybody, filter, new Date())).catch(
    (error) => {
      throw error instanceof TooManyFindings ? new UsageError(messages.protocol.tooMany(error.found)) : error;
    },
  );
  const write =
    kind === '.xlsx'
      ? (await import('../../protocol/sheet.ts')).protocolSheet
      : (await import('../../protocol/paper.ts')).protocolPaper;
  await writeFile(file, await write(collected, messages, session.settings.lang));
  const { counts, byState, findings } = collected;
  if (session.json) session.printJson({ written: file, findings: findings.length, counts, byState });
  else session.print(messages.protocol.written(file, findings.length));
  return undefined;
};

export default protocol;
