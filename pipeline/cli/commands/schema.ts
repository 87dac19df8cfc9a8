import { z } from 'zod';
import { Diff } from '../../../schemas/diff.ts';
import { CheckSummary, Extraction } from '../../../schemas/extraction.ts';
import { ClosedFlag } from '../../../schemas/flag.ts';
import { LedgerEntry } from '../../../schemas/ledger.ts';
import { OutlineCheck } from '../../../schemas/outline.ts';
import { Directive, Trace } from '../../../schemas/search.ts';
import { Series } from '../../../schemas/series.ts';
import { TerritorySearch } from '../../../schemas/territory.ts';
import type { CommandBody } from '../command-body.ts';

/** Always JSON: there is nothing else to show. */
const schema: CommandBody = async () => {
  const shapes = {
    Extraction,
    CheckSummary,
    ClosedFlag,
    LedgerEntry,
    TerritorySearch,
    Directive,
    Trace,
    Series,
    Diff,
    OutlineCheck,
  };
  const definitions = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, z.toJSONSchema(shape, { io: 'output' })]),
  );
  process.stdout.write(
    `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/$defs/Extraction', $defs: definitions }, null, 2)}\n`,
  );
  return undefined;
};
export default schema;
