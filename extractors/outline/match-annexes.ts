import type { Block } from '../../schemas/document.ts';
import type { OutlineAnswer, OutlineItem } from '../../schemas/outline.ts';
import { annexName } from './annexes.ts';
import { answer, saysNothing } from './answer.ts';
import { isBlank, isTemplateBlock } from './blanks.ts';
import { opensAnnex, type Part, within } from './parts.ts';
import { titleWords } from './wording.ts';

/** With so much of its title it is that annex under any number; with less than the other, under the same number another. */
const SURE = 0.6;
const OTHER = 0.25;

/** The annex with this title or number, and whether anything is filled in; else where the report names it. */
export function answerAnnex(item: OutlineItem, blocks: readonly Block[], parts: readonly Part[]): OutlineAnswer {
  const annexes = parts.filter(opensAnnex);
  const wanted = titleWords(item.title);
  const named = annexName(item.title).length === 0;
  const shares = annexes.map((part): [Part, number] => {
    const words = new Set(titleWords(titleOf(part)));
    return [part, wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length)];
  });
  const alike = named ? shares.filter(([, share]) => share >= SURE).sort((a, b) => b[1] - a[1])[0] : undefined;
  const numbered = shares.find(([part]) => part.section === item.id);
  if (alike) return filled(item, alike[0], parts);
  if (numbered && (!named || titleOf(numbered[0]) === '')) return filled(item, numbered[0], parts);
  if (numbered) {
    const [part, share] = numbered;
    return share >= OTHER ? filled(item, part, parts) : answer(item, 'unsure', part.block, part.start, part.end);
  }
  for (const block of blocks) {
    if (block.table !== null) continue;
    const mention = annexName(block.text).find(({ id }) => id === item.id);
    if (mention) return answer(item, 'lacking', block, mention.start, mention.end);
  }
  return answer(item, 'lacking', null);
}

/** The line under «Phụ lục 1» may be its title without being in capitals. */
function titleOf({ title, own }: Part): string {
  return [
    title,
    ...own
      .slice(0, 2)
      .filter(({ table }) => table === null)
      .map(({ text }) => text),
  ].join(' ');
}

function filled(item: OutlineItem, part: Part, parts: readonly Part[]): OutlineAnswer {
  const all = [part, ...within(parts, part)].flatMap(({ own, rest }) => [
    ...own,
    ...(rest === '' ? [] : [{ text: rest, table: null }]),
  ]);
  const tables = all.filter(({ table }) => table !== null) as Block[];
  const texts = all.filter(({ table, text }) => table === null && !isBlank(text)).map(({ text }) => text);
  const place = [part.block, part.start, part.end] as const;
  if (tables.some((block) => !isTemplateBlock(block))) return answer(item, 'there', ...place);
  if (texts.some(saysNothing)) return answer(item, 'nothing', ...place);
  if (tables.length > 0) return answer(item, 'empty', ...place);
  // A line or two in brackets under the title («(Kèm theo Báo cáo số …)») is not what the annex is for.
  const told = texts.filter((text) => !/^\(/.test(text));
  return answer(item, told.length > 0 ? 'there' : 'empty', ...place);
}
