import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default defineConfig({
  test: {
    ...base.test,
    include: ['tests/long/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    // What is measured here must not depend on the file before.
    isolate: true,
    maxWorkers: 1,
    // Minutes of the processor, on a machine that may be busy.
    testTimeout: 4 * 3_600_000,
    hookTimeout: 4 * 3_600_000,
  },
});
