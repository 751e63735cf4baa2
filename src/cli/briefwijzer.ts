#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { run } from './run.ts';
import { EXIT } from './terminal/failure.ts';
import { systemTerminal } from './terminal/terminal.ts';

/** How long the process may take to end by itself when its command is done, in ms. */
const LAST_MS = 1000;

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
// Once what was printed is read the command is done: a connection or a timer left behind does not keep the process.
process.stdout.write('', () => setTimeout(() => process.exit(), LAST_MS).unref());
