import { wordsIn } from './words.ts';

const { count } = wordsIn('nl');

/** What people read in Dutch around summaries, timelines, commitments and outlines. The English one has the same keys. */
export const overviewsNl = {
  summary: {
    parts: {
      about: 'Waar het over ging',
      section: 'Besluiten en uitkomsten',
      position: 'Wat Nederland vindt',
      promised: 'Toegezegd aan de Kamer',
      next: 'Wat er volgt',
    },
    title: (name: string): string => `Samenvatting in citaten: ${name}`,
    ofSection: (section: string): string => `§ ${section}`,
    side: { announced: 'Vooraf aangekondigd', discussed: 'Besproken', decided: 'Besloten' },
    missing: {
      before: 'Alleen het verslag is er; de geannoteerde agenda van deze vergadering ken ik niet.',
      after: 'Alleen de geannoteerde agenda is er; het verslag van deze vergadering ken ik niet.',
    },
    leftOut: (sections: readonly string[]): string => `Niet geciteerd: ${sections.join(' · ')}`,
    nothing: 'In deze brief staat geen lopende tekst om te citeren.',
  },
  timeline: {
    none: (subject: string): string => `Over “${subject}” vind ik niets in de brieven.`,
    undated: 'zonder datum',
    beforehand: (date: string | null): string =>
      date === null ? 'vooraf geschreven: geannoteerde agenda' : `vooraf geschreven: geannoteerde agenda van ${date}`,
    more: (n: number, where: string): string => `Nog ${count(n, 'zin', 'zinnen')} hierover in de brief over ${where}.`,
    all: 'Toon alles',
    howToSeeAll: 'Met --all zie je alles.',
    inferred: (date: string): string => `${date} (afgeleid)`,
    repeats: (n: number): string => `keert terug in ${count(n, 'andere zin', 'andere zinnen')}`,
    chart: (subject: string): string => `Zinnen over “${subject}” in elke brief`,
    sentences: (n: number): string => count(n, 'zin', 'zinnen'),
    counted: 'zinnen hierover',
  },
  commitments: {
    title: 'Toezeggingen',
    none: 'Daarbij vind ik geen toezeggingen.',
    who: (who: string): string => `Wie: ${who}`,
    byOther: (who: string): string => `Wie: ${who}, niet de ondertekenaar`,
    due: (due: string, days: string | null): string => `Wanneer: ${due}${days === null ? '' : ` (${days})`}`,
    recurring: 'Keert terug',
    fulfilled: 'Waarschijnlijk nagekomen in',
    open: (open: number, letters: number): string =>
      `Bij ${count(open, 'toezegging', 'toezeggingen')} vind ik onder ${count(letters, 'brief', 'brieven')} geen latere brief waarin die is nagekomen.`,
  },
  comparison: {
    title: (subject: string): string => `Vergelijking: ${subject}`,
    earlier: (name: string): string => `Eerst: ${name}`,
    later: (name: string): string => `Later: ${name}`,
    both: 'Beide keren',
    fresh: 'Nieuw',
    gone: 'Niet meer genoemd',
    silent: (name: string): string => `Hierover zegt niets: ${name}.`,
    none: (subject: string): string => `Over “${subject}” vind ik in geen van beide iets.`,
    same: 'Dat is tweemaal dezelfde vergadering; noem er twee.',
    more: (n: number, heading: string): string =>
      `Nog ${n} onder “${heading}”; de tijdlijn van dit onderwerp toont alles.`,
  },
  outline: {
    footnotes: 'Voetnoten',
    references: 'Kamerstukken waarnaar de brief verwijst',
    words: (n: number): string => count(n, 'woord', 'woorden'),
    signed: (names: string): string => `Ondertekend door ${names}`,
    inIndex: 'in mijn brieven',
    noSections: 'Deze brief heeft geen kopjes.',
  },
  more: 'Verder',
  shown: (from: number, to: number, of: number): string => `${from} tot en met ${to} van ${of}`,
  choose: {
    letter: {
      several: (typed: string): string => `“${typed}” kan meer dan één brief zijn.`,
      none: (typed: string): string => `Ik ken geen brief “${typed}”.`,
      notOf: (when: string): string => `Ik heb geen brief van ${when}.`,
    },
    meeting: {
      several: (typed: string): string => `“${typed}” kan meer dan één vergadering zijn.`,
      none: (typed: string): string => `Ik ken geen vergadering “${typed}”.`,
      notOf: (when: string): string => `Ik heb geen brieven over een vergadering van ${when}.`,
    },
    oneOf: 'Bedoel je een van deze?',
    newest: 'Welke vergadering? Dit zijn de nieuwste:',
    section: (typed: string): string => `Een paragraaf “${typed}” heeft deze brief niet. Kies er een van deze:`,
    noLetters: 'Ik heb op dit moment geen brieven.',
  },
};

/** The shape of these texts. */
export type Overviews = typeof overviewsNl;
