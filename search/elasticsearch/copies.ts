import type { Judge } from '../port.ts';
import { compareText } from '../query/rank.ts';
import { bulk, type Operation } from './bulk.ts';
import type { ReportDocument } from './documents.ts';
import { type Condition, findAll, scan } from './find.ts';
import { type Held, LeaseLost } from './lease.ts';
import type { DocumentOf } from './mappings.ts';
import type { Server, Stored } from './server.ts';
import { waitingOperation } from './waiting.ts';
import { whole } from './writing.ts';

/** A pair stands with one of its two reports or with both. */
interface Copies extends DocumentOf<'copies'> {
  report: string;
  others: string[];
  superseded: boolean;
}

const met = ['bandIssuer', 'bandPeriod'] as const;
type Sketched = Pick<ReportDocument, 'report' | 'sketch' | 'bands' | (typeof met)[number]>;
type Aged = Pick<ReportDocument, 'report' | 'age'>;
type Known = ReadonlyMap<string, Stored<Copies>>;

/**
 * Finds the copies and versions of reports that came, changed or went, and of those that had one in them. Where another
 * member of a group counts from now on, the keys of both wait. Begun anew at any point, it comes to the same.
 */
export async function regroup(server: Server, judge: Judge, held: Held, reports: readonly string[]): Promise<void> {
  const paired = await pairsWith(server, reports);
  const touched = [...new Set([...reports, ...paired.flatMap(membersOf)])];
  const [pairs, known] = await Promise.all([pairsNow(server, judge, touched), readCopies(server, touched)]);
  held.check();
  const operations = touched.flatMap((sha) => pairOperation(sha, pairs.get(sha) ?? null, known.get(sha) ?? null));
  if ((await bulk(server, operations)).length > 0) throw new LeaseLost();
  await supersede(server, held, await groupsAround(server, touched));
}

/** The reports that are copies or versions of this one, itself among them, the one that counts last. */
export async function copiesOf(server: Server, report: string): Promise<string[]> {
  return (await groupsAround(server, [report])).flat();
}

const membersOf = ({ report, others }: Copies): string[] => [report, ...others];

async function pairsWith(server: Server, shas: readonly string[]): Promise<Copies[]> {
  const should = [{ terms: { report: [...shas] } }, { terms: { others: [...shas] } }];
  const query = { bool: { should, minimum_should_match: 1 } };
  const found = await findAll<Copies>(server, 'copies', { query, sort: ['report'], fields: ['report', 'others'] });
  return found.map(({ source }) => source);
}

async function readCopies(server: Server, shas: readonly string[]): Promise<Known> {
  const stored = await server.get<Copies>(shas.map((id) => ({ index: 'copies', id })));
  return new Map(stored.flatMap((one, i) => (one ? [[shas[i]!, one]] : [])));
}

/** Which of these reports count no longer, because another one of their group does. */
export async function supersededAmong(server: Server, shas: readonly string[]): Promise<Set<string>> {
  const stored = await server.get<Copies>(shas.map((id) => ({ index: 'copies', id, fields: ['superseded'] })));
  return new Set(shas.filter((_, i) => stored[i]?.source.superseded));
}

/** With which reports each that is there makes a pair; only those that meet in a band are compared. */
async function pairsNow(server: Server, judge: Judge, shas: readonly string[]): Promise<Map<string, string[]>> {
  const sketched = async (condition: Condition): Promise<Sketched[]> => {
    const query = { bool: { filter: [whole(server), condition] } };
    const question = { query, sort: ['report'], fields: ['report', 'sketch', 'bands', ...met] };
    return (await findAll<Sketched>(server, 'reports', question)).map(({ source }) => source);
  };
  const own = await sketched({ terms: { report: [...shas] } });
  const banded = own.filter(({ bands }) => bands.length > 0);
  const should = banded.map(meets);
  const near = should.length === 0 ? [] : await sketched({ bool: { should, minimum_should_match: 1 } });
  return new Map(
    own.map((one) => {
      const same = near.filter((other) => mayBeSame(one, other) && judge.isSame(one.sketch!, other.sketch!));
      return [one.report, same.map(({ report }) => report)];
    }),
  );
}

