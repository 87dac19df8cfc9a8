// Made by `npm run client`; do not edit.
// @ts-nocheck
export interface Account {
  confined: boolean;
  /**
   * @format date-time
   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
   */
  created: string;
  disabled: boolean;
  /**
   * @minLength 1
   * @maxLength 200
   */
  displayName: string;
  language: "vi" | "en" | null;
  /** @pattern ^[a-z0-9][a-z0-9._@-]{0,99}$ */
  name: string;
  role: "reader" | "auditor" | "administrator";
}

export interface AuditEntry {
  account: string;
  action: "search" | "list" | "open" | "download" | "export";
  /**
   * @format date-time
   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
   */
  at: string;
  collection: string;
  report: string | null;
}

export interface Block {
  id: string;
  kind:
    | "heading"
    | "paragraph"
    | "list-item"
    | "table"
    | "footnote"
    | "endnote"
    | "comment"
    | "text-box"
    | "page-header"
    | "page-footer"
    | "header"
    | "signature"
    | "recipients";
  note: {
    /**
     * @min 0
     * @max 9007199254740991
     */
    at: number;
    block: string;
    mark: string;
  } | null;
  ocrConfidence: number | null;
  page: number | null;
  parent: {
    block: string;
    /**
     * @min 0
     * @max 9007199254740991
     */
    col: number;
    /**
     * @min 0
     * @max 9007199254740991
     */
    row: number;
  } | null;
  section: string | null;
  table: {
    cells: {
      /**
       * @min 0
       * @max 9007199254740991
       */
      col: number;
      /**
       * @min 1
       * @max 9007199254740991
       */
      colSpan: number;
      /**
       * @min 0
       * @max 9007199254740991
       */
      end: number;
      /**
       * @min 0
       * @max 9007199254740991
       */
      row: number;
      /**
       * @min 1
       * @max 9007199254740991
       */
      rowSpan: number;
      /**
       * @min 0
       * @max 9007199254740991
       */
      start: number;
      text: string;
    }[];
    /**
     * @min 0
     * @max 1
     */
    confidence: number;
    /**
     * @min 0
     * @max 9007199254740991
     */
    headerRows: number;
  } | null;
  text: string;
}

export interface CascadeNode {
  children: CascadeNode[];
  number: string;
  via: string;
}

export interface Citation {
  block: string;
  date: string | null;
  directive: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  inferred: string[];
  issuer: string | null;
  number: string | null;
  quote: string;
  self: boolean;
  shorthand: boolean;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  title: string | null;
  type: string | null;
  unlinkedReason: string | null;
}

export interface CollectionRule {
  accounts: string[];
  audited: boolean;
  /**
   * @minLength 1
   * @maxLength 500
   */
  collection: string;
  roles: ("reader" | "auditor" | "administrator")[];
  /**
   * @min 1
   * @max 9007199254740991
   */
  version: number;
}

export interface Correction {
  /**
   * @format date-time
   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
   */
  at: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  by: string;
  change:
    | (
        | {
            set: {
              date?: string | null;
              issuer?: string | null;
              number?: string | null;
              period?: {
                from: string | null;
                label: string;
                to: string | null;
              } | null;
              signer?: string | null;
              title?: string | null;
              type?: string | null;
              units?: Unit[];
            };
            what: "header";
          }
        | {
            kind: "citations" | "relations" | "indicators" | "issues";
            record: string;
            what: "reject";
          }
        | {
            citation: string;
            directive: string | null;
            number: string | null;
            what: "link";
          }
        | {
            indicator: string;
            unit: string | null;
            value: number;
            what: "figure";
          }
      )
    | null;
  comment: string | null;
  report: string;
  undoes: number | null;
  /**
   * @min 1
   * @max 9007199254740991
   */
  version: number;
}

export interface Coverage {
  byFate: {
    /**
     * @min 0
     * @max 9007199254740991
     */
    consistent: number;
    /**
     * @min 0
     * @max 9007199254740991
     */
    flagged: number;
    notCheckable: Partial<Record<string, number>>;
  };
  /**
   * @min 0
   * @max 9007199254740991
   */
  claimsChecked: number;
  /**
   * @min 0
   * @max 9007199254740991
   */
  claimsFound: number;
}

export interface Decision {
  assignee: string | null;
  /**
   * @format date-time
   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
   */
  at: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  by: string;
  comment: string | null;
  fingerprint: string;
  flag: string;
  reason: string | null;
  state: "open" | "confirmed" | "dismissed" | "fixed";
  undoes: number | null;
  /**
   * @min 1
   * @max 9007199254740991
   */
  version: number;
}

export interface DeskFlag {
  assignee: string | null;
  certain: boolean;
  decision: Decision | null;
  /** @minItems 1 */
  evidence: Evidence[];
  expected: string | null;
  fingerprint: string;
  formula: string | null;
  id: string;
  interval: string | null;
  kind:
    | "parts-total"
    | "percentage"
    | "product"
    | "granularity"
    | "growth"
    | "table-column-total"
    | "table-row-total"
    | "prose-table"
    | "table-table"
    | "repeated-figure"
    | "subset-bound"
    | "list-count"
    | "row-count"
    | "anniversary"
    | "malformed-number"
    | "unit-magnitude"
    | "rank"
    | "date-order"
    | "directive-identity"
    | "issuer-code"
    | "cross-report"
    | "cumulative"
    | "roll-up"
    | "target-result";
  message: {
    en: string;
    vi: string;
  };
  page: number | null;
  reopenedBecause: "figures-changed" | null;
  report: ReportHead;
  /** @minItems 1 */
  reports: ReportHead[];
  section: string | null;
  severity: "error" | "warning" | "info";
  state: "open" | "confirmed" | "dismissed" | "fixed";
  stated: string | null;
  suggestion: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  version: number;
}

export interface Diagnostic {
  /** @default null */
  block: string | null;
  code: string;
  message: string;
  /** @default null */
  page: number | null;
  severity: "error" | "warning" | "info";
}

export interface Directive {
  date: string | null;
  identity: string;
  issuer: string | null;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  mentions: number;
  number: string;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  reports: number;
  spellings: string[];
  title: string | null;
  type: string | null;
}

export interface Evidence {
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  quote: string;
  role: string;
  source?: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
}

export interface Extraction {
  sha256: string | null;
  blocks: Block[];
  citations: Citation[];
  coverage: Coverage;
  diagnostics: Diagnostic[];
  flags: Flag[];
  indicators: Indicator[];
  issues: Issue[];
  mediaType: string | null;
  pipelineVersion: string;
  relations: Relation[];
  report: Report;
  source: string;
  status: "complete" | "partial" | "failed";
}

