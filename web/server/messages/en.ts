import type { ServerMessages } from './vi.ts';

export const en: ServerMessages = {
  problems: {
    invalid: ['The request is not valid', 'Mend what is named and send it again.'],
    'bad-json': ['The body is not valid JSON', 'Check the body of the request.'],
    'query-too-long': ['The query is too long', 'Shorten the query.'],
    'cross-site': ['The request comes from another site', 'Open the pages of doisoat and do it there.'],
    csrf: ['The confirmation of the page is missing', 'Load the page again and do it again.'],
    forbidden: ['You may not do this', 'Ask the administrator.'],
    'wrong-host': [
      'This name of the server is not accepted',
      'While there are no accounts it can only be opened as 127.0.0.1 or localhost.',
    ],
    'not-found': ['Not found', 'There is no such thing, or you may not see it.'],
    'no-route': ['No such address', 'The addresses are listed in /api/openapi.json.'],
    'method-not-allowed': ['Method not allowed', 'The header Allow names the methods that are.'],
    'too-large': ['The body is too large', 'Send it in smaller parts.'],
    'address-too-long': ['The address or a header of the request is too long', 'Shorten the request.'],
    'too-slow': ['The request came too slowly', 'Check the connection and send it again.'],
    'unsupported-type': ['Unsupported media type', 'The types that are read are listed in /api/openapi.json.'],
    'not-rendered': ['This file cannot be rendered', 'Download the original instead.'],
    malformed: ['Malformed HTTP request', 'Check the program that sends it.'],
    unavailable: ['The server is not ready', 'Try again in a few minutes.'],
    internal: ['The server met an error', 'Try again; if it stays, send the code to the administrator.'],
  },
  noPages: 'The pages are not built: there is only the API, see /api/openapi.json.',
};
