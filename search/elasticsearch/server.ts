import { setTimeout as pause } from 'node:timers/promises';
import { Client, type estypes } from '@elastic/elasticsearch';
import { ServerError } from '../server-error.ts';
import { gathered } from './gathered.ts';
import type { IndexName } from './mappings.ts';
import { addressOf, isBusy, serverProblem } from './problems.ts';

const CONNECTION_RETRIES = 2;
const TIMEOUT_MS = 60_000;
/** 100 ms, then twice as long each time: six seconds in all. */
const BUSY_RETRIES = 6;
const GET_TOGETHER = 1_000;
export const busyPause = (attempt: number): Promise<void> => pause(100 * 2 ** attempt);

/** A document as it is now, with what is needed to replace only this state of it. */
export interface Stored<T> {
  source: T;
  at: { if_seq_no: number; if_primary_term: number };
}

type Docs = estypes.MgetOperation[];

/** The connection: every question goes through `ask`, so every trouble has a name. */
export class Server {
  readonly address: string;
  readonly onBusy: (count: number) => void;
  readonly #client: Client;
  readonly #prefix: string;
  /** Indices written by this connection since it last refreshed them. */
  readonly #unseen = new Set<IndexName>();

  constructor(url: string, prefix: string, onBusy: (count: number) => void = () => {}) {
    this.address = addressOf(url);
    this.onBusy = onBusy;
    this.#prefix = prefix;
    try {
      this.#client = new Client({ node: url, maxRetries: CONNECTION_RETRIES, requestTimeout: TIMEOUT_MS });
    } catch (error) {
      throw new ServerError('elasticsearch', 'away', url.replace(/\/\/[^@/]*@/, '//***@'), error);
    }
  }

  alias(index: IndexName): string {
    return `${this.#prefix}-${index}`;
  }

  /** Asks again while the server is busy. */
  async ask<T>(question: (client: Client) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await question(this.#client);
      } catch (error) {
        if (!isBusy(error) || attempt >= BUSY_RETRIES) throw serverProblem(error, this.address);
        this.onBusy(1);
        await busyPause(attempt);
      }
    }
  }

  /**
   * Documents by id, as they are this moment, refreshed or not; null for each that is not there. All that a connection
   * asks for at the same moment is asked in one request.
   */
  async get<T>(documents: { index: IndexName; id: string; fields?: string[] }[]): Promise<(Stored<T> | null)[]> {
    if (documents.length === 0) return [];
    const docs = documents.map(({ index, id, fields }) => ({
      _index: this.alias(index),
      _id: id,
      ...(fields && { _source: fields }),
    }));
    const found = (await this.#find(docs)) as estypes.MgetResponseItem<T>[];
    return found.map((doc) => {
      if ('error' in doc) throw new Error(`${doc._index}/${doc._id}: ${JSON.stringify(doc.error)}`);
      if (!doc.found || doc._source === undefined) return null;
      return { source: doc._source, at: { if_seq_no: doc._seq_no!, if_primary_term: doc._primary_term! } };
    });
  }

  readonly #find = gathered(async (many: readonly Docs[]): Promise<estypes.MgetResponseItem[][]> => {
    const each = new Map(many.flat().map((doc) => [JSON.stringify(doc), doc]));
    const found = new Map<string, estypes.MgetResponseItem>();
    const names = [...each.keys()];
    for (let at = 0; at < names.length; at += GET_TOGETHER) {
      const few = names.slice(at, at + GET_TOGETHER);
      const answers = await this.#answered(few.map((name) => each.get(name)!));
      for (const [i, answer] of answers.entries()) found.set(few[i]!, answer);
    }
    return many.map((docs) => docs.map((doc) => found.get(JSON.stringify(doc))!));
  });

  /** Asks again while the place of an index is not there yet: it was made, or its server started, this very moment. */
  async #answered(docs: Docs): Promise<estypes.MgetResponseItem[]> {
    for (let attempt = 0; ; attempt++) {
      const { docs: found } = await this.ask((client) => client.mget({ docs }));
      if (!found.some((doc) => 'error' in doc && JSON.stringify(doc.error).includes('no_shard_available')))
        return found;
      if (attempt >= BUSY_RETRIES) throw new ServerError('elasticsearch', 'away', this.address);
      await busyPause(attempt);
    }
  }

  /** Takes out the state seen before; false if it has changed meanwhile. */
  async take(index: IndexName, id: string, before: Stored<unknown>): Promise<boolean> {
    this.#unseen.add(index);
    const done = await this.ask((client) =>
      client.delete({ index: this.alias(index), id, ...before.at }, { ignore: [404, 409], meta: true }),
    );
    return done.statusCode !== 409;
  }

  wrote(index: IndexName): void {
    this.#unseen.add(index);
  }

  /** Makes all that was written to these indices visible to searches. */
  async refresh(indices: readonly IndexName[]): Promise<void> {
    for (const index of indices) this.#unseen.delete(index);
    await this.ask((client) => client.indices.refresh({ index: indices.map((index) => this.alias(index)) }));
  }

  /** What this connection wrote it also finds, and everybody else. */
  async see(...indices: IndexName[]): Promise<void> {
    const unseen = indices.filter((index) => this.#unseen.has(index));
    if (unseen.length > 0) await this.refresh(unseen);
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}
