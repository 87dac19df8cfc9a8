import { fold } from '../extractors/text/fold.ts';
import type { Unit } from '../schemas/report.ts';
import type { CascadeNode, Directive, Trace } from '../schemas/search.ts';
import { levelOrder } from './derive.ts';
import { isResolved, readIdentity, undated } from './identity.ts';
import type { Asker, Body, Link, Store } from './port.ts';
import { compareText } from './query/rank.ts';
import { foldedWords, keyOfNumber } from './query/tokens.ts';
import { neighbours, related, timeline } from './trace-context.ts';

/** More mentions than anyone reads in a row; `directive.mentions` says how many there are. */
const MOST_MENTIONS = 1000;
const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

const NOTHING: Trace = {
  directive: null,
  mentions: [],
  cascade: [],
  changes: [],
  related: [],
  timeline: [],
  silent: [],
  others: [],
};

type Questions = Pick<Store, 'directives' | 'mentions' | 'links' | 'bodies'>;

/**
 * Where a directive was implemented: what reports say of it, what was issued to carry it out, and who is silent. The
 * number may be spelled in any way, or be an identity. Where bodies of several places have given one number, `place`
 * chooses; without it the one mentioned most is traced, and the others are named.
 */
export async function trace(
  store: Questions,
  asker: Asker,
  number: string,
  place?: string,
  mostMentions = MOST_MENTIONS,
): Promise<Trace> {
  const { directives } = await store.directives(asker, { number }, EVERYTHING);
  const bodies = await store.bodies(asker);
  const chosen = await choose(store, asker, directives, bodies, place);
  if (!chosen) return NOTHING;
  const { mentions, reports, total } = await store.mentions(asker, chosen.identities, {
    offset: 0,
    limit: mostMentions,
  });
  const directive = { ...chosen.directive, mentions: total, reports: reports.length };
  const papers = await cascade(store, asker, chosen.identities);
  const near = neighbours(
    mentions,
    directive.spellings.concat(directive.number).flatMap((one) => keyOfNumber(one) ?? []),
  );
  return {
    directive,
    mentions,
    cascade: papers,
    changes: await changesOf(store, asker, chosen.identities),
    related: related(near, papers),
    timeline: timeline(directive, mentions, papers, near),
    silent: silent(chosen.directive, bodies, new Set(reports)),
    others: chosen.others,
  };
}

interface Chosen {
  directive: Directive;
  /** Its identity, and the bare number where unresolved mentions can only mean it. */
  identities: string[];
  others: Directive[];
}

const resolved = ({ identity }: Directive): boolean => isResolved(identity);

async function choose(
  store: Questions,
  asker: Asker,
  directives: Directive[],
  bodies: Body[],
  place: string | undefined,
): Promise<Chosen | null> {
  const [most, ...rest] = [...directives.filter(resolved), ...directives.filter((one) => !resolved(one))];
  if (!most) return null;
  if (rest.length === 0) return { directive: most, identities: identitiesOf(most, directives), others: [] };
  if (resolved(most) && !rest.some(resolved)) {
    return {
      directive: merged(most, rest),
      identities: directives.flatMap((one) => identitiesOf(one, directives)),
      others: [],
    };
  }
  const directive = place === undefined ? most : await nearest(store, asker, directives, bodies, place);
  const others = directives.filter((other) => other !== directive);
  return { directive, identities: identitiesOf(directive, directives), others };
}

/** Its identity, and the one of mentions that do not tell the time, unless they might mean another. */
function identitiesOf({ identity }: Directive, all: readonly Directive[]): string[] {
  const timeless = undated(identity);
  const own = timeless === null || all.some((other) => other.identity === timeless);
  return own ? [identity] : [identity, timeless];
}

/** What unresolved mentions of the number add: other spellings, and facts that no resolved mention states. */
function merged(directive: Directive, others: Directive[]): Directive {
  const all = [directive, ...others];
  const first = <K extends 'type' | 'issuer' | 'date' | 'title'>(fact: K) =>
    all.find((one) => one[fact])?.[fact] ?? null;
  return {
    ...directive,
    type: first('type'),
    issuer: first('issuer'),
    date: first('date'),
    title: first('title'),
    spellings: [...new Set(all.flatMap(({ spellings }) => spellings))],
  };
}

/** The directive whose issuer names the place, or else the one that most reports of the place mention. */
async function nearest(
  store: Questions,
  asker: Asker,
  directives: Directive[],
  bodies: Body[],
  place: string,
): Promise<Directive> {
  const words = foldedWords(place);
  const names = (text: string | null): boolean => {
    const all = new Set(text === null ? [] : foldedWords(text));
    return words.every((word) => all.has(word));
  };
  const there = new Set(
    bodies.filter(({ units }) => units.some(({ name }) => names(name))).map(({ report }) => report),
  );
  let best = { directive: directives[0]!, score: -1 };
  for (const directive of directives) {
    const { reports } = await store.mentions(asker, identitiesOf(directive, directives), { offset: 0, limit: 0 });
    const stated = names(directive.issuer) || names(directive.identity);
    const score = stated ? Number.POSITIVE_INFINITY : reports.filter((report) => there.has(report)).length;
    if (score > best.score) best = { directive, score };
  }
  return best.directive;
}

