import pc from 'picocolors';

/** Where a command reads and writes, and what it finds around it: results and everything else apart. */
export interface Terminal {
  /** Results, on standard output. */
  print(text: string): void;
  /** Progress and messages, on standard error. */
  log(text: string): void;
  /** Writes to standard error as it is, without a line end. */
  draw(text: string): void;
  /** Columns to wrap at, at most 100: longer lines are hard to read. */
  readonly width: number;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly redraws: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
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
  const { bold, dim } = pc.createColors(pc.isColorSupported && output.isTTY === true && !env.NO_COLOR);
  return {
    print: (text) => void output.write(`${text}\n`),
    log: (text) => void messages.write(`${text}\n`),
    draw: (text) => void messages.write(text),
    width: widthOf(env.COLUMNS, output.columns),
    redraws: messages.isTTY === true,
    bold,
    dim,
    input,
    output,
    messages,
    env,
  };
}

/** Who sets COLUMNS wants that width, whatever the terminal says of itself. */
function widthOf(wanted: string | undefined, columns: number | undefined): number {
  const width = wanted !== undefined && /^[1-9]\d*$/.test(wanted) ? Number(wanted) : columns || MAX_WIDTH;
  return Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
}
