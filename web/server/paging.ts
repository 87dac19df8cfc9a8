import { z } from 'zod';
import type { Page } from '../../search/port.ts';

const MOST_ITEMS = 200;

/** Where the next part of a list begins; what stands in it is nobody's business but ours. */
const Cursor = z
  .string()
  .max(20)
  .transform((text, context) => {
    const [, digits] = /^o(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
    if (digits !== undefined) return Number(digits);
    context.addIssue({ code: 'custom', message: 'cursor' });
    return z.NEVER;
  });

/** What every list takes. */
export const paging = {
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(20),
};

export function pageOf({ cursor = 0, limit }: { cursor?: number | undefined; limit: number }): Page {
  return { offset: cursor, limit };
}

/** `next` is the cursor of the next part, null at the end. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ total: z.int(), items: z.array(item), next: z.string().nullable() });
}

export function listed<T>({ offset }: Page, total: number, items: T[]) {
  const end = offset + items.length;
  const more = items.length > 0 && end < total;
  return { total, items, next: more ? Buffer.from(`o${end}`, 'latin1').toString('base64url') : null };
}