/** Verbs that change a paper or speak of its draft; what they lead to was not issued to carry it out. */
const changes = new Set(['sua doi', 'bo sung', 'sua doi, bo sung', 'thay the', 'bai bo', 'huy bo', 'gop y']);
const alters = new Set([...changes].filter((verb) => verb !== 'gop y'));
const isChange = (verb: string): boolean => changes.has(fold(verb));

/** Papers that amend, replace or repeal it, as reports say. */
async function changesOf(store: Questions, asker: Asker, roots: string[]): Promise<Trace['changes']> {
  const links = await store.links(asker, roots);
  const changing = links.filter(({ directive, verb }) => !roots.includes(directive) && alters.has(fold(verb)));
  const seen = new Set<string>();
  return changing.flatMap(({ number, verb }) => {
    const key = `${keyOfNumber(number)} ${verb}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ number, verb }];
  });
}

/** Papers issued for the sake of these, and for theirs in turn; each is opened once, however often it comes back. */
async function cascade(store: Questions, asker: Asker, roots: string[]): Promise<CascadeNode[]> {
  const opened = new Set(roots);
  const open = async (directives: string[]): Promise<CascadeNode[]> => {
    const links = await store.links(asker, directives);
    const papers = onePaperEach(links.filter(({ directive, verb }) => !roots.includes(directive) && !isChange(verb)));
    const fresh = papers.filter(({ identities }) => !identities.some((identity) => opened.has(identity)));
    for (const identity of fresh.flatMap(({ identities }) => identities)) opened.add(identity);
    for (const { node, identities } of fresh) node.children = await open(identities);
    return papers.map(({ node }) => node);
  };
  return open(roots);
}

interface Paper {
  node: CascadeNode;
  identities: string[];
}

/**
 * Links that lead to one paper are one node, under its most frequent verb. A number whose body nothing tells is the paper of
 * that number whose body is told, if there is only one.
 */
function onePaperEach(links: readonly Link[]): Paper[] {
  const times = new Map<string, Set<string>>();
  const stems = new Map<string, Set<string>>();
  for (const { directive, number } of links) {
    const { stem, time } = readIdentity(directive);
    times.set(stem, (times.get(stem) ?? new Set()).add(time || ''));
    const key = keyOfNumber(number);
    if (key !== null && isResolved(directive)) stems.set(key, (stems.get(key) ?? new Set()).add(stem));
  }
  const papers = new Map<string, Paper>();
  for (const { directive, number, verb } of links) {
    const { stem, time } = readIdentity(directive);
    const told = new Set(times.get(stem));
    told.delete('');
    const named = isResolved(directive) ? undefined : stems.get(directive);
    const key = named?.size === 1 ? [...named].join() : told.size > 1 && time !== null ? directive : stem;
    const paper = papers.get(key) ?? { node: { number, via: verb, children: [] }, identities: [] };
    if (!paper.identities.includes(directive)) paper.identities.push(directive);
    const timeless = undated(directive);
    if (told.size === 1 && timeless && !paper.identities.includes(timeless)) paper.identities.push(timeless);
    papers.set(key, paper);
  }
  return [...papers.values()];
}

/** Numbers of the centre bind every province; those of other bodies only their own. */
const central = /(?:tw[a-z]*|cp|ttg|qh\d*)$/;

/**
 * Bodies that reported in the time in which others mention it, and are of a level that does: asked, but silent. A report
 * without a date proves nothing.
 */
function silent(directive: Directive, bodies: Body[], mentioning: ReadonlySet<string>): Trace['silent'] {
  const speaking = bodies.filter(({ report }) => mentioning.has(report));
  const levels = new Set(speaking.flatMap(({ units }) => units.at(-1)?.level ?? []));
  let [first, last]: [string | null, string | null] = [null, null];
  for (const { from, to } of speaking) {
    if (from !== null && (first === null || from < first)) first = from;
    if (to !== null && (last === null || to > last)) last = to;
  }
  if (first === null || last === null) return [];
  const everywhere = central.test(keyOfNumber(directive.number) ?? '');
  const provinces = new Set(speaking.map(({ units }) => placeOf(units).province));
  const heard = new Set(speaking.map(({ units }) => placeOf(units).key));
  const quiet = new Map<string, { unit: Unit; reports: number }>();
  for (const { units, from, to } of bodies) {
    const unit = units.at(-1);
    if (!unit || !levels.has(unit.level) || from === null || to === null || to < first || from > last) continue;
    const { key, province } = placeOf(units);
    if (heard.has(key) || !(everywhere || provinces.has(province))) continue;
    const known = quiet.get(key) ?? { unit, reports: 0 };
    known.reports++;
    quiet.set(key, known);
  }
  return [...quiet.values()].sort(
    (a, b) => levelOrder(a.unit.level) - levelOrder(b.unit.level) || compareText(a.unit.name, b.unit.name),
  );
}

interface BodyPlace {
  key: string;
  province: string | null;
}

/** The store gives the same place chain for a report each time; its names are folded once. */
const places = new WeakMap<readonly Unit[], BodyPlace>();

function placeOf(units: readonly Unit[]): BodyPlace {
  const known = places.get(units);
  if (known) return known;
  const province = units.find(({ level }) => level === 'province');
  const place = {
    key: units.at(-1)?.code ?? units.map(({ name }) => fold(name)).join(' / '),
    province: province ? (province.code ?? fold(province.name)) : null,
  };
  places.set(units, place);
  return place;
}
