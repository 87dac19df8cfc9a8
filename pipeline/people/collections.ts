import type { CollectionRule } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import type { Ledger } from '../../search/port.ts';

type Rules = Pick<People, 'rules'>;

/** In place of the rule there is. */
export async function restrictCollection({ rules }: Rules, rule: Omit<CollectionRule, 'version'>): Promise<void> {
  for (;;) {
    const version = ((await rules.get(rule.collection))?.version ?? 0) + 1;
    if (await rules.put({ ...rule, version })) return;
  }
}

/** Leaves it to every account that is not confined; false where it was open before. */
export async function openCollection({ rules }: Rules, collection: string): Promise<boolean> {
  return rules.remove(collection);
}

/** Collections that hold files or have a rule, in order, each with its rule. */
export async function listCollections(
  { rules }: Rules,
  ledger: Pick<Ledger, 'collections'>,
): Promise<{ collection: string; rule: CollectionRule | null }[]> {
  const ruled = new Map((await rules.list()).map((rule) => [rule.collection, rule]));
  const names = [...new Set([...(await ledger.collections()), ...ruled.keys()])].sort();
  return names.map((collection) => ({ collection, rule: ruled.get(collection) ?? null }));
}
