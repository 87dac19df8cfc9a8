import { setImmediate as breathe } from 'node:timers/promises';
import { headLine } from '../../../pipeline/cli/format.ts';
import { en } from '../../../pipeline/cli/messages/en.ts';
import { vi } from '../../../pipeline/cli/messages/vi.ts';
import type { ReportHead } from '../../../schemas/search.ts';
import type { Page } from '../../../search/port.ts';
import type { Language } from '../language.ts';

export type Cell = string | number | null | { text: string; link: string };

/** A table that is written while it is read: nothing of it is held. */
export interface Sheet {
  name: string;
  columns: string[];
  rows: AsyncIterable<Cell[]>;
}

/** Records asked for at once. */
const TOGETHER = 200;

/** Every record of a list, part by part; between parts the server answers others. */
export async function* everyRecord<T>(
  ask: (page: Page) => Promise<{ total: number; records: readonly T[] }>,
): AsyncGenerator<T> {
  for (let offset = 0; ; offset += TOGETHER) {
    const { total, records } = await ask({ offset, limit: TOGETHER });
    yield* records;
    if (records.length === 0 || offset + TOGETHER >= total) return;
    await breathe();
  }
}

type Placed = { report: ReportHead; block: string; page: number | null; section: string | null };

/** The columns that say where something stands, with a link to the place on the pages of this server. */
export function placeCells(site: string, language: Language): (record: Placed) => Cell[] {
  const messages = { vi, en }[language];
  return ({ report, block, page, section }) => [
    headLine(report, messages),
    report.date,
    report.units.map(({ name }) => name).join(', '),
    page,
    section,
    report.path,
    {
      text: `${report.number ?? report.id.slice(0, 8)} · ${block}`,
      link: `${site}/bao-cao/${report.id}?block=${block}`,
    },
  ];
}

/** The address under which the asker sees this server. */
export function siteOf({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol}://${host}`;
}
