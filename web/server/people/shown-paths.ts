import { basename } from 'node:path';
import { innerPath, splitInnerPath } from '../../../pipeline/archive/inner-path.ts';
import { outcomes } from '../../../pipeline/outcomes.ts';
import type { LedgerEntry } from '../../../schemas/ledger.ts';
import type { ReportHead } from '../../../schemas/search.ts';
import type { Asker, Store } from '../../../search/port.ts';

/**
 * A file by its name; in an archive by its place there. In which folder of this machine it lies tells of the machine and
 * of its accounts, so only administrators see it.
 */
export function shownPath({ seesFolders }: Asker, path: string): string {
  if (seesFolders) return path;
  const inner = splitInnerPath(path);
  return inner ? innerPath(basename(inner.archive), inner.entry) : basename(path);
}

export function shownEntry(asker: Asker, entry: LedgerEntry): LedgerEntry {
  if (asker.seesFolders) return entry;
  const { path, duplicateOf, reason, detail } = entry;
  return {
    ...entry,
    // What the system said of its own files when one could not be written.
    detail: reason === 'not-written' ? outcomes[reason].vi : detail,
    path: shownPath(asker, path),
    duplicateOf: duplicateOf === null ? null : shownPath(asker, duplicateOf),
  };
}

/** The store, whose answers name files as the asker may see them. */
export function withShownPaths(store: Store): Store {
  const { comparisons } = store;
  const shownHead = <H extends Pick<ReportHead, 'path'>>(asker: Asker, head: H): H =>
    asker.seesFolders ? head : { ...head, path: shownPath(asker, head.path) };
  const shownIn = <T extends { report: ReportHead }>(asker: Asker, record: T): T =>
    asker.seesFolders ? record : { ...record, report: shownHead(asker, record.report) };
  return {
    ...store,
    async report(asker, id) {
      const found = await store.report(asker, id);
      if (!found) return null;
      const extraction = { ...found.extraction, source: shownPath(asker, found.extraction.source) };
      const paths = [...new Set(found.paths.map((path) => shownPath(asker, path)))];
      return { ...shownHead(asker, found), paths, extraction };
    },
    async reports(asker, page) {
      const { total, reports } = await store.reports(asker, page);
      return { total, reports: reports.map((head) => shownHead(asker, head)) };
    },
    async search(asker, query, page) {
      const found = await store.search(asker, query, page);
      return { ...found, hits: found.hits.map((hit) => shownIn(asker, hit)) };
    },
    async list(asker, kind, filter, page) {
      const { total, records } = await store.list(asker, kind, filter, page);
      return { total, records: records.map((record) => shownIn(asker, record)) };
    },
    async mentions(asker, directives, page) {
      const found = await store.mentions(asker, directives, page);
      return { ...found, mentions: found.mentions.map((mention) => shownIn(asker, mention)) };
    },
    comparisons: {
      ...comparisons,
      async flags(asker, filter, page) {
        const { total, records } = await comparisons.flags(asker, filter, page);
        const shown = records.map((flag) => ({ ...flag, reports: flag.reports.map((head) => shownHead(asker, head)) }));
        return { total, records: shown };
      },
    },
  };
}
