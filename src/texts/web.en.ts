import type { WebTexts } from './web.nl.ts';
import { wordsIn } from './words.ts';

const { count } = wordsIn('en');

/** What people read around a letter on its page, in English. */
export const webEn: WebTexts = {
  letters: 'Letters',
  about: (letters) =>
    `${count(letters, 'letter', 'letters')} from Dutch ministers to parliament, in Dutch, word for word as Briefwijzer reads them.`,
  years: 'Years',
  undated: 'Undated',
  skip: 'To the text',
  all: 'All letters',
  around: 'Other letters',
  previous: 'Previous letter',
  next: 'Next letter',
  sameMeeting: 'About the same meeting',
  facts: 'Facts',
  contents: 'Contents',
  text: 'Text of the letter',
  notes: 'Footnotes',
  note: (mark) => `Note ${mark}`,
  page: (page) => `P. ${page}`,
  words: (words) => count(words, 'word', 'words'),
  length: 'length',
  file: 'file',
  place: (place) => `in ${place}`,
  official: 'Official publication',
  likelyOfficial: 'Likely the official publication',
  inferred: 'inferred',
  conflict: (values) => `elsewhere: ${values}`,
  source: 'The text is the letter’s own. What is marked “inferred” does not stand in it as such.',
  missing: 'There is no such page',
  missingText: 'The letter is not in the index, or no longer, or the address is wrong.',
};
