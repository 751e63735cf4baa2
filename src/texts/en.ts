import type { TextCoverage } from './coverage.ts';
import { formatDate, formatMonth, periodBounds } from './dates.ts';
import { intakeEn } from './intake.en.ts';
import type { Texts } from './nl.ts';
import { isDay, type TextPeriod } from './refusal.ts';
import { wordsIn } from './words.ts';

const language = 'en';
const { and, count, or } = wordsIn(language);

/** "I know 5 letters, from 4 November 2021 to 2 February 2024." */
function covers({ letters, oldest, newest }: TextCoverage): string {
  if (letters === 0) return 'I have no letters at the moment.';
  const many = count(letters, 'letter', 'letters');
  if (oldest === null || newest === null) return `I know ${many}.`;
  if (oldest === newest) return `I know ${many}, dated ${formatDate(oldest, language)}.`;
  return `I know ${many}, from ${formatDate(oldest, language)} to ${formatDate(newest, language)}.`;
}

function bounds({ from, to }: TextPeriod): string {
  return periodBounds(from, to, language)[0] ?? '';
}

/** "in October 2021", "on 3 May 1999". */
function time(period: TextPeriod): string {
  return `${isDay(period) ? 'on' : 'in'} ${bounds(period)}`;
}

/** What people read in English. */
export const en = {
  language,
  covers,
  reason: {
    empty: () => 'There is no question in that. Ask one in a full sentence.',
    off_topic: ({ coverage }) => `These letters are not about that. ${covers(coverage)}`,
    not_in_letters: ({ coverage, section, letter }) => {
      if (letter !== null && section === null) return `I cannot find that in “${letter}”, so I quote nothing.`;
      return section === null
        ? `I cannot find that in the letters, so I quote nothing. ${covers(coverage)}`
        : `The letters speak of it under “${section}”, but I find no answer to this question there.`;
    },
    words_absent: ({ words }) =>
      `Those words stand nowhere in the letters as they are written here: ${and(words.map((each) => `“${each}”`))}.`,
    names_absent: ({ words, section }) =>
      `No letter mentions ${or(words)}, so I quote nothing.${section === null ? '' : ` What comes nearest stands under “${section}”.`}`,
    not_then: ({ coverage, period, hasLetters, elsewhere, isElsewhere, isSure }) => {
      const no =
        hasLetters && period ? `Not ${time(period)}` : `I have no letter of ${period ? bounds(period) : 'then'}`;
      if (!isElsewhere) return `${no}. ${covers(coverage)}`;
      const where = elsewhere === null ? 'in an undated letter' : `in ${formatMonth(elsewhere, language)}`;
      return isSure ? `${no}; ${where}:` : `${no}; perhaps ${where}:`;
    },
    other_language: () => 'I understand only Dutch and English. Ask your question in either of them.',
  },
  aboutLetter: {
    unstated: {
      signatories: (letter) => `${letter} does not say who signed it.`,
      letterDate: (letter) => `${letter} does not say when it was written.`,
      number: (letter) => `${letter} bears no document number.`,
      addressee: (letter, greeting) =>
        greeting === null
          ? `${letter} does not say who it is addressed to.`
          : `${letter} has only a salutation: “${greeting}”.`,
      reference: (letter) => `${letter} bears no reference.`,
      askers: (letter) => `${letter} does not say who asked the questions.`,
      askedOn: (letter) => `${letter} does not say when the questions were asked.`,
      place: (letter) => `${letter} does not say where that meeting was.`,
    },
    given: (value) => `Noted when it was taken in: ${value}.`,
    unknown: (coverage, near) =>
      near === null
        ? `I do not know which letter you mean, or I do not have it. Name its date, its number or its subject. ${covers(coverage)}`
        : `I know no letter by that name. Do you mean ${near}? Then ask by its date or its number.`,
    noSuchPaper: (paper, isReferredTo, coverage) =>
      isReferredTo
        ? `None of my letters is ${paper}; this one refers to it:`
        : `None of my letters is ${paper}, and none refers to it. ${covers(coverage)}`,
    noParty: (name) => `I find in no letter which party ${name} is from.`,
    noOffice: (name) => `I find in no letter which office ${name} holds.`,
    unexplained: (abbreviation) => `No letter spells out what ${abbreviation} stands for.`,
    signedAlone: (name, letters, coverage) =>
      letters === 0
        ? `${name} signed none of these letters. ${covers(coverage)}`
        : `${name} signed ${letters === 1 ? 'that letter' : `those ${letters} letters`} alone.`,
    listed: {
      all: (letters, more, isOne) =>
        isOne ? `Only this one: ${letters}.` : `Here they are: ${letters}${more > 0 ? `; and ${more} more` : ''}.`,
      bySubject: (letters, more, isOne) =>
        `${isOne ? 'This one fits' : 'These fit'} that best: ${letters}${more > 0 ? `; and ${more} more` : ''}. Other letters may mention it too.`,
    },
    several: (letters, more) =>
      `That could be more than one letter: ${letters}${more > 0 ? `; and ${more} more` : ''}. Add its date or its number.`,
  },
  kind: {
    report: 'report',
    annotated_agenda: 'annotated agenda',
    answers: 'answers',
    policy_letter: 'policy letter',
    letter_on_subject: 'letter',
    other: 'letter',
  },
  answer: {
    signedBy: (name) => `letters that ${name} signed`,
    filter: (what) => `Searched only in: ${what}`,
    period: (from, to) =>
      from === null ? `until ${to}` : to === null ? `from ${from}` : from === to ? from : `${from} to ${to}`,
    noMore: 'I have no more quotes that fit.',
    nearest: 'Show what they do say:',
    likely: 'likely the official letter',
    related: 'Also about this, without answering the question:',
    question: (asked) => `Question: ${asked}`,
    note: (note) => `Note ${note}`,
    page: (page) => `p. ${page}`,
    inferred: (fields) => `Inferred, not read in the letter itself: ${and(fields)}.`,
    sources: 'Passages that bear on this',
    tentative: 'I am not sure that this answers the question.',
    inDutch: 'The letters are in Dutch, and so are the quotes.',
    shared: (by, withWhom = null) => (withWhom === null ? `Shared by ${by}` : `${by} shares this with ${withWhom}`),
    sharedReceipt: 'Shared in this channel.',
    alreadyShared: 'This quote stands in this conversation already.',
  },
  field: {
    kind: 'kind of letter',
    subject: 'subject',
    letterDate: 'date of the letter',
    meeting: 'meeting',
    dossiers: 'dossiers',
    number: 'number',
    signatories: 'signatories',
    url: 'link',
  },
  button: {
    share: 'Share',
    context: 'Context',
    section: 'Whole section',
    copy: 'Copy',
    source: 'Official letter',
    likely: 'Likely official letter',
    keep: 'Keep',
    next: 'More',
    related: 'Related',
    choose: 'Choose a quote to share or read on',
    isThere: 'It is in there',
    right: 'Right',
    wrong: 'Wrong',
    unfiltered: 'Search all letters',
    readOn: 'Read on',
    moreLetters: 'More letters',
    show: 'Show',
    shareAgain: 'Share again',
  },
  tray: {
    kept: (n) => `Kept: you have ${count(n, 'quote', 'quotes')} now. See /tray.`,
    known: 'You keep that quote already.',
    full: (most) => `You keep ${most} already; take one out first with /tray.`,
    empty: 'You keep nothing yet. Press Keep under a quote.',
    gone: 'This quote no longer stands in the letters like that.',
    up: 'Up',
    remove: 'Remove',
    post: 'Post here',
    posted: 'You posted just these quotes here already.',
  },
  context: {
    title: 'The quote in context',
    before: 'Before',
    quote: 'The quote',
    after: 'After',
  },
  section: {
    untitled: 'Opening of the letter',
    part: (from, to, of) => `paragraphs ${from} to ${to} of ${of}`,
  },
  copy: {
    hint: 'Quote and citation, ready to paste:',
  },
  feedback: {
    right: 'Thank you, noted that this answer is right.',
    why: 'What is wrong with it?',
    reasons: {
      elsewhere: 'The answer stands somewhere else',
      other_time: 'This is about another time or meeting',
      incomplete: 'Something is missing',
      unclear: 'This is about something else',
    },
    reasonKept: 'Thank you, the reason is noted too.',
    title: 'What readers said of answers',
    none: 'Nobody has said anything of an answer yet.',
    counts: (all, wrong) => `${count(all, 'verdict', 'verdicts')}, ${wrong} of them “wrong”.`,
    wrongAnswers: 'Was wrong:',
    unanswered: 'Went unanswered, and is in there according to the reader:',
    noQuestion: '(question not kept)',
    wrong: 'Thank you, noted that this answer is wrong.',
  },
  letters: {
    title: 'Letters',
    none: 'No letter fits that.',
    undated: 'undated',
    written: (date) => `letter of ${date}`,
    inferred: (what) => `${what} (inferred)`,
    answerUnder: (heading) => `${heading} (answer)`,
    sections: (titles, more) => (more > 0 ? `${titles.join(' · ')} · and ${more} more` : titles.join(' · ')),
    official: 'official publication',
    shown: (from, to, of) => `${from} to ${to} of ${of}`,
  },
  help: {
    title: 'What can I do for you?',
    intro:
      'Ask me about the letters Dutch ministers send to parliament, in Dutch or English. I answer with quotes: word for word, with their source.',
    examples: 'For example:',
    example: {
      section: (section) => `What does the minister write about ${section}?`,
      meeting: (meeting, date) => `What was discussed at ${meeting} in ${date}?`,
      plain: 'What does the minister promise?',
    },
    commands: 'My commands:',
    ways: 'Or mention me in a message, reply to my answer (with the ping on), or choose Apps › Find sources on any message.',
    cannot:
      'What I cannot do: summarise in words of my own, find anything outside these letters, or give an opinion. If it is not in them, I say so.',
    privacy: (logged, withUser) =>
      `Privacy: your question ${logged ? "goes into the administrator's log" : 'is not kept'} and goes to nobody but Discord.\nIf you press Right or Wrong, I keep ${logged ? 'the question and ' : ''}the quotes, ${withUser ? 'with your Discord id' : 'without your name'}.`,
  },
  status: {
    title: 'How I am doing',
    index: 'Index',
    builtAt: 'Built on',
    model: 'Model',
    passages: 'Passages',
    letters: 'Letters',
    uptime: 'Running since',
    gateway: 'Connection to Discord',
    latency: 'Time to answer (median, p95)',
    reload: 'Last reload',
    reloadFailed: 'Last reload failed',
    counts: 'Questions, buttons, errors',
    never: 'not yet',
    none: 'none yet',
    milliseconds: (value) => `${value} ms`,
  },
  reload: {
    done: (coverage) => `The new index is in use. ${covers(coverage)}`,
    same: (coverage) => `The index already was the newest. ${covers(coverage)}`,
    failed: 'The new index was refused; I go on with the old one. Build it again with: briefwijzer index',
  },
  settings: {
    title: (channel: string): string => `How I answer in ${channel}`,
    names: { language: 'Language', meeting: 'Meeting', quotes: 'Quotes', visibility: 'Who sees it' },
    values: {
      language: { nl: 'Dutch', en: 'English', reader: "each reader's own" },
      meeting: { none: 'none', gone: 'a meeting that no letter is about any more' },
      quotes: { 0: 'one in public, else three at most', 1: 'one', 3: 'three at most' },
      visibility: {
        private: 'the asker alone',
        public: 'everybody',
        usual: '/ask the asker alone, /quote everybody',
      },
    },
    ofChannel: 'chosen for this channel',
    ofServer: 'chosen for the server',
    byDefault: 'not chosen',
    hint: 'What somebody chooses in a command comes first. A thread goes by what its channel chose.',
  },
  intake: intakeEn,
  announcement: {
    title: (letter) => `New letter: ${letter}`,
    sections: 'About',
    promises: 'Promised',
    fulfils: 'Probably fulfils',
    more: (n) => `and ${n} more`,
    outline: 'Outline',
  },
  problem: {
    typed: 'This is what you typed, to copy:',
    emptyQuestion: 'I see no question. Type one of a few words.',
    longQuestion: (length, limit) =>
      `That question is ${length} characters long; I read at most ${limit}. Please make it shorter.`,
    unknownPassage: (typed) => `I know no passage “${typed}”. Choose one from the list that appears as you type.`,
    passageOfOtherLetter: 'That passage stands in another letter. Choose the letter first, then a passage from it.',
    unknownDate: (typed) => `I cannot read “${typed}” as a date. Write for example 2021, October 2021 or 2021-10-21.`,
    reversedPeriod: 'That period starts after it ends. Swap from and to.',
    emptyMessage: 'That message holds no text to find sources for.',
    deletedMessage: 'That message is gone.',
    othersMessage:
      'What somebody else wrote I read only when you ask for it: choose Apps › Find sources on that message (right-click it, or hold it down).',
    unreadableMention: 'Put your question in the message that mentions me. Type /help for examples.',
    stale: 'This button belongs to an answer I can no longer find. Please ask the question again.',
    stalePassage: 'This passage is no longer in the index. Please ask the question again.',
    unknownCommand: 'I do not know this command (any more). Reload Discord and try again.',
    slowDown: (seconds) => `Not so fast: you can ask again in ${count(seconds, 'second', 'seconds')}.`,
    slowDownServer: (seconds) =>
      `This server is asking a great deal right now: try again in ${count(seconds, 'second', 'seconds')}.`,
    stopping: 'I am just being restarted. Please try again in a minute.',
    maybePosted: 'I could not see whether the answer arrived in the channel. If it is not there, please ask again.',
    serverOnly: 'This works only in a server.',
    ownersOnly: 'This is only for who runs me.',
    unexpected: (reference) =>
      `Something went wrong on my side; it was not your question. Try again, or give the administrator this code: ${reference}.`,
  },
} satisfies Texts;
