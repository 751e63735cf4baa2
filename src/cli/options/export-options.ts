import { type Command, Option } from 'commander';
import type { Dossier } from '../../export/document.ts';
import { FORMATS, type Format, write } from '../../export/formats.ts';
import { UsageProblem } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeResult } from '../terminal/write-result.ts';

export interface ExportFlags {
  readonly format?: Format | 'json';
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds `--format`, `--out` and `--json`. */
export function withExport(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'to take along: Markdown, Word, a table or JSON').choices([...FORMATS, 'json']),
    )
    .option('-o, --out <file>', 'write to a file instead')
    .option('--json', 'print one JSON document and nothing else');
}

/**
 * Says what is wrong with how a result is asked for, before anything is looked up.
 * @throws {UsageProblem}
 */
export function assertExport({ format, out, json }: ExportFlags, terminal: Pick<Terminal, 'shows'>): void {
  if (json && format !== undefined && format !== 'json')
    throw new UsageProblem('--json and --format say different things; leave one out.');
  if (format === 'docx' && out === undefined && terminal.shows)
    throw new UsageProblem('A Word file is not for a terminal; name a file: -o memo.docx.');
}

/**
 * Prints a result, or writes it to the file that was named, in the format that was asked for.
 * @param result what JSON shows
 * @param show what a person at a terminal reads
 */
export async function deliver(
  { format, out, json }: ExportFlags,
  terminal: Terminal,
  { result, dossier, show }: { readonly result: unknown; dossier(): Dossier; show(): string },
): Promise<void> {
  if (json || format === 'json') {
    const text = JSON.stringify(result, null, 2);
    return out === undefined ? terminal.print(text) : writeResult(out, `${text}\n`);
  }
  // A file without a format is what its name says, or Markdown.
  const chosen = format ?? (out === undefined ? undefined : (FORMATS.find((one) => out.endsWith(`.${one}`)) ?? 'md'));
  if (chosen === undefined) return terminal.print(show());
  const content = await write(dossier(), chosen);
  if (out === undefined) terminal.write(content);
  else await writeResult(out, content);
}
