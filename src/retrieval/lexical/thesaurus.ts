import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '../data-file.ts';

/** The columns of a thesaurus file, in order: the headword and the kinds of its equivalents. */
export const FIELDS = ['headword', 'formal', 'everyday', 'english', 'related'] as const;
export type Field = (typeof FIELDS)[number];

/** One line of a thesaurus: the terms of each column. */
export type ThesaurusEntry = Readonly<Record<Field, readonly string[]>>;

export interface Thesaurus {
  readonly entries: readonly ThesaurusEntry[];
}

/**
 * Reads a thesaurus: tab-separated columns with commas between the terms of one; lines that begin with "#" and the
 * line of column names are left out.
 * @throws Error that names the line where a line has no headword, no equivalents or too many columns.
 */
export function parseThesaurus(text: string): Thesaurus {
  const entries: ThesaurusEntry[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('headword\t')) return;
    const columns = line.split('\t').map((column) => column.split(',').map((term) => term.trim()));
    const [headword = [], formal = [], everyday = [], english = [], related = []] = columns.map((c) =>
      c.filter(Boolean),
    );
    if (columns.length > FIELDS.length || headword.length === 0 || columns.flat().filter(Boolean).length < 2) {
      throw new Error(`thesaurus line ${index + 1}: a headword and up to four columns of equivalents, between tabs`);
    }
    entries.push({ headword, formal, everyday, english, related });
  });
  return { entries };
}

let entries: readonly ThesaurusEntry[] | null = null;
const bundled: Thesaurus = {
  get entries() {
    entries ??= ['thesaurus.tsv', 'translations.tsv'].flatMap((name) => parseThesaurus(dataFile(name)).entries);
    return entries;
  },
};

/**
 * The Dutch-English policy thesaurus in `data/thesaurus.tsv`, then the translations that training/retrieval/translations.py
 * estimated of English words it lacks; read once, when its entries are first asked for.
 */
export function bundledThesaurus(): Thesaurus {
  return bundled;
}

/** A user's own thesaurus; none where there is no such file. */
export function ownThesauri(file: string): readonly Thesaurus[] {
  return existsSync(file) ? [parseThesaurus(readFileSync(file, 'utf8'))] : [];
}

/** The bundled thesaurus, after a user's own where that file exists. */
export function thesauriWith(file: string): readonly Thesaurus[] {
  return [...ownThesauri(file), bundledThesaurus()];
}
