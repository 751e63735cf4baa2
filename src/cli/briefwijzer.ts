#!/usr/bin/env node
import { exitCodeOf, report } from './failure.ts';
import { createProgram } from './program.ts';
import { systemTerminal } from './terminal.ts';

const terminal = systemTerminal();

// A reader that has seen enough (`briefwijzer letters | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await createProgram(terminal).parseAsync(process.argv);
} catch (error) {
  report(terminal, error);
  process.exitCode = exitCodeOf(error);
}
