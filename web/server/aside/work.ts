import { en } from '../../../pipeline/cli/messages/en.ts';
import { vi } from '../../../pipeline/cli/messages/vi.ts';
import type { Home } from '../../../pipeline/compose.ts';
import type { FlagFilter } from '../../../pipeline/desk/flags.ts';
import { protocolPaper } from '../../../pipeline/protocol/paper.ts';
import { collectProtocol } from '../../../pipeline/protocol/protocol.ts';
import { protocolSheet } from '../../../pipeline/protocol/sheet.ts';
import { collectSeries } from '../../../pipeline/series/collect.ts';
import { csvOf } from '../../../pipeline/series/csv.ts';
import { workbookOf } from '../../../pipeline/series/workbook.ts';
import { tracePaper } from '../../../pipeline/trace-export/paper.ts';
import { traceSheet } from '../../../pipeline/trace-export/sheet.ts';
import type { Trace } from '../../../schemas/search.ts';
import type { Series } from '../../../schemas/series.ts';
import type { Asker, RecordFilter } from '../../../search/port.ts';
import { trace } from '../../../search/trace.ts';
import type { Language } from '../language.ts';
import { type Topic, topicsOf } from './topics.ts';

const words = { vi, en };

interface Asked {
  asker: Asker;
  language: Language;
}

/** What opens many reports, or lays out a document: it would keep the server from answering others meanwhile. */
export const works = {
  async series(home: Home, { asker, asked }: Asked & { asked: Series['asked'] }): Promise<Series> {
    return collectSeries(home.store, asker, asked);
  },
  async seriesCsv(home: Home, { asker, language, asked }: Asked & { asked: Series['asked'] }): Promise<string> {
    return csvOf(await collectSeries(home.store, asker, asked), words[language].series);
  },
  async seriesSheet(home: Home, { asker, language, asked }: Asked & { asked: Series['asked'] }): Promise<Uint8Array> {
    return workbookOf(await collectSeries(home.store, asker, asked), words[language].series);
  },
  async protocolSheet(home: Home, { asker, language, filter, made }: Asked & Protocolled): Promise<Uint8Array> {
    return protocolSheet(await collectProtocol(home, asker, filter, made), words[language], language);
  },
  async protocolPaper(home: Home, { asker, language, filter, made }: Asked & Protocolled): Promise<Uint8Array> {
    return protocolPaper(await collectProtocol(home, asker, filter, made), words[language], language);
  },
  async trace(home: Home, { asker, number, place }: Asked & Traced): Promise<Trace> {
    return trace(home.store, asker, number, place);
  },
  async traceSheet(home: Home, { asker, language, number, place }: Asked & Traced): Promise<Uint8Array | null> {
    const found = await trace(home.store, asker, number, place);
    return found.directive && traceSheet(found, found.directive, words[language]);
  },
  async tracePaper(home: Home, { asker, language, number, place }: Asked & Traced): Promise<Uint8Array | null> {
    const found = await trace(home.store, asker, number, place);
    return found.directive && tracePaper(found, found.directive, words[language]);
  },
  async topics(home: Home, { asker, filter }: Asked & { filter: RecordFilter }): Promise<Topic[]> {
    return topicsOf(home.store, asker, filter);
  },
};

interface Protocolled {
  filter: FlagFilter;
  made: Date;
}
interface Traced {
  number: string;
  place?: string | undefined;
}

export type Works = typeof works;
export type Work = keyof Works;
export type Given<W extends Work> = Parameters<Works[W]>[1];
export type Result<W extends Work> = Awaited<ReturnType<Works[W]>>;
