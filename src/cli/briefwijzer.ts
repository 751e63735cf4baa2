#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { run } from './run.ts';
import { EXIT } from './terminal/failure.ts';
import { systemTerminal } from './terminal/terminal.ts';

const terminal = systemTerminal();

function fail(what: string, error: Error): never {
  terminal.log(`${what}: ${error.message}.`);
  process.exit(EXIT.failed);
}

// A reader that has seen enough (`briefwijzer letters | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  fail("The results can't be written", error);
});

try {
  // Variables that are set already win over those of the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
} catch (error) {
  fail(".env can't be read", error instanceof Error ? error : new Error(String(error)));
}

process.exitCode = await run(process.argv.slice(2), terminal);
