import pc from 'picocolors';

/** Where a command writes: results and everything else apart. */
export interface Terminal {
  /** Results, on standard output. */
  print(text: string): void;
  /** Progress and messages, on standard error. */
  log(text: string): void;
  /** Writes to standard error as it is, without a line end. */
  draw(text: string): void;
  /** Columns of standard output, at most 100: longer lines are hard to read. */
  readonly width: number;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly redraws: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

const MAX_WIDTH = 100;

/** The terminal this process was started from. NO_COLOR and output that is no terminal are respected. */
export function systemTerminal(): Terminal {
  const { bold, dim } = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true);
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    log: (text) => void process.stderr.write(`${text}\n`),
    draw: (text) => void process.stderr.write(text),
    width: Math.min(process.stdout.columns || MAX_WIDTH, MAX_WIDTH),
    redraws: process.stderr.isTTY === true,
    bold,
    dim,
    input: process.stdin,
    output: process.stdout,
  };
}
