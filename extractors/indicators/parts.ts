import type { Block } from '../../schemas/document.ts';
import { partWholes } from '../part-whole/part-wholes.ts';
import type { Draft } from './draft.ts';

/** Which figure of the running text is a part of which: «trong đó», parentheses, «gồm», lists under a line. */
export function tieParts(blocks: readonly Block[], drafts: readonly Draft[]): void {
  const byPlace = new Map(
    drafts.filter(({ table }) => table === null).map((draft) => [placeOf(draft.block.id, draft.at), draft]),
  );
  for (const { total, parts } of partWholes(blocks)) {
    const whole = byPlace.get(placeOf(total.block, total.quantity.start));
    if (whole === undefined) continue;
    for (const part of parts) {
      const draft = byPlace.get(placeOf(part.block, part.quantity.start));
      if (draft === undefined || draft === whole || draft.total !== null || isAncestor(draft, whole)) continue;
      draft.total = whole;
      draft.rules.push('part-of-whole');
      // «20 mô hình (đăng ký mới 10)»: a part is told of the same time as its whole.
      // «5.286 cuộc đối thoại (cấp thành phố tổ chức 121 cuộc; …)»
      if (draft.rules.includes('label-unit') && draft.unit === whole.unit) draft.label = whole.label;
      const inherits = draft.period === null || draft.rules.includes('period-report');
      if (draft.kind === 'stock' || whole.kind === 'stock') draft.kind = whole.kind;
      if (inherits) draft.period = whole.period;
    }
  }
}

function isAncestor(draft: Draft, of: Draft): boolean {
  for (let up: Draft | null = of; up !== null; up = up.total) if (up === draft) return true;
  return false;
}

const placeOf = (block: string, at: number): string => `${block}:${at}`;
