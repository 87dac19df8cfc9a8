import { defineConfig } from 'vitest/config';

/** The pages in a real browser, on a real server: `npm run test:web`. */
export default defineConfig({
  test: {
    include: ['test/web/**/*.test.ts'],
    // One browser after the other: two cores carry a server, a reading process and a browser.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
