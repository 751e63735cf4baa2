#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createProgram } from './program.ts';
import { EXIT, exitCodeOf, report } from './terminal/failure.ts';
import { systemTerminal } from './terminal/terminal.ts';

const terminal = systemTerminal();

// A reader that has seen enough (`briefwijzer letters | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  terminal.log(`The results can't be written: ${error.message}.`);
  process.exit(EXIT.failed);
});

try {
  // Variables that are set already win over those of the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  await createProgram(terminal).parseAsync(process.argv);
} catch (error) {
  report(terminal, error);
  process.exitCode = exitCodeOf(error);
}
