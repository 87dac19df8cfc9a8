import { Problem } from '../api/problem.ts';
import { ownHeaders } from '../api/request.ts';

/** What the server made of one file. */
export interface Uploaded {
  name: string;
  outcome: 'queued' | 'known' | 'refused';
  detail: string | null;
}

/** Sends one file and tells how much of it has gone, from 0 to 1. `fetch` tells nothing of what it sends. */
export function upload(file: File, collection: string, onProgress: (share: number) => void): Promise<Uploaded> {
  const { promise, resolve, reject } = Promise.withResolvers<Uploaded>();
  const sending = new XMLHttpRequest();
  sending.open('POST', `/api/files?${new URLSearchParams({ collection })}`);
  for (const [name, value] of Object.entries(ownHeaders())) sending.setRequestHeader(name, value);
  sending.responseType = 'json';
  sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  sending.onerror = () => reject(new TypeError('connection lost'));
  sending.onload = () => {
    const [item] = sending.response?.items ?? [];
    if (sending.status >= 400 || !item) reject(new Problem(sending.status, sending.response ?? {}));
    else resolve(item);
  };
  const form = new FormData();
  form.append('files', file);
  sending.send(form);
  return promise;
}