export type Facet = [string, number][];

export interface FieldError {
  message: string;
  path: string;
}

export interface Flag {
  certain: boolean;
  /** @minItems 1 */
  evidence: Evidence[];
  expected: string | null;
  fingerprint: string;
  formula: string | null;
  id: string;
  interval: string | null;
  kind:
    | "parts-total"
    | "percentage"
    | "product"
    | "granularity"
    | "growth"
    | "table-column-total"
    | "table-row-total"
    | "prose-table"
    | "table-table"
    | "repeated-figure"
    | "subset-bound"
    | "list-count"
    | "row-count"
    | "anniversary"
    | "malformed-number"
    | "unit-magnitude"
    | "rank"
    | "date-order"
    | "directive-identity"
    | "issuer-code"
    | "cross-report"
    | "cumulative"
    | "roll-up"
    | "target-result";
  message: {
    en: string;
    vi: string;
  };
  severity: "error" | "warning" | "info";
  stated: string | null;
  suggestion: string | null;
}

export interface FlagCounts {
  /**
   * @min 0
   * @max 9007199254740991
   */
  checked: number;
  /**
   * @min 0
   * @max 9007199254740991
   */
  consistent: number;
  /**
   * @min 0
   * @max 9007199254740991
   */
  decided: number;
  /**
   * @min 0
   * @max 9007199254740991
   */
  flagged: number;
}

export interface FlagFile {
  flag: DeskFlag;
  history: Decision[];
  places: {
    block: string;
    /**
     * @min 0
     * @max 9007199254740991
     */
    end: number;
    page: number | null;
    quote: string;
    report: string;
    role: string;
    section: string | null;
    source?: string;
    /**
     * @min 0
     * @max 9007199254740991
     */
    start: number;
  }[];
}

export interface Indicator {
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  kind: "result" | "target" | "stock" | "rate" | "difference";
  label: string;
  of: string | null;
  partOf: string | null;
  period: string | null;
  qualifier: string | null;
  quote: string;
  raw: string;
  rules: string[];
  scope: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  table: {
    column: string[];
    /**
     * @min 0
     * @max 9007199254740991
     */
    index: number;
    row: string[];
  } | null;
  unit: string | null;
  value: number;
}

export interface Issue {
  addressedTo: string | null;
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  people: number | null;
  place: string | null;
  quote: string;
  response: string | null;
  stance: string[];
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  topic: string;
}

export interface LedgerBalance {
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  duplicate: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  failed: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  files: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  indexed: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  partial: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  queued: number;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  reading: number;
}

export interface LedgerEntry {
  sha256: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  attempts: number;
  collection: string;
  detail: string | null;
  duplicateOf: string | null;
  path: string;
  pipelineVersion: string;
  reason: string | null;
  size: number | null;
  state: "queued" | "reading" | "indexed" | "partial" | "failed" | "duplicate";
  updated: string | null;
}

export interface PlacedCitation {
  block: string;
  date: string | null;
  directive: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  inferred: string[];
  issuer: string | null;
  number: string | null;
  page: number | null;
  quote: string;
  report: ReportHead;
  section: string | null;
  self: boolean;
  shorthand: boolean;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  title: string | null;
  type: string | null;
  unlinkedReason: string | null;
}

export interface PlacedIndicator {
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  kind: "result" | "target" | "stock" | "rate" | "difference";
  label: string;
  of: string | null;
  page: number | null;
  partOf: string | null;
  period: string | null;
  qualifier: string | null;
  quote: string;
  raw: string;
  report: ReportHead;
  rules: string[];
  scope: string | null;
  section: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  table: {
    column: string[];
    /**
     * @min 0
     * @max 9007199254740991
     */
    index: number;
    row: string[];
  } | null;
  unit: string | null;
  value: number;
}

export interface PlacedIssue {
  addressedTo: string | null;
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  id: string;
  page: number | null;
  people: number | null;
  place: string | null;
  quote: string;
  report: ReportHead;
  response: string | null;
  section: string | null;
  stance: string[];
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  topic: string;
}

export interface PlacedRelation {
  actor: string | null;
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  from: string | null;
  id: string;
  modality: "done" | "planned" | "proposed" | "negated";
  page: number | null;
  place: string | null;
  quote: string;
  report: ReportHead;
  section: string | null;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  to: string;
  verb: string;
}

export interface Problem {
  code: string;
  detail: string;
  errors?: FieldError[];
  instance?: string;
  present?: any;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  status: number;
  title: string;
  type: string;
}

export interface Relation {
  actor: string | null;
  block: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  end: number;
  from: string | null;
  id: string;
  modality: "done" | "planned" | "proposed" | "negated";
  place: string | null;
  quote: string;
  /**
   * @min 0
   * @max 9007199254740991
   */
  start: number;
  to: string;
  verb: string;
}

export interface Report {
  date: string | null;
  issuer: string | null;
  number: string | null;
  period: {
    from: string | null;
    label: string;
    to: string | null;
  } | null;
  signer: string | null;
  source: "header" | "attachment-line" | "signature" | "title" | null;
  title: string | null;
  type: string | null;
  units: Unit[];
}

export interface ReportHead {
  date: string | null;
  id: string;
  issuer: string | null;
  number: string | null;
  path: string;
  period: {
    from: string | null;
    label: string;
    to: string | null;
  } | null;
  signer: string | null;
  source: "header" | "attachment-line" | "signature" | "title" | null;
  title: string | null;
  type: string | null;
  units: Unit[];
}

export interface SearchHit {
  block: string;
  highlights: [number, number][];
  page: number | null;
  report: ReportHead;
  section: string | null;
  text: string;
  tier: "phrase" | "exact" | "folded-phrase" | "folded" | "some";
}

export interface SignOff {
  /**
   * @format date-time
   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
   */
  at: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  by: string;
  comment: string | null;
  counts: FlagCounts;
  flags: Partial<Record<string, string>>;
  report: string;
  signed: boolean;
  undoes: number | null;
  /**
   * @min 1
   * @max 9007199254740991
   */
  version: number;
}

export interface SignOffStatus {
  added: string[];
  changed: string[];
  gone: string[];
  signOff: SignOff | null;
  upToDate: boolean;
}

