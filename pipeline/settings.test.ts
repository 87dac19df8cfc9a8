import { expect, test } from 'vitest';
import { resolveSettings, SettingError, withSecretFiles } from './settings.ts';

test('the command line goes before the environment, the environment before the default', () => {
  const { values, sources } = resolveSettings(
    { data: 'kho', lang: undefined },
    { DOISOAT_DATA: '/elsewhere', DOISOAT_LANG: 'en', DOISOAT_REDIS_URL: '' },
  );
  expect([values.data, values.lang, values.redisUrl, values.concurrency]).toEqual(['kho', 'en', null, 2]);
  expect([sources.data, sources.lang, sources.redisUrl]).toEqual(['command-line', 'environment', 'default']);
});

test('a value that cannot be used is named together with its source', () => {
  expect(() => resolveSettings({}, { DOISOAT_CONCURRENCY: 'many' })).toThrow(SettingError);
  try {
    resolveSettings({ lang: 'fr' }, {});
  } catch (error) {
    expect(error).toMatchObject({ setting: 'lang', source: 'command-line' });
  }
});

test('a secret may lie in a file that the environment names; a value beside it goes first', () => {
  const read = (path: string): string => `content of ${path}\n`;
  const files = { DOISOAT_REDIS_URL_FILE: '/run/redis-url', DOISOAT_DATA_FILE: '/run/data' };
  expect(withSecretFiles(files, read)).toEqual({ ...files, DOISOAT_REDIS_URL: 'content of /run/redis-url' });
  expect(withSecretFiles({ ...files, DOISOAT_REDIS_URL: 'redis://here' }, read).DOISOAT_REDIS_URL).toBe('redis://here');
});
