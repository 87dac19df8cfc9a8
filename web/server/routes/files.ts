import { resolve } from 'node:path';
import multipart from '@fastify/multipart';
import { z } from 'zod';
import { enqueue, type IngestEvent } from '../../../pipeline/ingest.ts';
import { type OutcomeCode, outcomes } from '../../../pipeline/outcomes.ts';
import type { App, Serving } from '../app-types.ts';
import { uploadFolder } from '../ingest/uploads.ts';
import { languageOf } from '../language.ts';
import { answers } from '../openapi.ts';
import { maySee } from '../people/access.ts';
import { shownPath } from '../people/shown-paths.ts';
import { ProblemError } from '../problem.ts';
import { validatorCompiler } from '../validation.ts';

const MOST_FILES = 2_000;
/** A slow line may take long; one that falls silent is cut off by the server. */
const LONGEST_MS = 24 * 3_600_000;

const Where = z.strictObject({
  collection: z.string().min(1).max(200).default('default').describe('The collection that the files belong to.'),
});

/** What became of one file: `queued` to be read, `known` already, or `refused` with its reason. */
const Uploaded = z.strictObject({
  name: z.string(),
  outcome: z.enum(['queued', 'known', 'refused']),
  /** Under which it stands in the ledger; null where it was refused. */
  path: z.string().nullable(),
  size: z.int().nullable(),
  /** Why it was refused: the code of an outcome, and the sentence for it. */
  reason: z.string().nullable(),
  detail: z.string().nullable(),
});
type Uploaded = z.infer<typeof Uploaded>;

export async function fileRoutes(app: App, { home, settings, ingest, now }: Serving): Promise<void> {
  const { store, queue, objects } = home;
  const uploads = uploadFolder(resolve(settings.data));
  await uploads.tidy(now().getTime());
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: MOST_FILES, fields: 10, fieldSize: 1_000, fileSize: settings.fileMb * 1_000_000 },
  });

  const queued = async (path: string, collection: string): Promise<'queued' | 'known'> => {
    const seen = { fresh: false };
    const onEvent = (event: IngestEvent): void => {
      if (event.type === 'found' && event.fresh) seen.fresh = true;
    };
    await enqueue({ store, queue, objects, settings, now }, [path], collection, onEvent);
    if (seen.fresh) ingest.wake();
    return seen.fresh ? 'queued' : 'known';
  };

  app.post(
    '/api/files',
    {
      config: { access: 'auditor', scope: 'ingest' },
      handlerTimeout: LONGEST_MS,
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        tags: ['ingest'],
        summary: 'Files to be read',
        description:
          'Any number of files, each written to disk as it comes. Each has an outcome of its own; what was sent before a connection broke has been queued, and sending a file again changes nothing.',
        consumes: ['multipart/form-data'],
        querystring: Where,
        body: z.strictObject({ files: z.array(z.file()) }),
        response: answers(z.strictObject({ items: z.array(Uploaded) })),
      },
      // The body is a stream; its parts are looked at as they come.
      validatorCompiler: (route) =>
        route.httpPart === 'body' ? (data: unknown) => ({ value: data }) : validatorCompiler(route as never),
    },
    async (request) => {
      if (!request.isMultipart()) throw new ProblemError('unsupported-type');
      const { collection } = request.query;
      if (!maySee(request.who.asker, collection)) throw new ProblemError('forbidden');
      const language = languageOf(request);
      const refused = (name: string, reason: OutcomeCode): Uploaded => {
        const detail = outcomes[reason][language];
        return { name, outcome: 'refused', path: null, size: null, reason, detail };
      };
      const items: Uploaded[] = [];
      for await (const { filename: name, file } of wellFormed(request.files())) {
        const kept = await uploads.keep(name, file);
        if (typeof kept === 'string') items.push(refused(name, kept));
        else {
          const outcome = await queued(kept.path, collection);
          const path = shownPath(request.who.asker, kept.path);
          items.push({ name, outcome, size: kept.size, path, reason: null, detail: null });
        }
      }
      return { items };
    },
  );
}

/** Parts that do not come as they should are the sender's fault. */
async function* wellFormed<T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* parts;
  } catch {
    throw new ProblemError('malformed');
  }
}
