import { toCsv } from './csv.ts';
import type { Dossier } from './document.ts';
import { toMarkdown } from './markdown.ts';

/** How a dossier can be written. */
export const FORMATS = ['md', 'docx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A dossier in a format: text, or bytes where the format is not one that people read as it is. */
export async function write(dossier: Dossier, format: Format): Promise<string | Uint8Array> {
  if (format === 'md') return toMarkdown(dossier);
  if (format === 'csv') return toCsv(dossier);
  // The writer of Word files is large: only who wants one waits for it.
  const { toWord } = await import('./word.ts');
  return toWord(dossier);
}

/** The name of a file that holds a dossier: words of its title, for any file system. */
export function fileName({ title }: Dossier, format: Format): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return `${words || 'briefwijzer'}.${format}`;
}
