import { fold } from '../analysis/fold.ts';
import { dataFile } from '../data-file.ts';
import type { Thesaurus } from './thesaurus.ts';

interface Ministry {
  /** What it is called for short: "VWS", "MinVWS". */
  readonly short: readonly string[];
  /** Its names through the years, with commas. */
  readonly names: readonly string[];
}

let read: readonly Ministry[] | null = null;

/** The ministries of `data/ministries.tsv`; read once. */
function ministries(): readonly Ministry[] {
  read ??= dataFile('ministries.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('short\t'))
    .map((line) => {
      const [short = '', names = ''] = line.split('\t');
      return { short: short.split(', '), names: names.split('; ') };
    });
  return read;
}

/** The names through the years of the ministry that an abbreviation stands for, whatever its case; none for any other word. */
export function ministryNames(abbreviation: string): readonly string[] {
  const asked = fold(abbreviation);
  return ministries().flatMap(({ short, names }) => (short.some((one) => fold(one) === asked) ? names : []));
}

/** Whether a ministry goes by a name: its abbreviation, or its name or the first field of it, "Volksgezondheid". */
export function isMinistry(called: string): boolean {
  const asked = fold(called);
  return ministries().some(({ short, names }) =>
    [...short, ...names.flatMap((name) => [name, ...name.split(/,| en /).slice(0, 1)])].some(
      (name) => fold(name) === asked,
    ),
  );
}

let thesaurus: Thesaurus | null = null;

/** The abbreviations of ministries as a thesaurus: letters are signed with the whole name. */
export function ministriesThesaurus(): Thesaurus {
  thesaurus ??= {
    entries: ministries().map(({ short, names }) => ({
      headword: short,
      formal: names,
      everyday: [],
      english: [],
      related: [],
    })),
  };
  return thesaurus;
}
