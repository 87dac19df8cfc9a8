import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/**
 * Shorter answers are not worth the work. Nor may secrets be packed together with what a stranger can have put beside them;
 * those that are told (of a session, a token) stand in short answers.
 */
const LEAST = 8_000;
/** Text of reports becomes a fifth at once; more work would make it little less. */
const QUICKEST = 1;

const packed = promisify(gzip);

/** Lists and reports are sent packed to those who can unpack them: passages with whole tables are long. */
export function packAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < LEAST) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b(?!\s*;\s*q=0)/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    const tag = reply.getHeader('etag');
    // The same answer in other bytes.
    if (typeof tag === 'string') reply.header('etag', `W/${tag}`);
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return packed(payload, { level: QUICKEST });
  });
}
