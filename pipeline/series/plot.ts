import { writeNumber } from '../../extractors/checks/wording.ts';
import type { Series, SeriesChart, SeriesLine, SeriesPoint } from '../../schemas/series.ts';
import { changesIn, placeName } from './rows.ts';
import { dayNumber, linear, type Scale, timeTicks, valueTicks } from './scale.ts';
import type { SeriesWords } from './words.ts';

const WIDTH = 960;
const HEIGHT = 300;
const LEFT = 80;
const RIGHT = 40;
const TITLE = 44;
const AXIS = 30;
const ROW = 20;

/** Told apart with any sight (Okabe and Ito); the shapes tell them apart in print. Places beyond them are grey. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];
const REST = '#b0b0b0';

/**
 * The series as one SVG file, charts below each other. A line joins neighbouring times only: it breaks at a gap, at a
 * change of territory and at a point on which reports contradict each other. Every point tells its sources on hover.
 */
export function plotSeries({ asked, charts }: Series, words: SeriesWords): string {
  let top = 0;
  const panels = charts.map((chart) => {
    const panel = panelOf(chart, words);
    const placed = `<g transform="translate(0 ${top})">${panel.svg}</g>`;
    top += panel.height;
    return placed;
  });
  const height = Math.max(top, TITLE);
  const empty = charts.length === 0 ? text(LEFT, 26, words.nothing) : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Arial, sans-serif" font-size="13" fill="#222" role="img">`,
    `<title>${escaped(words.title(asked.label))}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    empty,
    ...panels,
    '</svg>\n',
  ].join('\n');
}

interface Frame {
  x: Scale;
  y: Scale;
  breaks: readonly string[];
}

function panelOf(chart: SeriesChart, words: SeriesWords): { svg: string; height: number } {
  const points = chart.lines.flatMap((line) => line.points);
  const days = [...points, ...chart.lines.flatMap(({ gaps }) => gaps.map((time) => ({ time })))].map(
    ({ time }) => time,
  );
  const changes = changesIn(chart);
  const ends = [
    ...days.flatMap(({ from, to }) => (chart.kind === 'stock' ? [to] : [from, to])),
    ...changes.map(({ day }) => day),
  ].sort();
  const [first, last] = [ends[0]!, ends.at(-1)!];
  const ticks = valueTicks(
    points.flatMap(({ values }) => values.map(({ value }) => value)),
    chart.kind === 'stock' || chart.kind === 'rate',
  );
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const bottom = TITLE + HEIGHT;
  const x = linear([dayNumber(first) - 10, dayNumber(last) + 10], [LEFT, WIDTH - RIGHT]);
  const y = linear([low, high], [bottom, TITLE + 10]);
  const shown = colouredFirst(chart.lines);
  const frame: Frame = { x: (day) => x(day), y, breaks: changes.map(({ day }) => day) };
  const legend = legendOf(chart, shown, words);
  const notes = changes.flatMap((change, i) => linesOf(`${i + 1}. ${words.change(change)}`));
  if (low !== 0) notes.unshift(words.notFromZero);
  const below = bottom + AXIS + 16;
  const svg = [
    text(LEFT, 26, titleOf(chart, words), 'font-size="16" font-weight="600"'),
    ...ticks.map((value) => valueTick(value, y)),
    ...timeTicks(first, last)
      .filter(({ day }) => day >= first && day <= last)
      .map(({ day, label }) => timeTick(x(dayNumber(day)), bottom, label)),
    ...[...Map.groupBy(changes, ({ day }) => day)].map(([day, same]) =>
      changeMark(same.map((change) => changes.indexOf(change) + 1).join(', '), x(dayNumber(day)), bottom),
    ),
    ...shown.toReversed().map(({ line, colour, shape }) => lineSvg(line, chart, colour, shape, frame, words)),
    ...shown.map(({ line, colour }, i) => gapMarks(line, colour, i, x, bottom, words)),
    ...legend.map((entry, i) => `<g transform="translate(${LEFT} ${below + i * ROW})">${entry}</g>`),
    ...notes.map((note, i) => text(LEFT, below + (legend.length + i) * ROW, note, 'fill="#555"')),
  ].join('\n');
  return { svg, height: below + (legend.length + notes.length) * ROW + 12 };
}

interface Shown {
  line: SeriesLine;
  colour: string;
  shape: number;
}

/** The lines with the most points get colours. */
function colouredFirst(lines: readonly SeriesLine[]): Shown[] {
  const ranked = [...lines].sort((a, b) => b.points.length - a.points.length);
  return lines
    .map((line) => {
      const rank = ranked.indexOf(line);
      return { line, colour: COLOURS[rank] ?? REST, shape: rank, rank };
    })
    .sort((a, b) => Math.min(a.rank, COLOURS.length) - Math.min(b.rank, COLOURS.length));
}

function titleOf({ label, unit, kind }: SeriesChart, words: SeriesWords): string {
  return [unit === null || label.startsWith(unit) ? label : `${label} (${unit})`, words.kinds[kind]].join(' · ');
}

function valueTick(value: number, y: Scale): string {
  const at = round(y(value));
  return `<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#e4e4e4"/>${text(LEFT - 8, at + 4, writeNumber(value), 'text-anchor="end" fill="#555"')}`;
}

