import { Problem } from './problem.ts';

let acceptLanguage = 'vi';

export function setAcceptLanguage(language: string): void {
  acceptLanguage = language;
}

/** `fetch` that throws `Problem` where the server refuses; `TypeError` stays where it cannot be reached. */
export const request: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('accept-language', acceptLanguage);
  const answer = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  if (answer.ok) return answer;
  throw new Problem(answer.status, await answer.json().catch(() => ({})));
};
