// Made by `npm run client`; do not edit.
// @ts-nocheck
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

export interface PlacedFlag {
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
  page: number | null;
  reports: ReportHead[];
  section: string | null;
  severity: "error" | "warning" | "info";
  stated: string | null;
  suggestion: string | null;
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
  tier: "phrase" | "exact" | "folded" | "some";
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
     * @tags records
     * @name CitationsList
     * @summary Mentions of documents
     * @request GET:/api/citations
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
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags directives
     * @name DirectivesTraceList
     * @summary Where a document was carried out, by whom, what it led to, who is silent
     * @request GET:/api/directives/trace
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
        format: "json",
        ...params,
      }),

    /**
     * @description `balance`, `page`, `settled` and `running`; `data` is JSON.
     *
     * @tags ingest
     * @name EventsList
     * @summary Progress as server-sent events
     * @request GET:/api/events
     */
    eventsList: (params: RequestParams = {}) =>
      this.request<any, Problem>({
        path: `/api/events`,
        method: "GET",
        ...params,
      }),

    /**
     * @description Any number of files, each written to disk as it comes. Each has an outcome of its own; what was sent before a connection broke has been queued, and sending a file again changes nothing.
     *
     * @tags ingest
     * @name FilesCreate
     * @summary Files to be read
     * @request POST:/api/files
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
        type: "multipart/form-data",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags flags
     * @name FlagsList
     * @summary Where reports contradict themselves or each other
     * @request GET:/api/flags
     */
    flagsList: (
      query?: {
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
          items: PlacedFlag[];
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
        type: "application/json",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags records
     * @name RelationsList
     * @summary What is done with documents
     * @request GET:/api/relations
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
        path: `/api/reports/${id}`,
        method: "GET",
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
     */
    reportsOriginalList: (id: string, params: RequestParams = {}) =>
      this.request<Blob, Problem>({
        path: `/api/reports/${id}/original`,
        method: "GET",
        ...params,
      }),

    /**
     * No description
     *
     * @tags reports
     * @name ReportsRenderedList
     * @summary A Word document as a fragment of HTML without scripts, links, pictures and styles
     * @request GET:/api/reports/{id}/rendered
     */
    reportsRenderedList: (id: string, params: RequestParams = {}) =>
      this.request<
        {
          html: string;
        },
        Problem
      >({
        path: `/api/reports/${id}/rendered`,
        method: "GET",
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
        /**
         * @format date
         * @pattern ^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$
         */
        to?: string;
        type?: string[];
      },
      params: RequestParams = {},
    ) =>
      this.request<
        {
          facets: Partial<Record<string, [string, number][]>>;
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
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @tags people
     * @name SessionList
     * @summary Who I am
     * @request GET:/api/session
     */
    sessionList: (params: RequestParams = {}) =>
      this.request<
        {
          csrf: string | null;
          name: string;
          role: "reader" | "auditor" | "administrator";
        },
        Problem
      >({
        path: `/api/session`,
        method: "GET",
        format: "json",
        ...params,
      }),
  };
}
