import { once } from 'node:events';
import type { CommandBody } from '../command-body.ts';
import { openSession, withStore } from '../session.ts';

const dump: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  await withStore(session, async ({ store }) => {
    for await (const line of store.dump()) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    }
  });
  return undefined;
};
export default dump;
