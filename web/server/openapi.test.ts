import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { sampleHome } from './testing/sample-home.ts';

const here = await sampleHome();
const app = await buildApp({ ...here, version: '1.2.3', log: new PassThrough() });
const answer = await app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } });

afterAll(async () => {
  await app.close();
  await here.close();
});

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
const document = answer.json() as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);

test('it is an OpenAPI document of this version', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
});

test('every route is described', () => {
  const undescribed = new Set(['/api/openapi.json', '/assets/*']);
  const routes = app.routeRules
    .filter(({ method, url }) => method !== 'HEAD' && !undescribed.has(url))
    .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(routes)].sort());
});

test.each(operations)('$name says what it is for, takes and answers', ({ name, operation }) => {
  expect(operation.summary).toBeTruthy();
  expect(operation.tags).toHaveLength(1);
  const codes = Object.keys(operation.responses);
  expect(codes.filter((code) => /^[23]/.test(code))).toHaveLength(1);
  for (const code of ['4XX', '5XX'])
    expect(operation.responses[code]?.content?.['application/problem+json']?.schema).toEqual({
      $ref: '#/components/schemas/Problem',
    });
  const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
  const told = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map((one) => one.name);
  expect(told).toEqual(inPath);
});

test('every shape that is referred to is there, and no other', () => {
  const text = JSON.stringify(document);
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, shape]) => shape));
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
});
