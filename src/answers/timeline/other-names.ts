import { phraseStems } from '../../retrieval/lexical/phrase-key.ts';
import { bundledThesaurus } from '../../retrieval/lexical/thesaurus.ts';
import type { Language } from '../../retrieval/types.ts';

let known: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * What else letters call a subject, by the thesaurus: formal Dutch for a Dutch or an English name ("Russische" for
 * Rusland, "wapenbeheersing" for arms control). Everyday and related words are left out: they stand for other things too.
 */
export function otherNames(subject: string, languages: readonly Language[] = ['nl', 'en']): readonly string[] {
  known ??= namesByKey();
  const names = known;
  return [...new Set(languages.flatMap((language) => names.get(keyOf(subject, language)) ?? []))];
}

function namesByKey(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const add = (language: Language, term: string, others: readonly string[]) => {
    const key = keyOf(term, language);
    names.set(key, [...(names.get(key) ?? []), ...others]);
  };
  for (const { headword, formal, english } of bundledThesaurus().entries) {
    for (const term of headword) add('nl', term, formal);
    for (const term of english) add('en', term, [...headword, ...formal]);
  }
  return names;
}

function keyOf(term: string, language: Language): string {
  return `${language} ${phraseStems(term, language).join(' ')}`;
}
