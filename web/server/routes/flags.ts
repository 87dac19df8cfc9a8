import { z } from 'zod';
import { decideFlags, type Outcome, undoDecision } from '../../../pipeline/desk/decide.ts';
import { countFlags, flagFile, listFlags } from '../../../pipeline/desk/flags.ts';
import { Decision, DecisionRequest, DecisionState, DeskFlag, FlagCounts, FlagFile } from '../../../schemas/decision.ts';
import { Severity } from '../../../schemas/diagnostic.ts';
import { FlagKind } from '../../../schemas/flag.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersCreated } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given, recordFilter, reportFilter, Truth } from '../parameters.ts';
import { ProblemError } from '../problem.ts';

/** Flags decided about together: more than are ticked on a page. */
const MOST_TOGETHER = 500;

const FlagId = z.string().min(1).max(200);
const One = z.strictObject({ id: FlagId });

/** What flags are asked for by, here and in a protocol. */
export const flagFilter = {
  ...recordFilter,
  kind: FlagKind.optional(),
  severity: Severity.optional(),
  certain: Truth.optional(),
  state: DecisionState.optional(),
  assignee: z.string().max(200).optional(),
};
const Wanted = z.strictObject({ ...flagFilter, ...paging });

const version = z.int().min(0).describe('Of the last entry that was seen; 0 where there was none.');
const Together = z
  .strictObject({
    ...DecisionRequest.shape,
    flags: z
      .array(z.strictObject({ id: FlagId, version }))
      .min(1)
      .max(MOST_TOGETHER),
  })
  .omit({ version: true });
const Outcomes = z.strictObject({
  items: z.array(
    z.strictObject({
      flag: z.string(),
      outcome: z.enum(['kept', 'conflict', 'unknown', 'nothing-to-undo']),
      /** What is kept, or was said meanwhile. */
      decision: Decision.nullable(),
    }),
  ),
});

const tags = ['flags'];
const read = { access: 'reader', reads: 'list' } as const;
const decide = { access: 'auditor', scope: 'decide' } as const;

export function flagRoutes(app: App, { home: { store, desk }, now }: Serving): void {
  const reading = { store, desk };

  app.get(
    '/api/flags',
    {
      config: read,
      schema: {
        tags,
        summary: 'Where reports contradict themselves or each other, and what was decided about it',
        querystring: Wanted,
        response: answers(listOf(DeskFlag)),
      },
    },
    async ({ query: { cursor, limit, ...filter }, who }) => {
      const page = pageOf({ cursor, limit });
      const { total, records } = await listFlags(reading, who.asker, given(filter), page);
      return listed(page, total, records);
    },
  );

  app.get(
    '/api/flags/counts',
    {
      config: read,
      schema: {
        tags,
        summary: 'Claims checked and consistent, flags raised and decided',
        querystring: z.strictObject(reportFilter),
        response: answers(FlagCounts),
      },
    },
    ({ query, who }) => countFlags(reading, who.asker, given(query)),
  );

  app.get(
    '/api/flags/:id',
    {
      config: read,
      schema: {
        tags,
        summary: 'One flag: each piece of evidence with its place, and all that was said of it',
        params: One,
        response: answers(FlagFile),
      },
    },
    async ({ params: { id }, who }) => {
      const file = await flagFile(reading, who.asker, id);
      if (file === null) throw new ProblemError('not-found');
      return file;
    },
  );

  app.post(
    '/api/flags/:id/decisions',
    {
      config: decide,
      schema: {
        tags,
        summary: 'Decides about a flag; of two at once the second is told what the first has said',
        params: One,
        body: DecisionRequest,
        response: answersCreated(Decision),
      },
    },
    async ({ params: { id }, body, who }, reply) => {
      const [outcome] = await decideFlags(reading, who.asker, [{ ...body, flag: id }], who.displayName, now());
      return reply.code(201).send(keptDecision(outcome));
    },
  );

  app.post(
    '/api/flags/:id/undo',
    {
      config: decide,
      schema: {
        tags,
        summary: 'Takes back the last decision',
        params: One,
        body: z.strictObject({ version }),
        response: answersCreated(Decision),
      },
    },
    async ({ params: { id }, body, who }, reply) => {
      const asked = { flag: id, version: body.version };
      return reply.code(201).send(keptDecision(await undoDecision(reading, who.asker, asked, who.displayName, now())));
    },
  );

  app.post(
    '/api/decisions',
    {
      config: decide,
      schema: {
        tags,
        summary: 'Decides about several flags alike; each has an outcome of its own',
        body: Together,
        response: answers(Outcomes),
      },
    },
    async ({ body: { flags, ...said }, who }) => {
      if (said.state === 'dismissed' && said.reason === undefined) throw new ProblemError('needs-reason');
      const requests = flags.map(({ id, version }) => ({ ...said, flag: id, version }));
      const outcomes = await decideFlags(reading, who.asker, requests, who.displayName, now());
      return { items: outcomes.map((one) => ({ flag: one.flag, outcome: one.outcome, decision: decisionOf(one) })) };
    },
  );
}

function decisionOf(outcome: Outcome): Decision | null {
  if (outcome.outcome === 'kept') return outcome.decision;
  return outcome.outcome === 'conflict' ? outcome.latest : null;
}

function keptDecision(outcome: Outcome | undefined): Decision {
  if (outcome?.outcome === 'kept') return outcome.decision;
  if (outcome?.outcome === 'conflict') throw new ProblemError('changed-meanwhile', outcome.latest);
  throw new ProblemError(outcome?.outcome === 'nothing-to-undo' ? 'nothing-to-undo' : 'not-found');
}
