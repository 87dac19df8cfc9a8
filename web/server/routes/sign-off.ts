import { z } from 'zod';
import { signOff, signOffStatus } from '../../../pipeline/desk/sign-off.ts';
import { SignOff, SignOffStatus } from '../../../schemas/decision.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersCreated } from '../openapi.ts';
import { ReportId } from '../parameters.ts';
import { ProblemError } from '../problem.ts';

const One = z.strictObject({ id: ReportId });
const Signed = z.strictObject({
  version: z.int().min(0).describe('Of the last entry that was seen; 0 where there was none.'),
  signed: z.boolean().default(true).describe('False takes the sign-off back.'),
  comment: SignOff.shape.comment.unwrap().optional(),
});

const tags = ['flags'];

export function signOffRoutes(app: App, { home: { store, desk }, now }: Serving): void {
  app.get(
    '/api/reports/:id/sign-off',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Whether a report is signed off, and what has changed since',
        params: One,
        response: answers(SignOffStatus),
      },
    },
    async ({ params: { id }, who }) => {
      const status = await signOffStatus({ store, desk }, who.asker, id);
      if (status === null) throw new ProblemError('not-found');
      return status;
    },
  );
  app.post(
    '/api/reports/:id/sign-off',
    {
      config: { access: 'auditor', scope: 'decide' },
      schema: {
        tags,
        summary: 'Signs a report off, or takes that back',
        params: One,
        body: Signed,
        response: answersCreated(SignOff),
      },
    },
    async ({ params: { id }, body, who }, reply) => {
      const asked = { ...body, report: id };
      const outcome = await signOff({ store, desk }, who.asker, asked, who.displayName, now());
      if (outcome.outcome === 'unknown') throw new ProblemError('not-found');
      if (outcome.outcome === 'conflict') throw new ProblemError('changed-meanwhile', outcome.latest);
      return reply.code(201).send(outcome.signOff);
    },
  );
}