function timeTick(x: number, bottom: number, label: string): string {
  return `<path d="M${round(x)} ${bottom}v6" stroke="#888"/>${text(round(x), bottom + 22, label, 'text-anchor="middle" fill="#555"')}`;
}

function changeMark(numbers: string, x: number, bottom: number): string {
  const at = round(x);
  return `<path class="change" d="M${at} ${TITLE}V${bottom}" stroke="#777" stroke-dasharray="5 4"/>${text(at, TITLE - 4, numbers, 'text-anchor="middle" font-weight="600"')}`;
}

function lineSvg(
  line: SeriesLine,
  chart: SeriesChart,
  colour: string,
  shape: number,
  { x, y, breaks }: Frame,
  words: SeriesWords,
): string {
  const at = (point: SeriesPoint, value: number) => [round(x(dayNumber(point.time.to))), round(y(value))] as const;
  const strokes = line.points.slice(1).flatMap((point, i) => {
    const before = line.points[i]!;
    if (!areJoined(before, point, line, chart, breaks)) return [];
    const [a, b] = [at(before, before.values[0]!.value), at(point, point.values[0]!.value)];
    return [`<path class="line" d="M${a.join(' ')}L${b.join(' ')}" stroke="${colour}" stroke-width="2" fill="none"/>`];
  });
  const marks = line.points.map((point) => {
    const isConflict = point.values.length > 1;
    const drawn = point.values.map(({ value }) => marker(...at(point, value), shape, colour, isConflict));
    const [top, low] = [point.values, point.values].map((values, i) =>
      (i === 0 ? Math.max : Math.min)(...values.map(({ value }) => value)),
    );
    const [px] = at(point, top!);
    const bar = isConflict
      ? `<path class="conflict" d="M${px} ${round(y(top!))}V${round(y(low!))}" stroke="#c00" stroke-width="2" stroke-dasharray="2 2"/>`
      : '';
    return `<g class="point">${bar}${drawn.join('')}<title>${escaped(pointTitle(point, placeName(line, chart), words))}</title></g>`;
  });
  return [...strokes, ...marks].join('\n');
}

/** Neighbours in time with nothing missing, nothing changed and nothing doubtful between them. */
function areJoined(
  a: SeriesPoint,
  b: SeriesPoint,
  line: SeriesLine,
  chart: SeriesChart,
  breaks: readonly string[],
): boolean {
  if (a.values.length > 1 || b.values.length > 1) return false;
  if (chart.kind !== 'stock' && chart.months === null) return false;
  if (line.gaps.some(({ from, to }) => from > a.time.from && to < b.time.to)) return false;
  return !breaks.some(
    (day) => line.changes.some((change) => change.day === day) && a.time.to < day && day <= b.time.to,
  );
}

