import { once } from 'node:events';
import pc from 'picocolors';
import { visible } from '../../visible.ts';
import { createStyles } from './styles.ts';

/**
 * Where a command reads and writes, and what it finds around it: results and everything else apart. Whatever is written
 * comes out visible, but for this terminal's own bold and dim: no text from outside can steer a terminal.
 */
export interface Terminal {
  /** Results, on standard output. */
  print(text: string): void;
  /** The same, and resolves when standard output can take more. */
  printSlowly(text: string): Promise<void>;
  /** The content of a file as it is, on standard output. Only what this program made: nothing in it comes out visible. */
  write(content: string | Uint8Array): void;
  /** Whether standard output is shown to a person. */
  readonly shows: boolean;
  /** Progress and messages, on standard error. */
  log(text: string): void;
  /** Puts a line in the place of the one it wrote last on standard error; an empty one clears it. */
  redraw(line: string): void;
  /** Columns to wrap at, at most 100: longer lines are hard to read. */
  readonly width: number;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly redraws: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly input: NodeJS.ReadableStream;
  /** Standard error as a stream, for a prompt. */
  readonly messages: NodeJS.WritableStream;
  readonly env: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A stream that may be a terminal. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export interface Surroundings {
  readonly input: NodeJS.ReadableStream;
  readonly output: Output;
  readonly messages: Output;
  readonly env: Environment;
}

const MAX_WIDTH = 100;
const MIN_WIDTH = 20;

/** The terminal this process was started from. */
export function systemTerminal(): Terminal {
  return terminalOf({ input: process.stdin, output: process.stdout, messages: process.stderr, env: process.env });
}

/** A terminal of some streams. COLUMNS, NO_COLOR and output that is no terminal are respected. */
export function terminalOf({ input, output, messages, env }: Surroundings): Terminal {
  const { bold, dim, show } = createStyles(pc.isColorSupported && output.isTTY === true && !env.NO_COLOR);
  return {
    print: (text) => void output.write(`${show(text)}\n`),
    printSlowly: async (text) => {
      if (!output.write(`${show(text)}\n`)) await once(output, 'drain');
    },
    write: (content) => void output.write(content),
    shows: output.isTTY === true,
    log: (text) => void messages.write(`${visible(text)}\n`),
    redraw: (line) => void messages.write(`\r${visible(line)}\u001b[K`),
    width: widthOf(env.COLUMNS, output.columns),
    redraws: messages.isTTY === true,
    bold,
    dim,
    input,
    messages,
    env,
  };
}

/** Who sets COLUMNS wants that width, whatever the terminal says of itself. */
function widthOf(wanted: string | undefined, columns: number | undefined): number {
  const width = wanted !== undefined && /^[1-9]\d*$/.test(wanted) ? Number(wanted) : columns || MAX_WIDTH;
  return Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
}
