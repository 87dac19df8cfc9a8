import type { Block, Table } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { blockFacts } from './block-facts.ts';
import type { Messages } from './messages/vi.ts';

const STYLE =
  'body{font:16px/1.5 serif;max-width:90em;margin:2em auto;padding:0 1em}small{font:12px sans-serif;color:#555}' +
  'table{border-collapse:collapse;margin:.5em 0}td,th{border:1px solid #888;padding:.2em .5em;vertical-align:top}' +
  '.beside{display:grid;grid-template-columns:1fr 1fr;gap:2em;border-top:1px solid #aaa;padding-top:1em}.beside>:first-child{font-size:14px}img{width:100%}' +
  '.footnote,.endnote,.comment,.page-header,.page-footer,.text-box{background:#f4f4f0;padding:.2em .5em}.list-item{margin-left:2em}';

/**
 * A reading as one page that needs nothing else: no script, no link, every text escaped. `originals` are the pages of the
 * file itself as HTML, by number (null: a format without pages), each set beside what was read of it.
 */
export function htmlPage(
  { source, diagnostics, blocks }: Extraction,
  messages: Messages,
  originals: ReadonlyMap<number | null, string> | null = null,
): string {
  const told = diagnostics.map(
    ({ severity, message }) => `<li>${escaped(`${messages.severities[severity]}: ${message}`)}</li>`,
  );
  return [
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escaped(source)}</title><style>${STYLE}</style>`,
    `<h1>${escaped(source)}</h1>`,
    ...(told.length > 0 ? [`<h2>${escaped(messages.show.diagnostics)}</h2><ul>${told.join('')}</ul>`] : []),
    ...(originals === null
      ? blocks.map((block) => blockHtml(block, messages))
      : [`<p>${escaped(messages.read.beside)}</p>`, ...pairs(blocks, originals, messages)]),
    '</html>\n',
  ].join('\n');
}

/** Page by page where the format has pages, else the whole beside the whole. */
function pairs(blocks: readonly Block[], originals: ReadonlyMap<number | null, string>, messages: Messages): string[] {
  const read = Map.groupBy(blocks, ({ page }) => (originals.has(null) ? null : page));
  const pages = [...new Set([...originals.keys(), ...read.keys()])].sort((a, b) => (a ?? 0) - (b ?? 0));
  return pages.map((page) => {
    const own = (read.get(page) ?? []).map((block) => blockHtml(block, messages)).join('\n');
    return `<section class="beside"><div>${originals.get(page) ?? ''}</div><div>${own}</div></section>`;
  });
}

function blockHtml(block: Block, messages: Messages): string {
  const about = `<small>${escaped(blockFacts(block, messages))}</small>`;
  const tag = block.kind === 'heading' ? 'h3' : 'p';
  const body = block.table ? tableHtml(block.table) : `<${tag}>${escaped(block.text)}</${tag}>`;
  return `<div id="${block.id}" class="${block.kind}">${about}${body}</div>`;
}

function tableHtml({ cells, headerRows }: Table): string {
  const rows: string[] = [];
  for (const { row, rowSpan, colSpan, text } of cells) {
    const tag = row < headerRows ? 'th' : 'td';
    rows[row] = `${rows[row] ?? ''}<${tag} rowspan="${rowSpan}" colspan="${colSpan}">${escaped(text)}</${tag}>`;
  }
  return `<table>${Array.from(rows, (row) => `<tr>${row ?? ''}</tr>`).join('')}</table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
