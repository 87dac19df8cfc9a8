import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Extraction } from '../../schemas/extraction.ts';
import { PRINTED_SAMPLE, SAMPLE } from './bad-files.ts';
import { jsonLines, run } from './run.ts';

// What the schema of SARIF 2.1.0 says of the properties used here, with nothing beside them.
const message = z.strictObject({ text: z.string().min(1) });
const artifact = z.strictObject({ uri: z.string().regex(/^[\w.~!*'()%:/-]+$/) });
const physicalLocation = z.strictObject({ artifactLocation: artifact });
const location = z.strictObject({
  id: z.int().min(-1),
  physicalLocation,
  logicalLocations: z.array(
    z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.literal('element') }),
  ),
  message,
  properties: z.record(z.string(), z.unknown()),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          language: z.string().regex(/^[a-z]{2}$/),
          rules: z.array(z.strictObject({ id: z.string(), shortDescription: message })),
        }),
      }),
      artifacts: z.array(z.strictObject({ location: artifact })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message,
          locations: z.array(location).length(1),
          relatedLocations: z.array(location),
          partialFingerprints: z.record(z.string(), z.string()),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level: z.literal('error'),
              message,
              locations: z.array(z.strictObject({ physicalLocation })),
            }),
          ),
        }),
      ]),
    }),
  ]),
});

it('prints one SARIF log with a result for every flag', async () => {
  const printed = await run(['check', SAMPLE, PRINTED_SAMPLE, '--sarif']);
  const [{ results, tool, invocations }] = log.parse(JSON.parse(printed.stdout)).runs;
  const { stdout, status } = await run(['check', SAMPLE, PRINTED_SAMPLE, '--json']);
  const lines = jsonLines<{ crossFlags?: unknown[] }>(stdout);
  const flags = lines.slice(0, -1).flatMap((line) => Extraction.parse(line).flags);
  expect(results.slice(0, flags.length).map(({ properties }) => properties.id)).toEqual(flags.map(({ id }) => id));
  expect(results.length).toBe(flags.length + lines.at(-1)!.crossFlags!.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(invocations[0].executionSuccessful).toBe(true);
  expect(printed.status).toBe(status);
});

it('tells what could not be read, and takes one format at a time', async () => {
  const { stdout, status } = await run(['check', 'báo cáo không có.docx', '--sarif']);
  const [{ invocations, artifacts }] = log.parse(JSON.parse(stdout)).runs;
  expect(invocations[0].executionSuccessful).toBe(false);
  expect(invocations[0].toolExecutionNotifications.length).toBe(1);
  expect(decodeURIComponent(artifacts[0]!.location.uri)).toBe('báo cáo không có.docx');
  expect(status).toBe(1);
  expect((await run(['check', fileURLToPath(import.meta.url), '--sarif', '--json'])).status).toBe(2);
});