export interface Trace {
  cascade: CascadeNode[];
  changes: {
    number: string;
    verb: string;
  }[];
  directive: Directive | null;
  mentions: TraceMention[];
  others: Directive[];
  related: {
    /**
     * @min -9007199254740991
     * @max 9007199254740991
     */
    mentions: number;
    number: string;
  }[];
  silent: {
    /**
     * @min -9007199254740991
     * @max 9007199254740991
     */
    reports: number;
    unit: Unit;
  }[];
  timeline: {
    /**
     * @format date
     * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
     */
    date: string;
    number: string | null;
    report: string | null;
    verbs: string[];
  }[];
}

export interface TraceMention {
  actor: string | null;
  block: string;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  end: number;
  modality: "done" | "planned" | "proposed" | "negated" | null;
  page: number | null;
  place: string | null;
  quote: string;
  report: ReportHead;
  section: string | null;
  /**
   * @min -9007199254740991
   * @max 9007199254740991
   */
  start: number;
  verb: string | null;
}

export interface Unit {
  code: string | null;
  level: "central" | "province" | "district" | "commune" | "village";
  name: string;
}

export type QueryParamsType = Record<string | number, any>;
export type ResponseFormat = keyof Omit<Body, "body" | "bodyUsed">;

export interface FullRequestParams extends Omit<RequestInit, "body"> {
  /** set parameter to `true` for call `securityWorker` for this request */
  secure?: boolean;
  /** request path */
  path: string;
  /** content type of request body */
  type?: ContentType;
  /** query params */
  query?: QueryParamsType;
  /** format of response (i.e. response.json() -> format: "json") */
  format?: ResponseFormat;
  /** request body */
  body?: unknown;
  /** base url */
  baseUrl?: string;
  /** request cancellation token */
  cancelToken?: CancelToken;
}

export type RequestParams = Omit<
  FullRequestParams,
  "body" | "method" | "query" | "path"
>;

export interface ApiConfig<SecurityDataType = unknown> {
  baseUrl?: string;
  baseApiParams?: Omit<RequestParams, "baseUrl" | "cancelToken" | "signal">;
  securityWorker?: (
    securityData: SecurityDataType | null,
  ) => Promise<RequestParams | void> | RequestParams | void;
  customFetch?: typeof fetch;
}

export interface HttpResponse<D extends unknown, E extends unknown = unknown>
  extends Response {
  data: D;
  error: E;
}

type CancelToken = Symbol | string | number;

export type ContentType =
  | "application/json"
  | "application/vnd.api+json"
  | "multipart/form-data"
  | "application/x-www-form-urlencoded"
  | "text/plain";

export class HttpClient<SecurityDataType = unknown> {
  public baseUrl: string = "";
  private securityData: SecurityDataType | null = null;
  private securityWorker?: ApiConfig<SecurityDataType>["securityWorker"];
  private abortControllers = new Map<CancelToken, AbortController>();
  private customFetch = (...fetchParams: Parameters<typeof fetch>) =>
    fetch(...fetchParams);

  private baseApiParams: RequestParams = {
    credentials: "same-origin",
    headers: {},
    redirect: "follow",
    referrerPolicy: "no-referrer",
  };

  constructor(apiConfig: ApiConfig<SecurityDataType> = {}) {
    Object.assign(this, apiConfig);
  }

  public setSecurityData = (data: SecurityDataType | null) => {
    this.securityData = data;
  };

  protected encodeQueryParam(key: string, value: any) {
    const encodedKey = encodeURIComponent(key);
    return `${encodedKey}=${encodeURIComponent(typeof value === "number" ? value : `${value}`)}`;
  }

  protected addQueryParam(query: QueryParamsType, key: string) {
    return this.encodeQueryParam(key, query[key]);
  }

  protected addArrayQueryParam(query: QueryParamsType, key: string) {
    const value = query[key];
    return value.map((v: any) => this.encodeQueryParam(key, v)).join("&");
  }

  protected toQueryString(rawQuery?: QueryParamsType): string {
    const query = rawQuery || {};
    const keys = Object.keys(query).filter(
      (key) => "undefined" !== typeof query[key],
    );
    return keys
      .map((key) =>
        Array.isArray(query[key])
          ? this.addArrayQueryParam(query, key)
          : this.addQueryParam(query, key),
      )
      .join("&");
  }

  protected addQueryParams(rawQuery?: QueryParamsType): string {
    const queryString = this.toQueryString(rawQuery);
    return queryString ? `?${queryString}` : "";
  }

  private contentFormatters: Record<ContentType, (input: any) => any> = {
    ["application/json"]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    ["application/vnd.api+json"]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    ["text/plain"]: (input: any) =>
      input !== null && typeof input !== "string"
        ? JSON.stringify(input)
        : input,
    ["multipart/form-data"]: (input: any) => {
      if (input instanceof FormData) {
        return input;
      }

      return Object.keys(input || {}).reduce((formData, key) => {
        const property = input[key];
        formData.append(
          key,
          property instanceof Blob
            ? property
            : typeof property === "object" && property !== null
              ? JSON.stringify(property)
              : `${property}`,
        );
        return formData;
      }, new FormData());
    },
    ["application/x-www-form-urlencoded"]: (input: any) =>
      this.toQueryString(input),
  };

  protected mergeRequestParams(
    params1: RequestParams,
    params2?: RequestParams,
  ): RequestParams {
    return {
      ...this.baseApiParams,
      ...params1,
      ...(params2 || {}),
      headers: {
        ...(this.baseApiParams.headers || {}),
        ...(params1.headers || {}),
        ...((params2 && params2.headers) || {}),
      },
    };
  }

  protected createAbortSignal = (
    cancelToken: CancelToken,
  ): AbortSignal | undefined => {
    if (this.abortControllers.has(cancelToken)) {
      const abortController = this.abortControllers.get(cancelToken);
      if (abortController) {
        return abortController.signal;
      }
      return void 0;
    }

    const abortController = new AbortController();
    this.abortControllers.set(cancelToken, abortController);
    return abortController.signal;
  };

  public abortRequest = (cancelToken: CancelToken) => {
    const abortController = this.abortControllers.get(cancelToken);

    if (abortController) {
      abortController.abort();
      this.abortControllers.delete(cancelToken);
    }
  };

