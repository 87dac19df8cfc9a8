import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccountError } from '../../pipeline/people/account-error.ts';
import { QueryTooLongError } from '../../search/query/query.ts';
import { ServerError } from '../../search/server-error.ts';
import { messagesFor, messagesIn } from './language.ts';
import type { ServerMessages } from './messages/vi.ts';
import { accountProblems } from './people/account-problems.ts';
import { type FieldError, type Problem, type ProblemCode, ProblemError, problemStatus } from './problem.ts';
import { InvalidRequest } from './validation.ts';

export const PROBLEM_TYPE = 'application/problem+json';

function problem(code: ProblemCode, { problems }: ServerMessages, more: Partial<Problem> = {}): Problem {
  const [title, detail] = problems[code];
  return { type: `urn:doisoat:problem:${code}`, title, status: problemStatus[code], detail, code, ...more };
}

/** Every error leaves as a problem in the language of the asker; what it was in detail stands in the log only. */
export function tellProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = codeOf(error);
    if (code === 'internal') request.log.error(error);
    return send(request, reply, code, {
      ...(error instanceof InvalidRequest && { errors: error.errorsIn(request) }),
      ...(error instanceof ProblemError && error.present !== undefined && { present: error.present }),
      ...(code === 'internal' && { instance: String(request.id) }),
    });
  });
}

export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  more: { errors?: FieldError[]; present?: unknown; instance?: string } = {},
): FastifyReply {
  return reply
    .code(problemStatus[code])
    .type(PROBLEM_TYPE)
    .header('vary', 'Accept-Language')
    .serializer(JSON.stringify)
    .send(problem(code, messagesFor(request), more));
}

function codeOf(error: FastifyError): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  if (error instanceof InvalidRequest) return 'invalid';
  if (error instanceof AccountError) return accountProblems[error.code];
  if (error.name === 'TooManyFindings') return 'too-many-findings';
  if (error instanceof QueryTooLongError) return 'query-too-long';
  if (error instanceof ServerError) return 'unavailable';
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT') return 'too-slow';
  if (error.statusCode === 413) return 'too-large';
  if (error.statusCode === 415) return 'unsupported-type';
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') return 'bad-json';
  // A file beside those that are served.
  if (error.statusCode === 403 || error.statusCode === 404) return 'no-route';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'malformed';
  return 'internal';
}

/** What never became a request: cut off by the HTTP parser before any language is known. */
export function tellBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code: ProblemCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'address-too-long'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'too-slow'
        : 'malformed';
  const body = JSON.stringify(problem(code, messagesIn('vi')));
  socket.end(
    `HTTP/1.1 ${problemStatus[code]} ${code}\r\nContent-Type: ${PROBLEM_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