function pointTitle({ time, values }: SeriesPoint, place: string, words: SeriesWords): string {
  const told = values.flatMap(({ sources }) =>
    sources.map(({ report, raw, unit, qualifier, page, quote }) =>
      [
        [qualifier, raw, unit].filter(Boolean).join(' '),
        [report.type, report.number].filter(Boolean).join(' '),
        page === null ? null : `${words.columns.page} ${page}`,
        `«${quote.replace(/\s+/g, ' ')}»`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  return [`${place}, ${time.label}${values.length > 1 ? ` (${words.conflict})` : ''}`, ...told].join('\n');
}

/** Hollow where reports contradict each other. */
function marker(x: number, y: number, shape: number, colour: string, hollow: boolean): string {
  const paint = `fill="${hollow ? '#fff' : colour}" stroke="${colour}" stroke-width="2"`;
  switch (shape % 4) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="4" ${paint}/>`;
    case 1:
      return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" ${paint}/>`;
    case 2:
      return `<path d="M${x} ${y - 5}l5 9h-10z" ${paint}/>`;
    default:
      return `<path d="M${x} ${y - 6}l6 6l-6 6l-6 -6z" ${paint}/>`;
  }
}

/** A short bar on the axis where a figure is missing, one below the other for the coloured lines. */
function gapMarks(
  { gaps }: SeriesLine,
  colour: string,
  i: number,
  x: Scale,
  bottom: number,
  words: SeriesWords,
): string {
  if (colour === REST) return '';
  const marks = gaps.map(({ from, to, label }) => {
    const [a, b] = [round(x(dayNumber(from)) + 2), round(x(dayNumber(to)) - 2)];
    return `<path class="gap" d="M${a} ${bottom - 3 - i * 4}H${Math.max(b, a + 3)}" stroke="${colour}" stroke-width="2" stroke-dasharray="3 3"><title>${escaped(`${label}: ${words.gap}`)}</title></path>`;
  });
  return marks.join('\n');
}

function legendOf(chart: SeriesChart, shown: readonly Shown[], words: SeriesWords): string[] {
  const coloured = shown.filter(({ colour }) => colour !== REST);
  const rest = shown.length - coloured.length;
  const entry = (colour: string, shape: number, label: string) =>
    `${marker(6, -4, shape, colour, false)}${text(20, 0, label)}`;
  const entries = coloured.map(({ line, colour, shape }) => entry(colour, shape, placeName(line, chart)));
  if (rest > 0) entries.push(entry(REST, 0, words.more(rest)));
  const more: string[] = [];
  const points = chart.lines.flatMap((line) => line.points);
  if (points.some(({ values }) => values.length > 1))
    more.push(`${marker(6, -4, 0, '#c00', true)}${text(20, 0, words.conflict)}`);
  if (coloured.some(({ line }) => line.gaps.length > 0))
    more.push(`<path d="M0 -4h12" stroke="#555" stroke-width="2" stroke-dasharray="3 3"/>${text(20, 0, words.gap)}`);
  return [...entries, ...more];
}

/** As many signs as fit below the plot: about seven pixels each. */
const NOTE_WIDTH = 120;

/** A change that made one ward of twenty needs more than one line. */
function linesOf(note: string): string[] {
  const lines = [''];
  for (const word of note.split(' ')) {
    if (lines.at(-1)!.length + word.length >= NOTE_WIDTH) lines.push('');
    lines.push([lines.pop(), word].filter(Boolean).join(' '));
  }
  return lines;
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escaped(content)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const CONTROL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(content: string): string {
  return content
    .replace(CONTROL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
