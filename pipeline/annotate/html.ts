import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Messages } from '../cli/messages/vi.ts';
import { explained } from './remarks.ts';

const STYLE =
  'body{font:16px/1.5 serif;max-width:80em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}' +
  'td,th{border:1px solid #888;padding:.2em .5em;vertical-align:top}mark{background:#ffe08a}mark.certain{background:#ffb3a7}' +
  'mark sup a{color:inherit;text-decoration:none;font-weight:bold}.row{display:grid;grid-template-columns:3fr 2fr;gap:1.5em;margin:.4em 0}' +
  'aside p{margin:.2em 0}aside div{border-left:4px solid #e0a800;padding:.2em .6em;margin-bottom:.5em;font:13px/1.4 sans-serif}aside .certain{border-color:#c0392b}' +
  '@media print{body{margin:0;font-size:11pt}.row,aside div{break-inside:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}';

interface Highlight {
  start: number;
  end: number;
  number: number;
  certain: boolean;
}

/** The reading as one page: evidence is highlighted and numbered, explanations stand beside the first place of each flag. */
export function annotatedHtml(
  { source, blocks, flags }: Extraction,
  coverage: readonly string[],
  messages: Messages,
  lang: 'vi' | 'en',
): string {
  const highlights = new Map<string, Highlight[]>();
  const beside = new Map<string, string[]>();
  for (const [i, flag] of flags.entries()) {
    for (const { block, start, end } of flag.evidence) {
      const own = highlights.get(block) ?? [];
      own.push({ start, end, number: i + 1, certain: flag.certain });
      highlights.set(block, own);
    }
    const sure = flag.certain ? messages.sure.certain : messages.sure.unsure;
    const title = `<p id="flag-${i + 1}"><b>${i + 1}. ${escaped(`${messages.flags.kinds[flag.kind]} (${sure})`)}</b></p>`;
    const lines = explained(flag, messages, lang).map((line) => `<p>${escaped(line)}</p>`);
    const block = flag.evidence[0]!.block;
    const note = `<div class="${flag.certain ? 'certain' : 'unsure'}">${title}${lines.join('')}</div>`;
    beside.set(block, [...(beside.get(block) ?? []), note]);
  }
  return [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${escaped(source)}</title><style>${STYLE}</style>`,
    `<h1>${escaped(source)}</h1>`,
    ...coverage.map((line) => `<p>${escaped(line)}</p>`),
    ...blocks.map((block) => {
      const notes = (beside.get(block.id) ?? []).join('');
      return `<div class="row"><div>${blockHtml(block, highlights.get(block.id) ?? [])}</div><aside>${notes}</aside></div>`;
    }),
    '</html>\n',
  ].join('\n');
}

function blockHtml({ kind, text, table }: Block, highlights: readonly Highlight[]): string {
  if (!table) {
    const tag = kind === 'heading' ? 'h3' : 'p';
    return `<${tag}>${marked(text, 0, text.length, highlights)}</${tag}>`;
  }
  const rows: string[] = [];
  for (const { row, rowSpan, colSpan, start, end } of table.cells) {
    const tag = row < table.headerRows ? 'th' : 'td';
    const cell = marked(text, start, end, highlights);
    rows[row] = `${rows[row] ?? ''}<${tag} rowspan="${rowSpan}" colspan="${colSpan}">${cell}</${tag}>`;
  }
  return `<table>${Array.from(rows, (row) => `<tr>${row ?? ''}</tr>`).join('')}</table>`;
}

/** The text between two offsets, cut wherever a highlight begins or ends: those of two flags may overlap. */
function marked(text: string, from: number, to: number, highlights: readonly Highlight[]): string {
  const own = highlights.filter(({ start, end }) => start < to && end > from);
  const borders = own.flatMap(({ start, end }) => [Math.max(from, start), Math.min(to, end)]);
  const cuts = [...new Set([from, ...borders, to])].sort((a, b) => a - b);
  let html = '';
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1]!;
    const over = own.filter((one) => one.start <= start && one.end >= end);
    const plain = escaped(text.slice(start, end));
    if (over.length === 0) html += plain;
    else {
      const numbers = over
        .filter((one) => Math.min(to, one.end) === end)
        .map(({ number }) => `<a href="#flag-${number}">${number}</a>`);
      const kind = over.some(({ certain }) => certain) ? 'certain' : 'unsure';
      html += `<mark class="${kind}">${plain}${numbers.length > 0 ? `<sup>${numbers.join(' ')}</sup>` : ''}</mark>`;
    }
  }
  return html;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
