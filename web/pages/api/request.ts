import { Problem } from './problem.ts';

let acceptLanguage = 'vi';
let csrfToken: string | null = null;

export function setAcceptLanguage(language: string): void {
  acceptLanguage = language;
}
/** What the session says every change must carry. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** The headers of every request of these pages. */
export function ownHeaders(): Record<string, string> {
  return { 'accept-language': acceptLanguage, ...(csrfToken === null ? {} : { 'x-csrf-token': csrfToken }) };
}

/** `fetch` that throws `Problem` where the server refuses; `TypeError` stays where it cannot be reached. */
export const request: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(ownHeaders())) headers.set(name, value);
  const answer = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  if (answer.ok) return answer;
  throw new Problem(answer.status, await answer.json().catch(() => ({})));
};
