import type { Block } from '../../schemas/document.ts';
import { clauseAround } from './clause.ts';
import { countedLists } from './counted-lists.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { consistent, flagged, notCheckable, type Rule } from './rule.ts';
import { suggestChange } from './wording.ts';

/** «04 tổ dân phố (Hiển Văn, Nho Lâm, An Thường)»: as many are counted as are not listed. */
export const listCount: Rule = {
  kind: 'list-count',
  severity: 'warning',
  *check(input) {
    const { blocks } = input.context;
    for (const [index, block] of blocks.entries()) {
      if (silent.has(block.kind)) continue;
      for (const list of countedLists(blocks, index, quantitiesOf(input)(block))) {
        const { quantity, fewest, most } = list;
        if (list.open) {
          yield notCheckable('open-list');
          continue;
        }
        if (quantity.value >= fewest && quantity.value <= most) {
          yield consistent;
          continue;
        }
        // Too few names may be two in one item («an ninh, trật tự»); that cannot make up for too many.
        if (list.looseItems && quantity.value < fewest) {
          yield notCheckable('items-not-clear');
          continue;
        }
        const found = quantity.value < fewest ? fewest : most;
        // Far from each other, the list names something else («12 hội nghị (tại Nho Lâm, An Thường)»).
        const farthest = Math.max(list.ownLines ? 2 : 1, found * 0.5);
        if (Math.abs(quantity.value - found) > farthest || (list.looseItems && found < 3)) {
          yield notCheckable('items-not-clear');
          continue;
        }
        const clause = clauseAround(block.text, quantity.start, quantity.nounEnd, { before: 60, after: 0 });
        yield flagged({
          certain: list.names && !isScanned(input, block.id),
          stated: quantity.raw,
          expected: String(found),
          message: {
            vi: `Ghi ${quantity.raw}, nhưng liệt kê ${found}.`,
            en: `It says ${quantity.raw}, but ${found} are listed.`,
          },
          formula: fewest === most ? `${found} mục được liệt kê` : `${fewest}–${most} mục được liệt kê`,
          suggestion: suggestChange(quantity.raw, quantity.value, found),
          evidence: [
            { role: 'count', block: block.id, start: clause.start, end: quantity.nounEnd },
            ...list.items.map((item) => ({ role: 'item', ...item })),
          ],
        });
      }
    }
  },
};

const silent = new Set<Block['kind']>(['table', 'header', 'signature', 'recipients', 'page-header', 'page-footer']);
