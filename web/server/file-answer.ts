import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from './content-disposition.ts';
import { ORIGINAL_POLICY } from './security.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file that was made for the asker, to be kept. */
export function sendFile(
  reply: FastifyReply,
  name: string,
  mediaType: string,
  content: string | Uint8Array | Readable,
): FastifyReply {
  return reply
    .headers({
      'content-disposition': contentDisposition(name),
      'content-security-policy': ORIGINAL_POLICY,
      'cache-control': 'no-store',
    })
    .type(mediaType)
    .send(content);
}
