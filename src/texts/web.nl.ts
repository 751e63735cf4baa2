import { wordsIn } from './words.ts';

const { count } = wordsIn('nl');

/** What people read around a letter on its page, in Dutch. */
export const webNl = {
  letters: 'Brieven',
  about: (letters: number): string =>
    `${count(letters, 'brief', 'brieven')} van ministers aan de Tweede Kamer, woord voor woord zoals Briefwijzer ze leest.`,
  years: 'Jaren',
  undated: 'Zonder datum',
  skip: 'Naar de tekst',
  all: 'Alle brieven',
  around: 'Andere brieven',
  previous: 'Vorige brief',
  next: 'Volgende brief',
  sameMeeting: 'Over dezelfde vergadering',
  facts: 'Gegevens',
  contents: 'Inhoud',
  text: 'Tekst van de brief',
  notes: 'Voetnoten',
  note: (mark: string): string => `Noot ${mark}`,
  page: (page: number): string => `Blz. ${page}`,
  words: (words: number): string => count(words, 'woord', 'woorden'),
  length: 'lengte',
  file: 'bestand',
  place: (place: string): string => `te ${place}`,
  official: 'Officiële publicatie',
  likelyOfficial: 'Vermoedelijk de officiële publicatie',
  inferred: 'afgeleid',
  conflict: (values: string): string => `elders staat: ${values}`,
  source: 'De tekst is die van de brief zelf. Wat als “afgeleid” is gemerkt, staat er niet letterlijk in.',
  missing: 'Deze bladzijde is er niet',
  missingText: 'De brief staat niet (meer) in de index, of het adres klopt niet.',
};

/** The shape of these texts. */
export type WebTexts = typeof webNl;
