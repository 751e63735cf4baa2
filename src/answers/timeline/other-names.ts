import { fold } from '../../retrieval/analysis/fold.ts';
import { phraseStems } from '../../retrieval/lexical/phrase-key.ts';
import { bundledThesaurus, type Thesaurus } from '../../retrieval/lexical/thesaurus.ts';
import type { Language } from '../../retrieval/types.ts';

/** What else letters call a subject, by the thesaurus. */
export interface OtherNames {
  /**
   * Formal Dutch for a Dutch or an English name ("Russische" for Rusland, "wapenbeheersing" for arms control), and what
   * the team's own thesaurus says. Other everyday and related words are left out: they stand for other things too.
   */
  of(subject: string, languages?: readonly Language[]): readonly string[];
  /**
   * Those that mean it also where letters speak of it by its own name: the team's own, translations, a name that begins
   * like it, and one that goes by the subject as the subject goes by it. Not "doorlooptijd" for wachttijd.
   */
  sure(subject: string, languages?: readonly Language[]): readonly string[];
}

const BOTH: readonly Language[] = ['nl', 'en'];
/** Names that begin with so many of the same letters are forms of one: "Russische" for Rusland. */
const SAME_BEGINNING = 3;

/** @param own the team's thesauri, beside the bundled one */
export function otherNamesBy(own: readonly Thesaurus[]): OtherNames {
  const teams = namesIn(own, ['headword', 'formal', 'everyday']);
  let bundled: Names | null = null;
  const known = () => {
    bundled ??= namesIn([bundledThesaurus()], ['headword']);
    return bundled;
  };
  const of = (subject: string, languages: readonly Language[] = BOTH) => [
    ...new Set(languages.flatMap((language) => [...teams.of(subject, language), ...known().of(subject, language)])),
  ];
  const isSure = (name: string, subject: string, language: Language) => {
    if (language === 'en' || teams.of(subject, language).includes(name)) return true;
    if (fold(name).startsWith(fold(subject).slice(0, SAME_BEGINNING))) return true;
    return known()
      .of(name, 'nl')
      .some((back) => keyOf(back, 'nl') === keyOf(subject, 'nl'));
  };
  return {
    of,
    sure: (subject, languages = BOTH) => [
      ...new Set(
        languages.flatMap((language) => of(subject, [language]).filter((name) => isSure(name, subject, language))),
      ),
    ],
  };
}

/** By the thesaurus that comes with the program alone. */
export const BUNDLED_NAMES = otherNamesBy([]);

interface Names {
  of(subject: string, language: Language): readonly string[];
}

function namesIn(thesauri: readonly Thesaurus[], dutch: readonly ('headword' | 'formal' | 'everyday')[]): Names {
  const names = new Map<string, string[]>();
  const add = (language: Language, term: string, others: readonly string[]) => {
    const key = keyOf(term, language);
    names.set(key, [...(names.get(key) ?? []), ...others]);
  };
  for (const entry of thesauri.flatMap(({ entries }) => entries)) {
    const { headword, formal, english } = entry;
    for (const column of dutch)
      for (const term of entry[column]) add('nl', term, column === 'headword' ? formal : [...headword, ...formal]);
    for (const term of english) add('en', term, [...headword, ...formal]);
  }
  return { of: (subject, language) => names.get(keyOf(subject, language)) ?? [] };
}

function keyOf(term: string, language: Language): string {
  return `${language} ${phraseStems(term, language).join(' ')}`;
}
