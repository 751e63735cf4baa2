import { createProgram } from './program.ts';
import { EXIT, exitCodeOf, report } from './terminal/failure.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * Runs the `briefwijzer` command. What is wrong is said on the terminal.
 * @param args what follows "briefwijzer"
 * @returns the exit code
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    report(terminal, error);
    return exitCodeOf(error);
  }
}
