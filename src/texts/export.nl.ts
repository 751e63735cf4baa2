/** What people read in a document that they take along, in Dutch. */
export const exportNl = {
  question: 'Vraag',
  answer: 'Antwoord',
  related: 'Gaat hier ook over',
  tray: 'Bewaarde citaten',
  columns: {
    part: 'onderdeel',
    label: 'kenmerk',
    quote: 'citaat',
    citation: 'vindplaats',
    page: 'bladzijde',
    link: 'link',
    official: 'officiële publicatie',
    question: 'beantwoorde vraag',
  },
  facts: {
    date: 'toegezegd op',
    who: 'wie',
    due: 'wanneer',
    fulfilled: 'waarschijnlijk nagekomen in',
    repeats: 'herhaald',
  },
  page: (page: number): string => `blz. ${page}`,
  read: 'Lees in de brief',
  official: 'Officiële publicatie',
  likely: 'Vermoedelijk de officiële publicatie',
  made: 'Gemaakt met Briefwijzer: alle citaten staan woord voor woord in de brieven.',
  button: 'Neem mee',
  formats: { md: 'Markdown', docx: 'Word', csv: 'CSV (rekenblad)' },
  ready: 'Het bestand staat hieronder.',
};

/** The shape of these texts. */
export type ExportTexts = typeof exportNl;
