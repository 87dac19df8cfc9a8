import type { Correction, CorrectionRequest, RejectedKind } from '../../../schemas/correction.ts';
import type { Extraction } from '../../../schemas/extraction.ts';
import type { Home } from '../../compose.ts';
import { type Corrected, correctReport } from '../../corrections/correct.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT, UsageError } from '../failure.ts';
import { isoDate } from '../paging.ts';
import { showTime } from '../print-standing.ts';
import { everybody, openSession, type Session, withStore } from '../session.ts';

type Change = CorrectionRequest['change'];
type Header = Extract<Change, { what: 'header' }>['set'];

const FIELDS = ['number', 'type', 'title', 'issuer', 'signer', 'date', 'period', 'place'] as const;
const KINDS = ['citations', 'relations', 'indicators', 'issues'] as const satisfies readonly RejectedKind[];

const correct: CommandBody = async (messages, [id = '', ...words], options) => {
  const session = openSession(messages, options);
  const { json, print, printJson } = session;
  if (words.length === 0) {
    const history = await withStore(session, async (home) =>
      home.desk.corrections.of((await reportOf(session, home, id)).id),
    );
    if (json) printJson({ report: id, history });
    else if (history.length === 0) print(messages.correct.none);
    else for (const entry of history) print(`${entry.version}. ${correctionText(session, entry)}`);
    return undefined;
  }
  const by = typeof options.by === 'string' ? options.by.trim() : '';
  if (by === '') throw new UsageError(messages.desk.needsBy);
  const outcome = await withStore(session, async (home) => {
    const report = await reportOf(session, home, id);
    const change = changeOf(session, words, report.extraction);
    const version = (await home.desk.corrections.of(report.id)).length;
    const comment = typeof options.comment === 'string' ? { comment: options.comment } : {};
    return correctReport(home, everybody, { report: report.id, change, version, ...comment }, by, new Date());
  });
  if (json) printJson(outcome);
  else print(outcomeText(session, outcome));
  if (outcome.outcome === 'kept') return EXIT.fine;
  return outcome.outcome === 'conflict' ? EXIT.fileFailed : EXIT.usage;
};

async function reportOf({ messages }: Session, { store }: Home, id: string) {
  const found = await store.report(everybody, id);
  if (!found) throw new UsageError(messages.show.missing(id));
  return found;
}

/** `number=…`, `date=…` and the like, any of them together; or `reject=RECORD`, or `undo=VERSION`, alone. */
function changeOf({ messages: { correct: words } }: Session, given: readonly string[], extraction: Extraction): Change {
  const pairs = given.map((word): [string, string] => {
    const at = word.indexOf('=');
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1).trim()];
  });
  const [[first, value] = ['', '']] = pairs;
  if (pairs.length === 1 && first === 'undo' && /^[1-9]\d*$/.test(value))
    return { what: 'undo', version: Number(value) };
  if (pairs.length === 1 && first === 'reject') {
    const kind = KINDS.find((one) => extraction[one].some((record) => record.id === value));
    if (!kind) throw new UsageError(words.unknown.record);
    return { what: 'reject', kind, record: value };
  }
  const set: Header = {};
  for (const [name, text] of pairs) {
    const field = FIELDS.find((one) => one === name);
    if (!field) throw new UsageError(words.fields(FIELDS.join(', ')));
    set[field] = text === '' ? null : field === 'date' ? isoDate(text, 'date') : text;
  }
  return { what: 'header', set };
}

function outcomeText(session: Session, outcome: Corrected): string {
  const words = session.messages.correct;
  switch (outcome.outcome) {
    case 'kept':
      return outcome.applied ? words.applied : words.waiting;
    case 'conflict':
      return words.conflict(outcome.latest ? correctionText(session, outcome.latest) : '');
    case 'unknown':
      return words.unknown[outcome.what];
  }
}

function correctionText(
  { messages: { correct: words, desk } }: Session,
  { change, by, at, undoes, comment }: Correction,
): string {
  const what =
    change === null
      ? desk.undoes(undoes ?? 0)
      : change.what === 'header'
        ? Object.entries(change.set)
            .map(([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
            .join(', ')
        : `${change.what}=${'record' in change ? change.record : 'citation' in change ? change.citation : change.indicator}`;
  return `${words.said(what, by, showTime(at))}${comment === null ? '' : ` · ${desk.comment}: ${comment}`}`;
}

export default correct;
