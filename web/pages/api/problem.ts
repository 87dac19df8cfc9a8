/** What the server answers where it refuses (RFC 9457); `title` and `detail` are already in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly errors: readonly { path: string; message: string }[];
  /** The whole answer: some problems carry the present state. */
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body.title === 'string' ? body.title : `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = typeof body.code === 'string' ? body.code : String(status);
    this.detail = typeof body.detail === 'string' ? body.detail : null;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.body = body;
  }
}
