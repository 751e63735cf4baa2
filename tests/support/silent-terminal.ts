import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/cli/terminal/terminal.ts';

export interface RecordingTerminal extends Terminal {
  readonly printed: string[];
  readonly logged: string[];
}

/** A terminal that shows nothing and remembers what it was told. */
export function silentTerminal(options: Partial<Terminal> = {}): RecordingTerminal {
  const printed: string[] = [];
  const logged: string[] = [];
  return {
    print: (text) => void printed.push(text),
    printSlowly: async (text) => void printed.push(text),
    write: (content) =>
      void printed.push(typeof content === 'string' ? content : Buffer.from(content).toString('latin1')),
    shows: false,
    log: (text) => void logged.push(text),
    redraw: (line) => void logged.push(line),
    width: 80,
    redraws: false,
    bold: (text) => text,
    dim: (text) => text,
    input: new PassThrough(),
    messages: new PassThrough(),
    env: {},
    ...options,
    printed,
    logged,
  };
}
