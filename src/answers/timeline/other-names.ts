import { fold } from '../../retrieval/analysis/fold.ts';
import { phraseStems } from '../../retrieval/lexical/phrase-key.ts';
import { bundledThesaurus, type Thesaurus } from '../../retrieval/lexical/thesaurus.ts';
import type { Language } from '../../retrieval/types.ts';

/** What else letters call a subject, by the thesaurus. */
export interface OtherNames {
  /**
   * Formal Dutch for a Dutch or an English name ("Russische" for Rusland, "wapenbeheersing" for arms control), and what
   * the team's own thesaurus says. Other everyday and related words are left out: they stand for other things too, and so do
   * formal ones that have another meaning: "munitie" for wapens, "nucleair" for kernenergie.
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
  const givesBack = (name: string, subject: string) =>
    known()
      .of(name, 'nl')
      .some((back) => keyOf(back, 'nl') === keyOf(subject, 'nl'));
  const beginsAlike = (name: string, subject: string) => fold(name).startsWith(fold(subject).slice(0, SAME_BEGINNING));
  // What has an entry of its own that does not speak of the subject is another thing: "munitie" for wapens.
  const isAnotherThing = (name: string, subject: string) =>
    known().of(name, 'nl').length > 0 && !givesBack(name, subject) && !beginsAlike(name, subject);
  const bundledOf = (subject: string, language: Language) => {
    const all = known().of(subject, language);
    return all.filter((name) => {
      if (language === 'nl' && isAnotherThing(name, subject)) return false;
      return !isPartOfLonger(name, all) || (!subject.includes(' ') && beginsAlike(name, subject));
    });
  };
  const of = (subject: string, languages: readonly Language[] = BOTH) => [
    ...new Set(languages.flatMap((language) => [...teams.of(subject, language), ...bundledOf(subject, language)])),
  ];
  const isSure = (name: string, subject: string, language: Language) =>
    language === 'en' ||
    teams.of(subject, language).includes(name) ||
    beginsAlike(name, subject) ||
    givesBack(name, subject);
  return {
    of,
    sure: (subject, languages = BOTH) => [
      ...new Set(
        languages.flatMap((language) => of(subject, [language]).filter((name) => isSure(name, subject, language))),
      ),
    ],
  };
}

/** Whether a name only says which, before the word that says what, in a longer one: "nucleair" in "nucleaire energie". */
function isPartOfLonger(name: string, names: readonly string[]): boolean {
  const [word, ...others] = phraseStems(name, 'nl');
  if (word === undefined || others.length > 0) return false;
  return names.some((longer) => phraseStems(longer, 'nl').slice(0, -1).includes(word));
}

/** What goes by no other name. */
export const NO_OTHER_NAMES: OtherNames = { of: () => [], sure: () => [] };

/** By the thesaurus that comes with the program alone. */
export const BUNDLED_NAMES = otherNamesBy([]);

interface Names {
  of(subject: string, language: Language): readonly string[];
}

function namesIn(thesauri: readonly Thesaurus[], dutch: readonly ('headword' | 'formal' | 'everyday')[]): Names {
  const names = new Map<string, string[]>();
  const add = (key: string, others: readonly string[]) => names.set(key, [...(names.get(key) ?? []), ...others]);
  for (const entry of thesauri.flatMap(({ entries }) => entries)) {
    const { headword, formal, english } = entry;
    for (const column of dutch)
      for (const term of entry[column])
        add(keyOf(term, 'nl'), column === 'headword' ? formal : [...headword, ...formal]);
    for (const term of english)
      for (const key of [exactKeyOf(term), keyOf(term, 'en')]) add(key, [...headword, ...formal]);
  }
  // English stems fall together where words do not: "pensions" and "pensioners".
  const exact = (subject: string, language: Language) =>
    language === 'en' ? names.get(exactKeyOf(subject)) : undefined;
  return { of: (subject, language) => exact(subject, language) ?? names.get(keyOf(subject, language)) ?? [] };
}

function exactKeyOf(term: string): string {
  return `exactly ${fold(term)}`;
}

function keyOf(term: string, language: Language): string {
  return `${language} ${phraseStems(term, language).join(' ')}`;
}
