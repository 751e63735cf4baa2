import { wordsIn } from './words.ts';

const { count } = wordsIn('nl');

/** What people read around a draft that was compared with the letters, in Dutch. */
export const checkNl = {
  title: 'Citaten nagekeken',
  verdict: {
    verbatim: 'woord voor woord',
    nearly: 'bijna',
    not_found: 'niet gevonden',
  },
  kind: { quotation: 'citaat', sentence: 'eigen zin' },
  asked: 'woorden van de vraag, niet van de minister',
  nothing: 'Daarin staat geen citaat, en geen zin die (bijna) in de brieven staat.',
  counts: (verbatim: number, nearly: number, notFound: number): string =>
    `${count(verbatim + nearly + notFound, 'citaat', 'citaten')}: ${verbatim} woord voor woord, ${nearly} bijna, ${notFound} niet gevonden.`,
  sentences: (n: number): string =>
    `${count(n, 'zin', 'zinnen')} zonder aanhalingstekens ${n === 1 ? 'staat' : 'staan'} ook in een brief, woord voor woord of bijna.`,
  ownSentences: (n: number): string => `${count(n, 'andere zin', 'andere zinnen')} in geen brief gevonden.`,
  legend: '[-zo staat het in de tekst-] {+zo staat het in de brief+}',
  more: (n: number): string => `Nog ${n} in het bijgevoegde bestand.`,
  empty: 'Daar staat geen tekst om na te kijken.',
  both: 'Geef een tekst of een bestand, niet allebei.',
  tooLong: (length: number, limit: number): string =>
    `Die tekst is ${length} tekens lang; ik kijk er hooguit ${limit} na. Kijk hem in delen na.`,
};

/** The shape of these texts. */
export type CheckTexts = typeof checkNl;
