import { defineConfig } from 'vitest/config';

// A tool started by its path runs on the machine's Node, and an older one fails in ways that do not say so.
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `The tests need Node 24 and run on ${process.version}. ` +
      'Start them by "npm test", or put node_modules/.bin first in PATH.',
  );
}

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'web/src/**/*.test.ts',
      'test/**/*.test.ts',
      'sdk/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    exclude: ['**/fixtures/**', '**/node_modules/**', '**/dist/**'],
    globalSetup: ['src/platform/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
