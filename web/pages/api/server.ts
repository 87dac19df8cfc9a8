import { Api } from './client.ts';
import { request } from './request.ts';

/** The server of these pages, by the client that `npm run client` makes from its OpenAPI document. */
export const server = new Api({ baseUrl: '', customFetch: request }).api;
