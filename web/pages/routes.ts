/** The addresses of the pages, in the readers' language. */
export const routes = {
  search: '/',
  reports: '/bao-cao',
  directives: '/van-ban',
  figures: '/so-lieu',
  flags: '/mau-thuan',
  issues: '/y-kien',
  ingest: '/nap-tep',
  people: '/quan-tri',
  signIn: '/dang-nhap',
  /** As the server prints it at its first start. */
  setup: '/setup',
} as const;

/** A report, at one of its blocks or records. */
export function reportAddress(id: string, at: { block?: string; record?: string } = {}): string {
  const query = new URLSearchParams(Object.entries(at)).toString();
  return `${routes.reports}/${id}${query && `?${query}`}`;
}

export function directiveAddress(number: string): string {
  return `${routes.directives}/xem?${new URLSearchParams({ number })}`;
}

export function flagAddress(id: string): string {
  return `${routes.flags}?${new URLSearchParams({ state: 'all', flag: id })}`;
}

export function searchAddress(query: Record<string, string>): string {
  return `${routes.search}?${new URLSearchParams(query)}`;
}
