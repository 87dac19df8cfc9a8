import { ServerError } from '../server-error.ts';
import { gathered } from './gathered.ts';
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
  const states = await write(server, operations);
  return operations.filter((_, i) => states[i] === null);
}

/**
 * Puts a document in place of the state seen before (null: of none); null if it has changed meanwhile. What is there
 * then may be this very document: the answer was lost and the client asked again.
 */
export async function replace<T extends object>(
  server: Server,
  index: IndexName,
  id: string,
  document: T,
  before: Stored<unknown> | null,
): Promise<Stored<T> | null> {
  const [at] = await write(server, [{ index, id, document, before }]);
  if (at) return { source: document, at };
  const [present] = await server.get<T>([{ index, id }]);
  return present && JSON.stringify(present.source) === JSON.stringify(document) ? present : null;
}

type State = Stored<unknown>['at'];

interface Line {
  operation: Operation;
  /** As sent: a document is turned into text once, however often it is sent. What is taken out has none. */
  text: string | null;
}

/** The state of each document now; null where another one stood there than `before`. */
async function write(server: Server, operations: readonly Operation[]): Promise<(State | null)[]> {
  const states = new Map<Line, State | null>();
  const lines = operations.map(
    (operation): Line => ({ operation, text: operation.document && JSON.stringify(operation.document) }),
  );
  let left = lines;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt >= ATTEMPTS) throw new ServerError('elasticsearch', 'full', server.address);
    if (attempt > 0) await busyPause(attempt);
    const answers = await writerOf(server)(left);
    const failed = answers.find((answer) => answer instanceof Error);
    if (failed) throw failed;
    const busy: Line[] = [];
    for (const [i, line] of left.entries()) {
      const answer = answers[i] as Exclude<Answer, Error>;
      if (answer === 'busy') busy.push(line);
      else states.set(line, answer);
    }
    if (busy.length > 0) server.onBusy(busy.length);
    left = busy;
  }
  return lines.map((line) => states.get(line)!);
}

type Answer = State | null | 'busy' | Error;
type Writer = (lines: readonly Line[]) => Promise<Answer[]>;

const writers = new WeakMap<Server, Writer>();

/** All that a connection writes at the same moment goes in one request, whoever writes it. */
function writerOf(server: Server): Writer {
  const known = writers.get(server);
  if (known) return known;
  const writer = gathered(async (many: readonly (readonly Line[])[]): Promise<Answer[][]> => {
    const answers = new Map<Line, Answer>();
    for (const batch of batchesOf(many.flat())) {
      // Nobody is told before his last document is done: a document that is late would outlive its report.
      const told = await send(server, batch).catch((error: Error) => batch.map(() => error));
      for (const [i, line] of batch.entries()) answers.set(line, told[i]!);
    }
    return many.map((lines) => lines.map((line) => answers.get(line)!));
  });
  writers.set(server, writer);
  return writer;
}

async function send(server: Server, lines: readonly Line[]): Promise<Answer[]> {
  for (const { operation } of lines) server.wrote(operation.index);
  const operations = lines.flatMap(({ operation, text }) =>
    text === null ? [actionOf(server, operation)] : [actionOf(server, operation), text],
  );
  const { items } = await server.ask((client) => client.bulk({ operations, require_alias: true }));
  return items.map((item, i): Answer => {
    const { index, id } = lines[i]!.operation;
    const { status = 500, error, _seq_no, _primary_term } = item.index ?? item.create ?? item.delete ?? {};
    if (status < 300 || (item.delete && status === 404))
      return { if_seq_no: _seq_no!, if_primary_term: _primary_term! };
    if (status === 409) return null;
    const told = JSON.stringify(error ?? '');
    if (isRebuilt(told)) return new ServerError('elasticsearch', 'rebuilding', server.address);
    if (isBlocked(told)) return new ServerError('elasticsearch', 'full', server.address);
    return status === 429 || status === 503 ? 'busy' : new Error(`${server.alias(index)}/${id}: ${told}`);
  });
}

function actionOf(server: Server, { index, id, document, before }: Operation): object {
  const target = { _index: server.alias(index), _id: id };
  if (document === null) return { delete: { ...target, ...before?.at } };
  if (before === undefined) return { index: target };
  return before === null ? { create: target } : { index: { ...target, ...before.at } };
}

function* batchesOf(lines: readonly Line[]): Generator<Line[]> {
  let batch: Line[] = [];
  let characters = 0;
  for (const line of lines) {
    const length = line.text?.length ?? 0;
    if (batch.length > 0 && (characters + length > BATCH_CHARACTERS || batch.length >= BATCH_DOCUMENTS)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(line);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}
