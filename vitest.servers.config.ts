import { defineConfig } from 'vitest/config';

/** The tests that need real servers: `npm run test:servers` starts them. */
export default defineConfig({
  test: {
    include: ['{pipeline,search,test}/**/*.{redis,elastic}.test.ts'],
    // The short run of chaos takes minutes of its own: `npm run test:chaos`.
    exclude: ['**/node_modules/**', ...(process.env.DOISOAT_TEST_CHAOS ? [] : ['test/chaos/chaos.elastic.test.ts'])],
    // Two cores, two servers and their workers beside them.
    maxWorkers: 1,
    // Workers are killed and servers restarted, on machines that may be busy: only a hang takes so long.
    testTimeout: 900_000,
    hookTimeout: 600_000,
  },
});
