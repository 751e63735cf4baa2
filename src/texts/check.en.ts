import type { CheckTexts } from './check.nl.ts';
import { wordsIn } from './words.ts';

const { count } = wordsIn('en');

/** What people read around a draft that was compared with the letters, in English. */
export const checkEn: CheckTexts = {
  title: 'Quotes checked',
  verdict: {
    verbatim: 'verbatim',
    nearly: 'nearly',
    not_found: 'not found',
  },
  kind: { quotation: 'quotation', sentence: 'own sentence' },
  asked: 'words of the question, not of the minister',
  nothing: 'There is no quotation in it, nor a sentence that a letter holds, or nearly.',
  counts: (verbatim, nearly, notFound) =>
    `${count(verbatim + nearly + notFound, 'quotation', 'quotations')}: ${verbatim} verbatim, ${nearly} nearly, ${notFound} not found.`,
  sentences: (n) =>
    `${count(n, 'sentence', 'sentences')} without quotation marks ${n === 1 ? 'stands' : 'stand'} in a letter too, verbatim or nearly.`,
  ownSentences: (n) => `${count(n, 'other sentence', 'other sentences')} found in no letter.`,
  legend: '[-as the draft has it-] {+as the letter has it+}',
  more: (n) => `${n} more in the attached file.`,
  empty: 'There is no text to check.',
  both: 'Give a text or a file, not both.',
  tooLong: (length, limit) => `That text is ${length} characters long; I check at most ${limit}. Check it in parts.`,
};
