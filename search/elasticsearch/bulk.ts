import { ServerError } from '../server-error.ts';
import type { IndexName } from './mappings.ts';
import { isBlocked, isRebuilt } from './problems.ts';
import { busyPause, type Server, type Stored } from './server.ts';

const BATCH_CHARACTERS = 4_000_000;
const BATCH_DOCUMENTS = 5_000;
const ATTEMPTS = 7;

/** One document to write, or to take out (null); with `before`, only in place of that state (null: of none). */
export interface Operation {
  index: IndexName;
  id: string;
  document: object | null;
  before?: Stored<unknown> | null;
}

/**
 * Writes many documents and looks at the answer for each: what the server was too busy for is sent again, anything else
 * is an error. Returns those that had changed meanwhile.
 */
export async function bulk(server: Server, operations: readonly Operation[]): Promise<Operation[]> {
  const conflicts: Operation[] = [];
  for (const batch of batchesOf(operations)) conflicts.push(...(await writeBatch(server, batch)));
  return conflicts;
}

interface Line {
  operation: Operation;
  /** As sent: a document is turned into text once, however often it is sent. What is taken out has none. */
  text: string | null;
}

async function writeBatch(server: Server, batch: Line[]): Promise<Operation[]> {
  const conflicts: Operation[] = [];
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt >= ATTEMPTS) throw new ServerError('elasticsearch', 'full', server.address);
    if (attempt > 0) await busyPause(attempt);
    for (const { operation } of left) server.wrote(operation.index);
    const operations = left.flatMap(({ operation, text }) =>
      text === null ? [actionOf(server, operation)] : [actionOf(server, operation), text],
    );
    const { items } = await server.ask((client) => client.bulk({ operations, require_alias: true }));
    const busy: Line[] = [];
    items.forEach((item, i) => {
      const line = left[i]!;
      const { status = 500, error } = item.index ?? item.create ?? item.delete ?? {};
      const told = JSON.stringify(error ?? '');
      if (status === 409) conflicts.push(line.operation);
      else if (isRebuilt(told)) throw new ServerError('elasticsearch', 'rebuilding', server.address);
      else if (isBlocked(told)) throw new ServerError('elasticsearch', 'full', server.address);
      else if (status === 429 || status === 503) busy.push(line);
      else if (status >= 300 && !(item.delete && status === 404))
        throw new Error(`${server.alias(line.operation.index)}/${line.operation.id}: ${told}`);
    });
    if (busy.length > 0) server.onBusy(busy.length);
    left = busy;
  }
  return conflicts;
}

function actionOf(server: Server, { index, id, document, before }: Operation): object {
  const target = { _index: server.alias(index), _id: id };
  if (document === null) return { delete: { ...target, ...before?.at } };
  if (before === undefined) return { index: target };
  return before === null ? { create: target } : { index: { ...target, ...before.at } };
}

function* batchesOf(operations: readonly Operation[]): Generator<Line[]> {
  let batch: Line[] = [];
  let characters = 0;
  for (const operation of operations) {
    const text = operation.document === null ? null : JSON.stringify(operation.document);
    const length = text?.length ?? 0;
    if (batch.length > 0 && (characters + length > BATCH_CHARACTERS || batch.length >= BATCH_DOCUMENTS)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push({ operation, text });
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
