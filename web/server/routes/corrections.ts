import { z } from 'zod';
import { correctReport } from '../../../pipeline/corrections/correct.ts';
import { Correction, CorrectionRequest } from '../../../schemas/correction.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersCreated } from '../openapi.ts';
import { ReportId } from '../parameters.ts';
import { ProblemError } from '../problem.ts';

const One = z.strictObject({ id: ReportId });
const History = z.strictObject({ items: z.array(Correction).describe('Oldest first.') });
const Made = z.strictObject({
  correction: Correction,
  applied: z.boolean().describe('False where it counts from the next ingest on.'),
});

const tags = ['reports'];

export function correctionRoutes(app: App, { home, now }: Serving): void {
  app.get(
    '/api/reports/:id/corrections',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'What people have corrected in a report', params: One, response: answers(History) },
    },
    async ({ params: { id }, who }) => {
      const found = await home.store.report(who.asker, id);
      if (found === null) throw new ProblemError('not-found');
      return { items: await home.desk.corrections.of(found.id) };
    },
  );
  app.post(
    '/api/reports/:id/corrections',
    {
      config: { access: 'auditor', scope: 'decide' },
      schema: {
        tags,
        summary: 'Corrects what was misread, or takes that back',
        params: One,
        body: CorrectionRequest,
        response: answersCreated(Made),
      },
    },
    async ({ params: { id }, body, who }, reply) => {
      const outcome = await correctReport(home, who.asker, { ...body, report: id }, who.displayName, now());
      if (outcome.outcome === 'conflict') throw new ProblemError('changed-meanwhile', outcome.latest);
      if (outcome.outcome === 'unknown')
        throw new ProblemError(
          outcome.what === 'place' || outcome.what === 'period' ? `no-${outcome.what}` : 'not-found',
        );
      return reply.code(201).send({ correction: outcome.correction, applied: outcome.applied });
    },
  );
}
