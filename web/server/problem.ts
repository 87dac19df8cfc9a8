import { z } from 'zod';

/** Every way in which a request can fail, with its status; the words are in `messages/`. */
export const problemStatus = {
  invalid: 400,
  'bad-json': 400,
  'query-too-long': 400,
  malformed: 400,
  'bad-name': 400,
  'too-many-findings': 400,
  'too-wide': 400,
  'needs-reason': 400,
  'no-place': 400,
  'no-period': 400,
  'too-many-kept': 400,
  'weak-password': 400,
  'not-signed-in': 401,
  'bad-token': 401,
  'wrong-password': 401,
  'unknown-person': 401,
  'cross-site': 403,
  csrf: 403,
  forbidden: 403,
  'wrong-host': 421,
  'not-found': 404,
  'no-route': 404,
  'method-not-allowed': 405,
  'changed-meanwhile': 409,
  'last-administrator': 409,
  'name-taken': 409,
  'nothing-to-undo': 409,
  'no-accounts': 409,
  'setup-over': 410,
  'too-slow': 408,
  'too-large': 413,
  'unsupported-type': 415,
  'not-rendered': 422,
  locked: 429,
  'too-many': 429,
  'address-too-long': 431,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** What is wrong with one part of a request: `path` as in `query.limit`. */
export const FieldError = z.strictObject({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457. `code` is stable; `title` and `detail` are for a person, in the language asked for. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** Of an error of the server: where to find it in the log. */
  instance: z.string().optional(),
  errors: z.array(FieldError).optional(),
  /** Of a conflict: what is there now. */
  present: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Thrown by a route to end the request with a problem. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly present: unknown;
  constructor(code: ProblemCode, present?: unknown) {
    super(code);
    this.code = code;
    this.present = present;
  }
}
