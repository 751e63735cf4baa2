import type { ExportTexts } from './export.nl.ts';

/** What people read in a document that they take along, in English. */
export const exportEn: ExportTexts = {
  question: 'Question',
  answer: 'Answer',
  related: 'Also about this',
  tray: 'Kept quotes',
  columns: {
    part: 'part',
    label: 'label',
    quote: 'quote',
    citation: 'citation',
    page: 'page',
    link: 'link',
    official: 'official publication',
    question: 'question answered',
  },
  facts: {
    date: 'promised on',
    who: 'who',
    due: 'by when',
    fulfilled: 'probably fulfilled in',
    repeats: 'repeated',
  },
  page: (page) => `p. ${page}`,
  read: 'Read in the letter',
  official: 'Official publication',
  likely: 'Likely the official publication',
  made: 'Made with Briefwijzer: all quotes stand in the letters word for word, in Dutch.',
  button: 'Take along',
  formats: { md: 'Markdown', docx: 'Word', csv: 'CSV (spreadsheet)' },
  ready: 'The file is below.',
};