/** In a band, of the same body and time; who does not tell these may be anybody's. */
function meets({ bands, ...own }: Sketched): Condition {
  const agrees = met.flatMap((fact): Condition[] => {
    const value = own[fact];
    if (value === null) return [];
    const should = [{ term: { [fact]: value } }, { bool: { must_not: [{ exists: { field: fact } }] } }];
    return [{ bool: { should, minimum_should_match: 1 } }];
  });
  return { bool: { filter: [{ terms: { bands: [...bands] } }, ...agrees] } };
}

function mayBeSame(one: Sketched, other: Sketched): boolean {
  if (one.report === other.report || !one.bands.some((band) => other.bands.includes(band))) return false;
  return met.every((fact) => one[fact] === null || other[fact] === null || one[fact] === other[fact]);
}

/** `others` is null where the report is gone. */
function pairOperation(sha: string, others: string[] | null, before: Stored<Copies> | null): Operation[] {
  if (others === null) return before ? [{ index: 'copies', id: sha, document: null, before }] : [];
  if (JSON.stringify(before?.source.others ?? []) === JSON.stringify(others)) return [];
  const document: Copies = { report: sha, others, superseded: before?.source.superseded ?? false };
  return [{ index: 'copies', id: sha, document, before }];
}

/** Reports that hang together with these by pairs, as far as they are there, each group by age. */
async function groupsAround(server: Server, shas: readonly string[]): Promise<string[][]> {
  const ages = new Map<string, string>();
  const neighbours = new Map<string, Set<string>>();
  const seen = new Set(shas);
  for (let next = [...shas]; next.length > 0; ) {
    const query = { bool: { filter: [whole(server), { terms: { report: next } }] } };
    const there = await findAll<Aged>(server, 'reports', { query, sort: ['report'], fields: ['report', 'age'] });
    for (const { source } of there) ages.set(source.report, source.age ?? '');
    const reached = there.map(({ source }) => source.report);
    const pairs = reached.length === 0 ? [] : await pairsWith(server, reached);
    for (const { report, others } of pairs) {
      for (const other of others) {
        for (const [one, two] of [
          [report, other],
          [other, report],
        ] as const) {
          const known = neighbours.get(one);
          if (known) known.add(two);
          else neighbours.set(one, new Set([two]));
        }
      }
    }
    next = [...new Set(pairs.flatMap(membersOf))].filter((sha) => !seen.has(sha));
    for (const sha of next) seen.add(sha);
  }
  const grouped = new Set<string>();
  return [...ages.keys()].flatMap((sha) => {
    if (grouped.has(sha)) return [];
    const group = [sha];
    grouped.add(sha);
    for (const member of group) {
      for (const other of neighbours.get(member) ?? []) {
        if (grouped.has(other) || !ages.has(other)) continue;
        grouped.add(other);
        group.push(other);
      }
    }
    return [group.sort((a, b) => compareText(ages.get(a)!, ages.get(b)!) || compareText(a, b))];
  });
}

async function supersede(server: Server, held: Held, groups: readonly string[][]): Promise<void> {
  const known = await readCopies(server, groups.flat());
  const flips = groups.flatMap((group) =>
    group.flatMap((report, i): Operation[] => {
      const before = known.get(report) ?? null;
      const superseded = i < group.length - 1;
      if (superseded === (before?.source.superseded ?? false)) return [];
      const document: Copies = { report, others: before?.source.others ?? [], superseded };
      return [{ index: 'copies', id: report, document, before }];
    }),
  );
  if (flips.length === 0) return;
  const keys = new Map(flips.map(({ id }) => [id, new Set<string>()]));
  const query = { bool: { filter: [whole(server), { terms: { report: [...keys.keys()] } }] } };
  const question = { query, sort: ['report', 'seq'], fields: ['report', 'keys'] };
  for await (const { source } of scan<{ report: string; keys: string[] }>(server, 'comparables', question))
    for (const key of source.keys) keys.get(source.report)!.add(key);
  held.check();
  // First what has to be judged, then what it is judged by.
  await bulk(
    server,
    Array.from(keys, ([report, own]) => waitingOperation(report, own, { stale: false })),
  );
  if ((await bulk(server, flips)).length > 0) throw new LeaseLost();
}