  public request = async <T = any, E = any>({
    body,
    secure,
    path,
    type,
    query,
    format,
    baseUrl,
    cancelToken,
    ...params
  }: FullRequestParams): Promise<T> => {
    const secureParams =
      ((typeof secure === "boolean" ? secure : this.baseApiParams.secure) &&
        this.securityWorker &&
        (await this.securityWorker(this.securityData))) ||
      {};
    const requestParams = this.mergeRequestParams(params, secureParams);
    const queryString = query && this.toQueryString(query);
    const payloadFormatter = this.contentFormatters[type || "application/json"];
    const responseFormat = format || requestParams.format;

    return this.customFetch(
      `${baseUrl || this.baseUrl || ""}${path}${queryString ? `?${queryString}` : ""}`,
      {
        ...requestParams,
        headers: {
          ...(requestParams.headers || {}),
          ...(type && type !== "multipart/form-data"
            ? { "Content-Type": type }
            : {}),
        },
        signal:
          (cancelToken
            ? this.createAbortSignal(cancelToken)
            : requestParams.signal) || null,
        body:
          typeof body === "undefined" || body === null
            ? null
            : payloadFormatter(body),
      },
    ).then(async (response) => {
      const r = response as HttpResponse<T, E>;
      r.data = null as unknown as T;
      r.error = null as unknown as E;

      const responseToParse = responseFormat ? response.clone() : response;
      const data = !responseFormat
        ? r
        : await responseToParse[responseFormat]()
            .then((data) => {
              if (r.ok) {
                r.data = data;
              } else {
                r.error = data;
              }
              return r;
            })
            .catch((e) => {
              r.error = e;
              return r;
            });

      if (cancelToken) {
        this.abortControllers.delete(cancelToken);
      }

      if (!response.ok) throw data;
      return data.data;
    });
  };
}

/**
 * @title doisoat
 * @version 0
 *
 * Reports of Party and State bodies: what they cite, the figures they give, what residents raise, and where they contradict each other.
 */
export class Api<
  SecurityDataType extends unknown,
