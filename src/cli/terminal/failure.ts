import { CommanderError } from 'commander';
import { Problem } from '../../problem.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: done, failed, wrong use. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/** The command was used in a way it does not understand. */
export class UsageProblem extends Problem {}

/** A command ends with an exit code of its own; what there was to say has been said. */
export class Ended extends Error {
  constructor(readonly exitCode: number) {
    super(`ended with ${exitCode}`);
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof Ended) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  return error instanceof UsageProblem ? EXIT.wrongUse : EXIT.failed;
}

/** One sentence for what a person can mend; everything there is to know for a fault of the program. */
export function report(terminal: Terminal, error: unknown): void {
  // commander has already written its own message.
  if (error instanceof CommanderError || error instanceof Ended) return;
  if (error instanceof Problem) terminal.log(error.message);
  else terminal.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
