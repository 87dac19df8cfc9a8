import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LedgerEntry } from '../../schemas/ledger.ts';
import { indexedReports } from '../../test/contract/sample-reports.ts';
import { derive } from '../derive.ts';
import { reportDocument, rowOperations } from './documents.ts';
import { type IndexName, mappings, rowIndices } from './mappings.ts';
import { waitingOperation } from './waiting.ts';

/** Every document that the sample reports give, by index. */
const documents = new Map<IndexName, Record<string, unknown>[]>();
const comparables = {
  age: '2023-06-19 1',
  sketch: '[1]',
  ...{ bands: ['0:1'], issuer: 'đảng ủy', period: null },
  facts: [{ keys: ['figure:a', 'series:a'], value: '', fact: '{}' }],
};
for (const { extraction, collection, path } of indexedReports()) {
  const rows = derive(extraction);
  const writing = { generation: 1, content: 'hash', placements: [{ collection, path }], comparables };
  const report = { index: 'reports', document: reportDocument(extraction, rows, writing) } as const;
  const waiting = waitingOperation(extraction.sha256, ['figure:a']);
  for (const { index, document } of [report, waiting, ...rowOperations(extraction, rows, writing)])
    documents.set(index, [...(documents.get(index) ?? []), document as Record<string, unknown>]);
}

describe.each(['reports', ...rowIndices, 'waiting'] as const)('documents of %s', (index) => {
  const fields: Record<string, { type?: string; enabled?: boolean }> = mappings[index];

  test('have the fields of the mapping and no others', () => {
    for (const document of documents.get(index)!)
      expect(Object.keys(document).sort()).toEqual(Object.keys(fields).sort());
  });

  test('hold what the mapping can index', () => {
    const kinds: Record<string, z.ZodType> = {
      keyword: z.string(),
      text: z.string(),
      integer: z.int32(),
      long: z.int(),
      boolean: z.boolean(),
    };
    for (const document of documents.get(index)!) {
      for (const [name, { type, enabled }] of Object.entries(fields)) {
        const value = document[name] ?? [];
        if (enabled === false) continue;
        expect(z.array(kinds[type!]!).safeParse(Array.isArray(value) ? value : [value]).error, name).toBeUndefined();
      }
    }
  });
});

test('the ledger has a field for each of its schema, of its kind', () => {
  const { placed: _, ...fields } = mappings.ledger;
  expect(Object.keys(fields).sort()).toEqual(Object.keys(LedgerEntry.shape).sort());
  const schema = z.toJSONSchema(LedgerEntry, { io: 'output' }).properties!;
  for (const [name, field] of Object.entries(fields)) {
    if ('enabled' in field) continue;
    const { type, anyOf } = schema[name] as { type?: string; anyOf?: { type: string }[] };
    const number = [type, ...(anyOf ?? []).map((option) => option.type)].includes('integer');
    expect(['integer', 'long'].includes(field.type!), name).toBe(number);
  }
});

test('words are found as they were cut: no analysis of the engine but the splitting at blanks', () => {
  for (const fields of Object.values(mappings))
    for (const field of Object.values(fields) as { type?: string; analyzer?: string }[])
      if (field.type === 'text') expect(field.analyzer).toBe('whitespace');
});
