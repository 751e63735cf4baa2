import type { Overviews } from './overviews.nl.ts';
import { wordsIn } from './words.ts';

const { count } = wordsIn('en');

export const overviewsEn = {
  summary: {
    parts: {
      about: 'What it was about',
      section: 'Decisions and outcomes',
      position: 'The Dutch position',
      promised: 'Promised to parliament',
      next: 'What comes next',
    },
    title: (name) => `Summary in quotes: ${name}`,
    ofSection: (section) => `§ ${section}`,
    side: { announced: 'Announced beforehand', discussed: 'Discussed', decided: 'Decided' },
    missing: {
      before: 'Only the report is there; I do not know the annotated agenda of this meeting.',
      after: 'Only the annotated agenda is there; I do not know the report of this meeting.',
    },
    leftOut: (sections) => `Not quoted: ${sections.join(' · ')}`,
    nothing: 'This letter holds no running text to quote.',
  },
  timeline: {
    none: (subject) => `I find nothing about “${subject}” in the letters.`,
    beforehand: (date) =>
      date === null ? 'written beforehand: annotated agenda' : `written beforehand: annotated agenda of ${date}`,
    more: (n, where) => `${count(n, 'more sentence', 'more sentences')} on this in the letter about ${where}.`,
    all: 'Show all',
    howToSeeAll: 'With --all you see everything.',
    undated: 'undated',
    inferred: (date) => `${date} (inferred)`,
    repeats: (n) => `comes back in ${count(n, 'other sentence', 'other sentences')}`,
    chart: (subject) => `Sentences about “${subject}” in each letter`,
    counted: 'sentences about this',
    sentences: (n) => count(n, 'sentence', 'sentences'),
  },
  commitments: {
    title: 'Commitments',
    none: 'I find no commitments there.',
    who: (who) => `Who: ${who}`,
    byOther: (who) => `Who: ${who}, not the signatory`,
    due: (due, days) => `By when: ${due}${days === null ? '' : ` (${days})`}`,
    recurring: 'Comes again',
    fulfilled: 'Probably fulfilled in',
    open: (open, letters) =>
      `For ${count(open, 'commitment', 'commitments')} I find no later letter among ${count(letters, 'letter', 'letters')} that fulfils it.`,
  },
  comparison: {
    title: (subject) => `Comparison: ${subject}`,
    earlier: (name) => `First: ${name}`,
    later: (name) => `Later: ${name}`,
    both: 'Both times',
    fresh: 'New',
    gone: 'No longer mentioned',
    silent: (name) => `Says nothing about this: ${name}.`,
    none: (subject) => `I find nothing about “${subject}” in either.`,
    same: 'That is the same meeting twice; name two.',
    more: (n, heading) => `${n} more under “${heading}”; the timeline of this subject shows everything.`,
  },
  outline: {
    footnotes: 'Footnotes',
    references: 'Papers the letter refers to',
    words: (n) => count(n, 'word', 'words'),
    signed: (names) => `Signed by ${names}`,
    inIndex: 'among my letters',
    noSections: 'This letter has no headings.',
  },
  more: 'Go on',
  shown: (from, to, of) => `${from} to ${to} of ${of}`,
  choose: {
    letter: {
      several: (typed) => `“${typed}” may be more than one letter.`,
      none: (typed) => `I know no letter “${typed}”.`,
      notOf: (when) => `I have no letter of ${when}.`,
    },
    meeting: {
      several: (typed) => `“${typed}” may be more than one meeting.`,
      none: (typed) => `I know no meeting “${typed}”.`,
      notOf: (when) => `I have no letters about a meeting of ${when}.`,
    },
    oneOf: 'Do you mean one of these?',
    newest: 'Which meeting? These are the newest:',
    section: (typed) => `This letter has no section “${typed}”. Choose one of these:`,
    noLetters: 'I have no letters at the moment.',
  },
} satisfies Overviews;
