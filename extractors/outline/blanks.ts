import type { Block, Table } from '../../schemas/document.ts';

/**
 * A place to be filled in: «……», «.....», «____», «. . . .», «[   ]»; a lone «…» where a word could stand («có … hộ», «Số
 * hộ: …»). «thăm hỏi, tặng quà…» goes on in thought.
 */
const BLANK =
  /…{2,}|(?<![\p{L}\d”")])(?:…\.|\.…)|\.{4,}|_{2,}|(?:\. ){3}|\[\s{0,40}\]|\(\s{0,40}\)|(?<![\p{L}\d”")….])(?:…|\.{3})(?=\s?[\p{L}%/])(?!\s?(?:và|của|để|nhằm|trong|cho)\s)|:\s?(?:…|\.{3})/u;

export const hasBlank = (text: string): boolean => BLANK.test(text);

/** Nothing but places to be filled in, and their marks. */
export function isBlank(text: string): boolean {
  return /^[\s….,;:_*+\-–—()[\]/%]*$/u.test(text);
}

/**
 * A table whose places for figures are all to be filled in: what its rows and columns are called is there, nothing else.
 * A row of a total that is prefilled with nothing but its name does not make it filled.
 */
export function isTemplate({ cells, headerRows }: Table): boolean {
  const body = cells.filter(({ row }) => row >= headerRows);
  const named = labelColumns(body);
  const places = body.filter(({ col, colSpan }) => !named.has(col) && colSpan === 1);
  return places.length > 0 && places.every(({ text }) => isBlank(text) || isUnitAlone(text));
}

/** «…… hộ», «….%», «..../....»: a place with its unit. */
const isUnitAlone = (text: string): boolean => hasBlank(text) && !/\d/.test(text);

/** The columns that name or number the rows: those before the first one that is mostly to be filled in. */
function labelColumns(body: Table['cells']): Set<number> {
  const columns = [...Map.groupBy(body, ({ col }) => col)].sort(([a], [b]) => a - b);
  const first = columns.findIndex(
    ([, cells]) => cells.filter(({ text }) => isBlank(text) || isUnitAlone(text)).length * 2 > cells.length,
  );
  const end = first === -1 ? columns.length : first;
  return new Set(columns.slice(0, end).map(([col]) => col));
}

export const isTemplateBlock = (block: Block): boolean => block.table !== null && isTemplate(block.table);
