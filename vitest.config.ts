import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/long/**', '**/node_modules/**'],
    // onnxruntime-node crashes when two threads of a process load it, so tests run in processes. A process runs one file
    // after another and loads what they share once: a third of the time would go to loading the same libraries anew.
    pool: 'forks',
    isolate: false,
    // Many tests wait for a socket or a child process: one worker more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fast-check.ts'],
    // Only against a test that hangs: how fast the machine is says nothing about the program.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 600_000 } },
  },
});
