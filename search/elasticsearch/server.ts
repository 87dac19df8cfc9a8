import { setTimeout as pause } from 'node:timers/promises';
import { Client, type estypes } from '@elastic/elasticsearch';
import { ServerError } from '../server-error.ts';
import type { IndexName } from './mappings.ts';
import { addressOf, isBusy, serverProblem } from './problems.ts';

const CONNECTION_RETRIES = 2;
const TIMEOUT_MS = 60_000;
/** 100 ms, then twice as long each time: six seconds in all. */
const BUSY_RETRIES = 6;
export const busyPause = (attempt: number): Promise<void> => pause(100 * 2 ** attempt);

/** A document as it is now, with what is needed to replace only this state of it. */
export interface Stored<T> {
  source: T;
  at: { if_seq_no: number; if_primary_term: number };
}

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

  /** Documents by id, as they are this moment, refreshed or not; null for each that is not there. */
  async get<T>(documents: { index: IndexName; id: string; fields?: string[] }[]): Promise<(Stored<T> | null)[]> {
    if (documents.length === 0) return [];
    const docs = documents.map(({ index, id, fields }) => ({
      _index: this.alias(index),
      _id: id,
      ...(fields && { _source: fields }),
    }));
    const found = await this.#answered<T>(docs);
    return found.map((doc) => {
      if ('error' in doc) throw new Error(`${doc._index}/${doc._id}: ${JSON.stringify(doc.error)}`);
      if (!doc.found || doc._source === undefined) return null;
      return { source: doc._source, at: { if_seq_no: doc._seq_no!, if_primary_term: doc._primary_term! } };
    });
  }

  /** Asks again while the place of an index is not there yet: it was made, or its server started, this very moment. */
  async #answered<T>(docs: estypes.MgetOperation[]): Promise<estypes.MgetResponseItem<T>[]> {
    for (let attempt = 0; ; attempt++) {
      const { docs: found } = await this.ask((client) => client.mget<T>({ docs }));
      if (!found.some((doc) => 'error' in doc && JSON.stringify(doc.error).includes('no_shard_available')))
        return found;
      if (attempt >= BUSY_RETRIES) throw new ServerError('elasticsearch', 'away', this.address);
      await busyPause(attempt);
    }
  }

  /**
   * Puts a document in place of the state seen before (null: of none); null if it has changed meanwhile. What is there
   * then may be this very document: the answer was lost and the client asked again.
   */
  async replace<T extends object>(
    index: IndexName,
    id: string,
    document: T,
    before: Stored<unknown> | null,
  ): Promise<Stored<T> | null> {
    this.#unseen.add(index);
    // without its alias the index would be made anew, with whatever mapping fits
    const only = { require_alias: true, ...(before ? before.at : { op_type: 'create' as const }) };
    const { statusCode, body } = await this.ask((client) =>
      client.index({ index: this.alias(index), id, document, ...only }, { ignore: [409], meta: true }),
    );
    if (statusCode === 409) {
      const [present] = await this.get<T>([{ index, id }]);
      return present && JSON.stringify(present.source) === JSON.stringify(document) ? present : null;
    }
    return { source: document, at: { if_seq_no: body._seq_no!, if_primary_term: body._primary_term! } };
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
