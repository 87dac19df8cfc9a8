import { z } from 'zod';
import type { App, Serving } from '../app-types.ts';
import { DOCX, sendFile, XLSX } from '../file-answer.ts';
import { languageOf } from '../language.ts';
import { answersFile } from '../openapi.ts';
import { given } from '../parameters.ts';
import { flagFilter } from './flags.ts';

const Wanted = z.strictObject(flagFilter);
const NAME = 'bien-ban-doi-soat';

/** The protocol of flags and what was decided about them, for signature. */
export function protocolRoutes(app: App, { aside, now }: Serving): void {
  const papers = [
    ['xlsx', XLSX, 'protocolSheet', 'as a workbook'],
    ['docx', DOCX, 'protocolPaper', 'as a paper for signature'],
  ] as const;
  for (const [extension, mediaType, work, how] of papers)
    app.get(
      `/api/protocol.${extension}`,
      {
        config: { access: 'reader', reads: 'export' },
        schema: {
          tags: ['flags'],
          summary: `«Biên bản đối soát» of the flags asked for, ${how}`,
          querystring: Wanted,
          response: answersFile(mediaType, 'To be kept'),
        },
      },
      async (request, reply) => {
        const { asker } = request.who;
        const asked = { asker, language: languageOf(request), filter: given(request.query), made: now() };
        return sendFile(reply, `${NAME}.${extension}`, mediaType, await aside.ask(work, asked));
      },
    );
}