> extends HttpClient<SecurityDataType> {
  api = {
    /**
     * No description
     *
     * @tags people
     * @name AccountsCreate
     * @summary A new account
     * @request POST:/api/accounts
     * @secure
     */
    accountsCreate: (
      data: {
        /** @default false */
        confined?: boolean;
        /**
         * @minLength 1
         * @maxLength 200
         */
        displayName?: string;
        /** @maxLength 200 */
        name: string;
        /** @maxLength 500 */
        password?: string;
        role: "reader" | "auditor" | "administrator";
        /**
         * @minLength 1
         * @maxLength 500
         */
        subject?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Account, Problem>({
        path: `/api/accounts`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name AccountsList
     * @summary All accounts
     * @request GET:/api/accounts
     * @secure
     */
    accountsList: (params: RequestParams = {}) =>
      this.request<
        {
          items: Account[];
        },
        Problem
      >({
        path: `/api/accounts`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name AccountsPartialUpdate
     * @summary Changes an account
     * @request PATCH:/api/accounts/{name}
     * @secure
     */
    accountsPartialUpdate: (
      name: string,
      data: {
        confined?: boolean;
        disabled?: boolean;
        /**
         * @minLength 1
         * @maxLength 200
         */
        displayName?: string;
        language?: "vi" | "en" | null;
        role?: "reader" | "auditor" | "administrator";
      },
      params: RequestParams = {},
    ) =>
      this.request<Account, Problem>({
        path: `/api/accounts/${encodeURIComponent(name)}`,
        method: "PATCH",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name AccountsPasswordUpdate
     * @summary Sets a password, unlocks the account and ends its sessions
     * @request PUT:/api/accounts/{name}/password
     * @secure
     */
    accountsPasswordUpdate: (
      name: string,
      data: {
        /** @maxLength 500 */
        password: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<void, Problem>({
        path: `/api/accounts/${encodeURIComponent(name)}/password`,
        method: "PUT",
        body: data,
        secure: true,
        type: "application/json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name AuditList
     * @summary Who has read what of audited collections, newest first
     * @request GET:/api/audit
     * @secure
     */
    auditList: (
      query?: {
        /** @maxLength 200 */
        account?: string;
        /** @maxLength 500 */
        collection?: string;
        /** @maxLength 20 */
        cursor?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: AuditEntry[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/audit`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name CitationsList
     * @summary Mentions of documents
     * @request GET:/api/citations
     * @secure
     */
    citationsList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: PlacedCitation[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/citations`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name CollectionsList
     * @summary Collections that I may see
     * @request GET:/api/collections
     * @secure
     */
    collectionsList: (params: RequestParams = {}) =>
      this.request<
        {
          items: {
            balance: LedgerBalance;
            collection: string;
            rule: CollectionRule | null;
          }[];
        },
        Problem
      >({
        path: `/api/collections`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name CollectionsRuleDelete
     * @summary Opens a collection again
     * @request DELETE:/api/collections/{collection}/rule
     * @secure
     */
    collectionsRuleDelete: (collection: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/collections/${encodeURIComponent(collection)}/rule`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name CollectionsRuleUpdate
     * @summary Says who may see a collection
     * @request PUT:/api/collections/{collection}/rule
     * @secure
     */
    collectionsRuleUpdate: (
      collection: string,
      data: {
        accounts: string[];
        audited: boolean;
        roles: ("reader" | "auditor" | "administrator")[];
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<CollectionRule, Problem>({
        path: `/api/collections/${encodeURIComponent(collection)}/rule`,
        method: "PUT",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name DecisionsCreate
     * @summary Decides about several flags alike; each has an outcome of its own
     * @request POST:/api/decisions
     * @secure
     */
    decisionsCreate: (
      data: {
        assignee?: string | null;
        /**
         * @minLength 1
         * @maxLength 4000
         */
        comment?: string;
        /**
         * @maxItems 500
         * @minItems 1
         */
        flags: {
          /**
           * @minLength 1
           * @maxLength 200
           */
          id: string;
          /**
           * @min 0
           * @max 9007199254740991
           */
          version: number;
        }[];
        /**
         * @minLength 1
         * @maxLength 4000
         */
        reason?: string;
        state: "open" | "confirmed" | "dismissed" | "fixed";
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: {
            decision: Decision | null;
            flag: string;
            outcome: "kept" | "conflict" | "unknown" | "nothing-to-undo";
          }[];
        },
        Problem
      >({
        path: `/api/decisions`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags directives
     * @name DirectivesList
     * @summary Documents that reports cite
     * @request GET:/api/directives
     * @secure
     */
    directivesList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        number?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: Directive[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/directives`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags directives
     * @name DirectivesTraceDocxList
     * @summary The same as a paper
     * @request GET:/api/directives/trace.docx
     * @secure
     */
    directivesTraceDocxList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 1000
         */
        number: string;
        /** @maxLength 1000 */
        place?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/directives/trace.docx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags directives
     * @name DirectivesTraceList
     * @summary Where a document was carried out, by whom, what it led to, who is silent
     * @request GET:/api/directives/trace
     * @secure
     */
    directivesTraceList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 1000
         */
        number: string;
        /** @maxLength 1000 */
        place?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Trace, Problem>({
        path: `/api/directives/trace`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags directives
     * @name DirectivesTraceXlsxList
     * @summary The same as a workbook
     * @request GET:/api/directives/trace.xlsx
     * @secure
     */
    directivesTraceXlsxList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 1000
         */
        number: string;
        /** @maxLength 1000 */
        place?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/directives/trace.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * @description `balance`, `page`, `settled` and `running`; `data` is JSON.
     *
     * @tags ingest
     * @name EventsList
     * @summary Progress as server-sent events
     * @request GET:/api/events
     * @secure
     */
    eventsList: (params: RequestParams = {}) =>
      this.request<any, Problem>({
        path: `/api/events`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags exports
     * @name ExportsHitsCsvList
     * @summary All hits that satisfy the conditions, with links to their places
     * @request GET:/api/exports/hits.csv
     * @secure
     */
    exportsHitsCsvList: (
      query?: {
        collection?: string[];
        directive?: string[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        issuer?: string[];
        level?: ("central" | "province" | "district" | "commune" | "village")[];
        place?: string[];
        /** @default "" */
        q?: string;
        /** @default "relevance" */
        sort?: "relevance" | "newest" | "oldest";
        status?: (
          | "open"
          | "decided"
          | "consistent"
          | "unchecked"
          | "signed-off"
        )[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        topic?: string[];
        type?: string[];
      },
      params: RequestParams = {},
    ) =>
      this.request<any, Problem>({
        path: `/api/exports/hits.csv`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags exports
     * @name ExportsHitsXlsxList
     * @summary All hits that satisfy the conditions, with links to their places
     * @request GET:/api/exports/hits.xlsx
     * @secure
     */
    exportsHitsXlsxList: (
      query?: {
        collection?: string[];
        directive?: string[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        issuer?: string[];
        level?: ("central" | "province" | "district" | "commune" | "village")[];
        place?: string[];
        /** @default "" */
        q?: string;
        /** @default "relevance" */
        sort?: "relevance" | "newest" | "oldest";
        status?: (
          | "open"
          | "decided"
          | "consistent"
          | "unchecked"
          | "signed-off"
        )[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        topic?: string[];
        type?: string[];
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/exports/hits.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags exports
     * @name ExportsIndicatorsCsvList
     * @summary All indicators that satisfy the conditions, with links to their places
     * @request GET:/api/exports/indicators.csv
     * @secure
     */
    exportsIndicatorsCsvList: (
      query?: {
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<any, Problem>({
        path: `/api/exports/indicators.csv`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags exports
     * @name ExportsIndicatorsXlsxList
     * @summary All indicators that satisfy the conditions, with links to their places
     * @request GET:/api/exports/indicators.xlsx
     * @secure
     */
    exportsIndicatorsXlsxList: (
      query?: {
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/exports/indicators.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * @description Any number of files, each written to disk as it comes. Each has an outcome of its own; what was sent before a connection broke has been queued, and sending a file again changes nothing.
     *
     * @tags ingest
     * @name FilesCreate
     * @summary Files to be read
     * @request POST:/api/files
     * @secure
     */
    filesCreate: (
      data: {
        files: File[];
      },
      query?: {
        /**
         * @minLength 1
         * @maxLength 200
         * @default "default"
         */
        collection?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: {
            detail: string | null;
            name: string;
            outcome: "queued" | "known" | "refused";
            path: string | null;
            reason: string | null;
            size: number | null;
          }[];
        },
        Problem
      >({
        path: `/api/files`,
        method: "POST",
        query: query,
        body: data,
        secure: true,
        type: "multipart/form-data",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsCountsList
     * @summary Claims checked and consistent, flags raised and decided
     * @request GET:/api/flags/counts
     * @secure
     */
    flagsCountsList: (
      query?: {
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<FlagCounts, Problem>({
        path: `/api/flags/counts`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsDecisionsCreate
     * @summary Decides about a flag; of two at once the second is told what the first has said
     * @request POST:/api/flags/{id}/decisions
     * @secure
     */
    flagsDecisionsCreate: (
      id: string,
      data: {
        assignee?: string | null;
        /**
         * @minLength 1
         * @maxLength 4000
         */
        comment?: string;
        /**
         * @minLength 1
         * @maxLength 4000
         */
        reason?: string;
        state: "open" | "confirmed" | "dismissed" | "fixed";
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<Decision, Problem>({
        path: `/api/flags/${encodeURIComponent(id)}/decisions`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsDetail
     * @summary One flag: each piece of evidence with its place, and all that was said of it
     * @request GET:/api/flags/{id}
     * @secure
     */
    flagsDetail: (id: string, params: RequestParams = {}) =>
      this.request<FlagFile, Problem>({
        path: `/api/flags/${encodeURIComponent(id)}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsList
     * @summary Where reports contradict themselves or each other, and what was decided about it
     * @request GET:/api/flags
     * @secure
     */
    flagsList: (
      query?: {
        /** @maxLength 200 */
        assignee?: string;
        certain?: "true" | "false";
        /** @maxLength 20 */
        cursor?: string;
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        kind?:
          | "parts-total"
          | "percentage"
          | "product"
          | "granularity"
          | "growth"
          | "table-column-total"
          | "table-row-total"
          | "prose-table"
          | "table-table"
          | "repeated-figure"
          | "subset-bound"
          | "list-count"
          | "row-count"
          | "anniversary"
          | "malformed-number"
          | "unit-magnitude"
          | "rank"
          | "date-order"
          | "directive-identity"
          | "issuer-code"
          | "cross-report"
          | "cumulative"
          | "roll-up"
          | "target-result";
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        severity?: "error" | "warning" | "info";
        state?: "open" | "confirmed" | "dismissed" | "fixed";
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: DeskFlag[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/flags`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsUndoCreate
     * @summary Takes back the last decision
     * @request POST:/api/flags/{id}/undo
     * @secure
     */
    flagsUndoCreate: (
      id: string,
      data: {
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<Decision, Problem>({
        path: `/api/flags/${encodeURIComponent(id)}/undo`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name IndicatorsList
     * @summary Figures
     * @request GET:/api/indicators
     * @secure
     */
    indicatorsList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: PlacedIndicator[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/indicators`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name IssuesList
     * @summary What residents raise
     * @request GET:/api/issues
     * @secure
     */
    issuesList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        stance?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        topic?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: PlacedIssue[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/issues`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name IssuesTopicsList
     * @summary What residents raise, counted by topic
     * @request GET:/api/issues/topics
     * @secure
     */
    issuesTopicsList: (
      query?: {
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        stance?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: {
            /**
             * @min -9007199254740991
             * @max 9007199254740991
             */
            answered: number;
            /**
             * @min -9007199254740991
             * @max 9007199254740991
             */
            issues: number;
            places: Facet;
            /**
             * @min -9007199254740991
             * @max 9007199254740991
             */
            reports: number;
            stances: Facet;
            topic: string;
            years: Facet;
          }[];
        },
        Problem
      >({
        path: `/api/issues/topics`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags ingest
     * @name JobsList
     * @summary What became of each file
     * @request GET:/api/jobs
     * @secure
     */
    jobsList: (
      query?: {
        /** @maxLength 200 */
        collection?: string;
        /** @maxLength 20 */
        cursor?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        state?:
          | "queued"
          | "reading"
          | "indexed"
          | "partial"
          | "failed"
          | "duplicate";
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          balance: LedgerBalance;
          items: LedgerEntry[];
          next: string | null;
          running: boolean;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/jobs`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags ingest
     * @name JobsRetryCreate
     * @summary Reads files again that could not be read
     * @request POST:/api/jobs/retry
     * @secure
     */
    jobsRetryCreate: (
      data: {
        /**
         * @minLength 1
         * @maxLength 200
         */
        collection: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          queued: number;
        },
        Problem
      >({
        path: `/api/jobs/retry`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name OpenidBackList
     * @summary Where that service sends the browser back to
     * @request GET:/api/openid/back
     * @secure
     */
    openidBackList: (
      query: {
        /** @maxLength 200 */
        state: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<any, void | Problem>({
        path: `/api/openid/back`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name OpenidList
     * @summary Signs in at the service of the organisation
     * @request GET:/api/openid
     * @secure
     */
    openidList: (params: RequestParams = {}) =>
      this.request<any, void | Problem>({
        path: `/api/openid`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name ProtocolDocxList
     * @summary «Biên bản đối soát» of the flags asked for, as a paper for signature
     * @request GET:/api/protocol.docx
     * @secure
     */
    protocolDocxList: (
      query?: {
        /** @maxLength 200 */
        assignee?: string;
        certain?: "true" | "false";
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        kind?:
          | "parts-total"
          | "percentage"
          | "product"
          | "granularity"
          | "growth"
          | "table-column-total"
          | "table-row-total"
          | "prose-table"
          | "table-table"
          | "repeated-figure"
          | "subset-bound"
          | "list-count"
          | "row-count"
          | "anniversary"
          | "malformed-number"
          | "unit-magnitude"
          | "rank"
          | "date-order"
          | "directive-identity"
          | "issuer-code"
          | "cross-report"
          | "cumulative"
          | "roll-up"
          | "target-result";
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        severity?: "error" | "warning" | "info";
        state?: "open" | "confirmed" | "dismissed" | "fixed";
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/protocol.docx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name ProtocolXlsxList
     * @summary «Biên bản đối soát» of the flags asked for, as a workbook
     * @request GET:/api/protocol.xlsx
     * @secure
     */
    protocolXlsxList: (
      query?: {
        /** @maxLength 200 */
        assignee?: string;
        certain?: "true" | "false";
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        kind?:
          | "parts-total"
          | "percentage"
          | "product"
          | "granularity"
          | "growth"
          | "table-column-total"
          | "table-row-total"
          | "prose-table"
          | "table-table"
          | "repeated-figure"
          | "subset-bound"
          | "list-count"
          | "row-count"
          | "anniversary"
          | "malformed-number"
          | "unit-magnitude"
          | "rank"
          | "date-order"
          | "directive-identity"
          | "issuer-code"
          | "cross-report"
          | "cumulative"
          | "roll-up"
          | "target-result";
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        severity?: "error" | "warning" | "info";
        state?: "open" | "confirmed" | "dismissed" | "fixed";
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/protocol.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name RelationsList
     * @summary What is done with documents
     * @request GET:/api/relations
     * @secure
     */
    relationsList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /** @maxLength 1000 */
        directive?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 1000 */
        issuer?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        /** @maxLength 1000 */
        place?: string;
        /** @pattern ^[0-9a-f]{4,64}$ */
        report?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        /** @maxLength 1000 */
        words?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: PlacedRelation[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/relations`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsCorrectionsCreate
     * @summary Corrects what was misread, or takes that back
     * @request POST:/api/reports/{id}/corrections
     * @secure
     */
    reportsCorrectionsCreate: (
      id: string,
      data: {
        change:
          | {
              set: {
                date?: string | null;
                issuer?: string | null;
                number?: string | null;
                period?: string | null;
                place?: string | null;
                signer?: string | null;
                title?: string | null;
                type?: string | null;
              };
              what: "header";
            }
          | {
              kind: "citations" | "relations" | "indicators" | "issues";
              record: string;
              what: "reject";
            }
          | {
              citation: string;
              directive: string | null;
              number: string | null;
              what: "link";
            }
          | {
              indicator: string;
              unit: string | null;
              value: number;
              what: "figure";
            }
          | {
              /**
               * @min 1
               * @max 9007199254740991
               */
              version: number;
              what: "undo";
            };
        /**
         * @minLength 1
         * @maxLength 4000
         */
        comment?: string;
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          applied: boolean;
          correction: Correction;
        },
        Problem
      >({
        path: `/api/reports/${encodeURIComponent(id)}/corrections`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsCorrectionsList
     * @summary What people have corrected in a report
     * @request GET:/api/reports/{id}/corrections
     * @secure
     */
    reportsCorrectionsList: (id: string, params: RequestParams = {}) =>
      this.request<
        {
          items: Correction[];
        },
        Problem
      >({
        path: `/api/reports/${encodeURIComponent(id)}/corrections`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsDetail
     * @summary One report with all that was read in it
     * @request GET:/api/reports/{id}
     * @secure
     */
    reportsDetail: (id: string, params: RequestParams = {}) =>
      this.request<
        {
          copies: ReportHead[];
          extraction: Extraction;
          head: ReportHead;
          paths: string[];
        },
        Problem
      >({
        path: `/api/reports/${encodeURIComponent(id)}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsList
     * @summary Reports, newest first
     * @request GET:/api/reports
     * @secure
     */
    reportsList: (
      query?: {
        /** @maxLength 20 */
        cursor?: string;
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          items: ReportHead[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/reports`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsOriginalList
     * @summary The file as it came
     * @request GET:/api/reports/{id}/original
     * @secure
     */
    reportsOriginalList: (id: string, params: RequestParams = {}) =>
      this.request<Blob, Problem>({
        path: `/api/reports/${encodeURIComponent(id)}/original`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsRenderedList
     * @summary A Word document as a fragment of HTML without scripts, links, pictures and styles
     * @request GET:/api/reports/{id}/rendered
     * @secure
     */
    reportsRenderedList: (id: string, params: RequestParams = {}) =>
      this.request<
        {
          html: string;
        },
        Problem
      >({
        path: `/api/reports/${encodeURIComponent(id)}/rendered`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name ReportsSignOffCreate
     * @summary Signs a report off, or takes that back
     * @request POST:/api/reports/{id}/sign-off
     * @secure
     */
    reportsSignOffCreate: (
      id: string,
      data: {
        /**
         * @minLength 1
         * @maxLength 4000
         */
        comment?: string;
        /** @default true */
        signed?: boolean;
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<SignOff, Problem>({
        path: `/api/reports/${encodeURIComponent(id)}/sign-off`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name ReportsSignOffList
     * @summary Whether a report is signed off, and what has changed since
     * @request GET:/api/reports/{id}/sign-off
     * @secure
     */
    reportsSignOffList: (id: string, params: RequestParams = {}) =>
      this.request<SignOffStatus, Problem>({
        path: `/api/reports/${encodeURIComponent(id)}/sign-off`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags search
     * @name SearchesDelete
     * @summary Forgets a search of mine
     * @request DELETE:/api/searches/{name}
     * @secure
     */
    searchesDelete: (name: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/searches/${encodeURIComponent(name)}`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags search
     * @name SearchesList
     * @summary My saved searches
     * @request GET:/api/searches
     * @secure
     */
    searchesList: (params: RequestParams = {}) =>
      this.request<
        {
          items: {
            filters: Partial<Record<string, string>>;
            /**
             * @minLength 1
             * @maxLength 200
             */
            name: string;
            /** @maxLength 4000 */
            query: string;
            /**
             * @format date-time
             * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
             */
            saved: string;
            seen: {
              /**
               * @format date-time
               * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
               */
              at: string;
              /**
               * @min 0
               * @max 9007199254740991
               */
              total: number;
            } | null;
            /**
             * @min 1
             * @max 9007199254740991
             */
            version: number;
          }[];
        },
        Problem
      >({
        path: `/api/searches`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags search
     * @name SearchesUpdate
     * @summary Saves a search of mine
     * @request PUT:/api/searches/{name}
     * @secure
     */
    searchesUpdate: (
      name: string,
      data: {
        filters: Partial<Record<string, string>>;
        /** @maxLength 4000 */
        query: string;
        seen: number | null;
        /**
         * @min 0
         * @max 9007199254740991
         */
        version: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          filters: Partial<Record<string, string>>;
          /**
           * @minLength 1
           * @maxLength 200
           */
          name: string;
          /** @maxLength 4000 */
          query: string;
          /**
           * @format date-time
           * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
           */
          saved: string;
          seen: {
            /**
             * @format date-time
             * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
             */
            at: string;
            /**
             * @min 0
             * @max 9007199254740991
             */
            total: number;
          } | null;
          /**
           * @min 1
           * @max 9007199254740991
           */
          version: number;
        },
        Problem
      >({
        path: `/api/searches/${encodeURIComponent(name)}`,
        method: "PUT",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags search
     * @name SearchList
     * @summary Passages of reports, with facets
     * @request GET:/api/search
     * @secure
     */
    searchList: (
      query?: {
        collection?: string[];
        /** @maxLength 20 */
        cursor?: string;
        directive?: string[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        issuer?: string[];
        level?: ("central" | "province" | "district" | "commune" | "village")[];
        /**
         * @min 1
         * @max 200
         * @default 20
         */
        limit?: number;
        place?: string[];
        /** @default "" */
        q?: string;
        /** @default "relevance" */
        sort?: "relevance" | "newest" | "oldest";
        status?: (
          | "open"
          | "decided"
          | "consistent"
          | "unchecked"
          | "signed-off"
        )[];
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        topic?: string[];
        type?: string[];
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          facets: Partial<Record<string, Facet>>;
          hints: {
            code: string;
            value: string;
          }[];
          items: SearchHit[];
          next: string | null;
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          total: number;
        },
        Problem
      >({
        path: `/api/search`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags figures
     * @name SeriesCsvList
     * @summary The same as CSV
     * @request GET:/api/series.csv
     * @secure
     */
    seriesCsvList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 300
         */
        concept: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 300 */
        place?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<any, Problem>({
        path: `/api/series.csv`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags figures
     * @name SeriesList
     * @summary One figure over times and places, each point with its sources
     * @request GET:/api/series
     * @secure
     */
    seriesList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 300
         */
        concept: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 300 */
        place?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          /**
           * @min -9007199254740991
           * @max 9007199254740991
           */
          ambiguous: number;
          asked: {
            from: string | null;
            label: string;
            place: string | null;
            to: string | null;
          };
          charts: {
            kind: "result" | "target" | "stock" | "rate" | "difference";
            label: string;
            lines: {
              changes: {
                /**
                 * @format date
                 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
                 */
                day: string;
                kind: "formed" | "ended" | "grew";
                others: {
                  name: string;
                  partial: boolean;
                }[];
              }[];
              gaps: {
                /**
                 * @format date
                 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
                 */
                from: string;
                label: string;
                /**
                 * @format date
                 * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
                 */
                to: string;
              }[];
              place: {
                body: string | null;
                chain: string[];
                level:
                  | "central"
                  | "province"
                  | "district"
                  | "commune"
                  | "village"
                  | null;
                name: string;
              };
              points: {
                time: {
                  /**
                   * @format date
                   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
                   */
                  from: string;
                  label: string;
                  /**
                   * @format date
                   * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
                   */
                  to: string;
                };
                /** @minItems 1 */
                values: {
                  /** @minItems 1 */
                  sources: {
                    block: string;
                    /**
                     * @min 0
                     * @max 9007199254740991
                     */
                    end: number;
                    page: number | null;
                    qualifier: string | null;
                    quote: string;
                    raw: string;
                    report: ReportHead;
                    section: string | null;
                    /**
                     * @min 0
                     * @max 9007199254740991
                     */
                    start: number;
                    unit: string | null;
                  }[];
                  value: number;
                }[];
              }[];
            }[];
            months: number | null;
            unit: string | null;
          }[];
          related: {
            label: string;
            /**
             * @min -9007199254740991
             * @max 9007199254740991
             */
            points: number;
            unit: string | null;
          }[];
        },
        Problem
      >({
        path: `/api/series`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags figures
     * @name SeriesXlsxList
     * @summary The same as a workbook
     * @request GET:/api/series.xlsx
     * @secure
     */
    seriesXlsxList: (
      query: {
        /**
         * @minLength 1
         * @maxLength 300
         */
        concept: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        from?: string;
        /** @maxLength 300 */
        place?: string;
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Blob, Problem>({
        path: `/api/series.xlsx`,
        method: "GET",
        query: query,
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionCreate
     * @summary Signs in
     * @request POST:/api/session
     * @secure
     */
    sessionCreate: (
      data: {
        /** @maxLength 200 */
        name: string;
        /** @maxLength 500 */
        password: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          csrf: string | null;
          displayName: string | null;
          hasAccounts: boolean;
          language: "vi" | "en" | null;
          name: string | null;
          openId: boolean;
          role: "reader" | "auditor" | "administrator" | null;
        },
        Problem
      >({
        path: `/api/session`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionDelete
     * @summary Signs out
     * @request DELETE:/api/session
     * @secure
     */
    sessionDelete: (params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/session`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionList
     * @summary Who I am
     * @request GET:/api/session
     * @secure
     */
    sessionList: (params: RequestParams = {}) =>
      this.request<
        {
          csrf: string | null;
          displayName: string | null;
          hasAccounts: boolean;
          language: "vi" | "en" | null;
          name: string | null;
          openId: boolean;
          role: "reader" | "auditor" | "administrator" | null;
        },
        Problem
      >({
        path: `/api/session`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionPartialUpdate
     * @summary Changes my language
     * @request PATCH:/api/session
     * @secure
     */
    sessionPartialUpdate: (
      data: {
        language: "vi" | "en" | null;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          csrf: string | null;
          displayName: string | null;
          hasAccounts: boolean;
          language: "vi" | "en" | null;
          name: string | null;
          openId: boolean;
          role: "reader" | "auditor" | "administrator" | null;
        },
        Problem
      >({
        path: `/api/session`,
        method: "PATCH",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionPasswordUpdate
     * @summary Changes my password and ends my other sessions
     * @request PUT:/api/session/password
     * @secure
     */
    sessionPasswordUpdate: (
      data: {
        /** @maxLength 500 */
        password: string;
        /** @maxLength 500 */
        present: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          csrf: string | null;
          displayName: string | null;
          hasAccounts: boolean;
          language: "vi" | "en" | null;
          name: string | null;
          openId: boolean;
          role: "reader" | "auditor" | "administrator" | null;
        },
        Problem
      >({
        path: `/api/session/password`,
        method: "PUT",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SetupCreate
     * @summary Makes the first administrator and signs in
     * @request POST:/api/setup/{secret}
     * @secure
     */
    setupCreate: (
      secret: string,
      data: {
        /**
         * @minLength 1
         * @maxLength 200
         */
        displayName?: string;
        /** @maxLength 200 */
        name: string;
        /** @maxLength 500 */
        password: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          csrf: string | null;
          displayName: string | null;
          hasAccounts: boolean;
          language: "vi" | "en" | null;
          name: string | null;
          openId: boolean;
          role: "reader" | "auditor" | "administrator" | null;
        },
        Problem
      >({
        path: `/api/setup/${encodeURIComponent(secret)}`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SetupDetail
     * @summary Whether a link still makes the first administrator
     * @request GET:/api/setup/{secret}
     * @secure
     */
    setupDetail: (secret: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/setup/${encodeURIComponent(secret)}`,
        method: "GET",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name TokensCreate
     * @summary A new token; its secret is told this once
     * @request POST:/api/tokens
     * @secure
     */
    tokensCreate: (
      data: {
        /**
         * @min 1
         * @max 366
         */
        days: number;
        /**
         * @minLength 1
         * @maxLength 200
         */
        label: string;
        /** @minItems 1 */
        scopes: ("read" | "decide" | "ingest" | "administer")[];
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          secret: string;
        },
        Problem
      >({
        path: `/api/tokens`,
        method: "POST",
        body: data,
        secure: true,
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name TokensDelete
     * @summary Revokes a token of mine
     * @request DELETE:/api/tokens/{hash}
     * @secure
     */
    tokensDelete: (hash: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/api/tokens/${encodeURIComponent(hash)}`,
        method: "DELETE",
        secure: true,
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name TokensList
     * @summary My tokens
     * @request GET:/api/tokens
     * @secure
     */
    tokensList: (params: RequestParams = {}) =>
      this.request<
        {
          items: {
            /**
             * @format date-time
             * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
             */
            created: string;
            /**
             * @format date-time
             * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
             */
            expires: string;
            hash: string;
            /** @maxLength 200 */
            label: string;
            scopes: ("read" | "decide" | "ingest" | "administer")[];
            /**
             * @format date-time
             * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$
             */
            seen: string;
          }[];
        },
        Problem
      >({
        path: `/api/tokens`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),
  };
  healthz = {
    /**
     * No description
     *
     * @tags health
     * @name HealthzList
     * @summary This process answers
     * @request GET:/healthz
     * @secure
     */
    healthzList: (params: RequestParams = {}) =>
      this.request<
        {
          ok: true;
        },
        Problem
      >({
        path: `/healthz`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),
  };
  readyz = {
    /**
     * No description
     *
     * @tags health
     * @name ReadyzList
     * @summary Its store and queue answer as well
     * @request GET:/readyz
     * @secure
     */
    readyzList: (params: RequestParams = {}) =>
      this.request<
        {
          queue: string;
          ready: boolean;
          store: string;
        },
        | {
            queue: string;
            ready: boolean;
            store: string;
          }
        | Problem
      >({
        path: `/readyz`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),
  };
  metrics = {
    /**
     * No description
     *
     * @tags health
     * @name MetricsList
     * @summary For Prometheus
     * @request GET:/metrics
     * @secure
     */
    metricsList: (params: RequestParams = {}) =>
      this.request<any, Problem>({
        path: `/metrics`,
        method: "GET",
        secure: true,
        ...params,
      }),
  };
}
