import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{schemas,extractors,pipeline,search,web/{server,client,pages},test,fixtures}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.redis.test.ts', '**/*.elastic.test.ts', 'test/web/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
