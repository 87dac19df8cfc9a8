import { z } from 'zod';

/** Every setting: its default, the environment variable that sets it, and what it is for in both languages. */
export const settings = {
  data: {
    env: 'DOISOAT_DATA',
    schema: z.string().min(1).default('./doisoat-data'),
    secret: false,
    vi: 'Thư mục chứa cơ sở dữ liệu và các tệp đã nạp',
    en: 'Folder of the database and the ingested files',
  },
  redisUrl: {
    env: 'DOISOAT_REDIS_URL',
    schema: z.string().min(1).nullable().default(null),
    secret: true,
    vi: 'Máy chủ Redis cho hàng đợi (để trống: chạy trên một máy)',
    en: 'Redis server for the queue (empty: one machine)',
  },
  elasticsearchUrl: {
    env: 'DOISOAT_ELASTICSEARCH_URL',
    schema: z.string().min(1).nullable().default(null),
    secret: true,
    vi: 'Máy chủ Elasticsearch cho chỉ mục (để trống: SQLite)',
    en: 'Elasticsearch server for the index (empty: SQLite)',
  },
  prefix: {
    env: 'DOISOAT_PREFIX',
    // A name of indices in Elasticsearch: small letters, nothing that it reads as a wildcard or a system index.
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,59}$/)
      .default('doisoat'),
    secret: false,
    vi: 'Tên riêng của kho này trên các máy chủ dùng chung',
    en: 'Name of this store on servers that hold several',
  },
  lang: {
    env: 'DOISOAT_LANG',
    schema: z.enum(['vi', 'en']).default('vi'),
    secret: false,
    vi: 'Ngôn ngữ giao diện: vi hoặc en',
    en: 'Language of the interface: vi or en',
  },
  log: {
    env: 'DOISOAT_LOG',
    schema: z.enum(['text', 'json']).default('text'),
    secret: false,
    vi: 'Nhật ký của worker: text (cho người đọc) hoặc json (cho máy)',
    en: 'Log of the worker: text (for people) or json (for programs)',
  },
  concurrency: {
    env: 'DOISOAT_CONCURRENCY',
    schema: z.coerce.number().int().min(1).max(64).default(2),
    secret: false,
    vi: 'Số tiến trình đọc chạy cùng lúc',
    en: 'Reading processes at the same time',
  },
  memoryMb: {
    env: 'DOISOAT_MEMORY_MB',
    schema: z.coerce.number().int().min(64).default(512),
    secret: false,
    vi: 'Bộ nhớ tối đa của một tiến trình đọc (MB)',
    en: 'Memory limit of one reading process (MB)',
  },
  silenceSeconds: {
    env: 'DOISOAT_SILENCE_SECONDS',
    schema: z.coerce.number().min(0.1).default(60),
    secret: false,
    vi: 'Dừng đọc một tệp khi không có tiến triển trong số giây này',
    en: 'Give a file up after this many seconds without progress',
  },
  totalSeconds: {
    env: 'DOISOAT_TOTAL_SECONDS',
    schema: z.coerce.number().min(0.1).default(600),
    secret: false,
    vi: 'Thời gian tối đa để đọc một tệp (giây)',
    en: 'Longest time to read one file (seconds)',
  },
  fileMb: {
    env: 'DOISOAT_FILE_MB',
    schema: z.coerce.number().min(0.001).default(200),
    secret: false,
    vi: 'Kích thước tối đa của một tệp (MB)',
    en: 'Largest file (MB)',
  },
  pages: {
    env: 'DOISOAT_PAGES',
    schema: z.coerce.number().int().min(1).default(2000),
    secret: false,
    vi: 'Số trang tối đa của một tệp PDF',
    en: 'Most pages of a PDF file',
  },
  ocr: {
    env: 'DOISOAT_OCR',
    schema: z.union([z.boolean(), z.stringbool()]).default(true),
    secret: false,
    vi: 'Nhận dạng chữ (OCR) trên trang chụp: true hoặc false',
    en: 'Read scanned pages by OCR: true or false',
  },
  ocrPages: {
    env: 'DOISOAT_OCR_PAGES',
    schema: z.coerce.number().int().min(1).default(300),
    secret: false,
    vi: 'Số trang chụp được nhận dạng nhiều nhất trong một tệp',
    en: 'Most scanned pages that are read of one file',
  },
  ocrPageSeconds: {
    env: 'DOISOAT_OCR_PAGE_SECONDS',
    schema: z.coerce.number().min(0.1).default(60),
    secret: false,
    vi: 'Thời gian tối đa để nhận dạng một trang chụp (giây)',
    en: 'Longest time to read one scanned page (seconds)',
  },
  ocrMemoryMb: {
    env: 'DOISOAT_OCR_MEMORY_MB',
    schema: z.coerce.number().int().min(256).default(1024),
    secret: false,
    vi: 'Bộ nhớ tối đa của một tiến trình khi nhận dạng trang chụp (MB)',
    en: 'Memory limit of a process that reads scanned pages (MB)',
  },
  openidIssuer: {
    env: 'DOISOAT_OPENID_ISSUER',
    schema: z.url().nullable().default(null),
    secret: false,
    vi: 'Dịch vụ đăng nhập của cơ quan (OpenID Connect)',
    en: 'Where people of the organisation sign in (OpenID Connect)',
  },
  openidClient: {
    env: 'DOISOAT_OPENID_CLIENT',
    schema: z.string().min(1).nullable().default(null),
    secret: false,
    vi: 'Tên của đối soát ở dịch vụ đó (client id)',
    en: 'Name of doisoat there (client id)',
  },
  openidSecret: {
    env: 'DOISOAT_OPENID_SECRET',
    schema: z.string().min(1).nullable().default(null),
    secret: true,
    vi: 'Mật khẩu của đối soát ở dịch vụ đó (client secret)',
    en: 'Secret of doisoat there (client secret)',
  },
} as const;

export type SettingName = keyof typeof settings;
export type Settings = { [K in SettingName]: z.output<(typeof settings)[K]['schema']> };

/** Names of the settings in the order in which `doisoat doctor` shows them. */
export const settingNames = Object.keys(settings) as SettingName[];
