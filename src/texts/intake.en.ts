import type { IntakeTexts } from './intake.nl.ts';
import { wordsIn } from './words.ts';

const { and, count } = wordsIn('en');

/** What people read in English when letters are taken in or put aside in Discord. */
export const intakeEn: IntakeTexts = {
  unread: {
    empty: 'is empty. Send the file once more.',
    no_text: 'holds no text. Send the file that holds the letter.',
    too_large: 'is larger than any letter should be. Send the letter by itself.',
    unpacks: 'is made to take much memory; I do not read it. Send an ordinary copy of the letter.',
    costly: 'takes more time or memory than any letter should; I stopped reading it. Send another copy.',
    locked: 'is locked with a password. Save a copy without one and send that.',
    scan: 'is a scan: pictures of pages, without text. Send the file it was printed from, or have whoever runs me take it in with text recognition (briefwijzer add --ocr).',
    broken: 'is broken. Download or save it once more and send it again.',
    entities: 'declares XML entities, which no official publication and no Word file does; I do not read it.',
    other_kind:
      'is no kind of file that I read. Send a PDF, a Word file (.docx), a web page, official XML, an e-mail (.eml), Markdown or text.',
    wrong_name: 'is something else than its name says. Give it the right name and send it again.',
    about_a_letter: 'is a page about a letter, not the letter. Download the letter and send that.',
    nested: 'is an e-mail within e-mails. Send the letter by itself.',
    not_there: 'is not there any more. Send it again.',
  },
  attachment: {
    too_large: (mb) => `is larger than ${mb} MB, and I take no more. Send the letter by itself.`,
    failed: 'could not be fetched from Discord. Send it once more.',
  },
  reading: {
    person: 'I am still reading another file of yours. Send this one when that is done.',
    all: 'I still have files of others to read. Send this one again in a minute.',
  },
  paper: {
    nothing: 'Attach a file, or give a Kamerstuk number: 28676-270.',
    both: 'Give a file or a number, not both.',
    malformed: 'This is no Kamerstuk number. Write it as 28676-270 or as 28 676, nr. 270.',
    known: (name, title) => `I already have ${name}: **${title}**.`,
    unknown: (name) =>
      `The official services do not know ${name}. Check the number; a new paper may come there days later.`,
    no_letter: (name, kind) =>
      `${name} is no letter of a minister${kind === '' ? '' : ` (parliament calls it ${kind})`}, and I take in only those.`,
    silent: (name) =>
      `The official services do not answer now, so I could not fetch ${name}. Try again later, or attach the file.`,
    not_had: (name) =>
      `The official services list ${name}, but I could not fetch it there now. Try again later, or attach the file.`,
  },
  otherServer:
    'All servers share the same letters; they can be taken in and removed only in a server that was chosen for it (LETTER_SERVERS). Ask whoever runs me.',
  preview: {
    nothingYet: 'This is how I would take it in. Nothing is stored yet.',
    several: (n) => `This file holds ${count(n, 'letter', 'letters')}.`,
    more: (n) => `And ${count(n, 'more letter', 'more letters')}.`,
    pages: 'Pages',
    passages: (n) => count(n, 'passage', 'passages'),
    outline: 'Outline',
    moreHeadings: (n) => `and ${count(n, 'more heading', 'more headings')}`,
    note: 'Mind',
    unread: 'Not read',
    twin: {
      number: (title) => `I already have a letter with this number: ${title}.`,
      text: (title) => `I already have a letter with nearly the same text: ${title}.`,
    },
    missing: (fields) => `Not found in the letter: ${and(fields)}.`,
    conflicts: (fields) => `The letter contradicts itself on: ${and(fields)}.`,
    emptyPages: (pages) =>
      pages.length === 1
        ? `I found no text on page ${and(pages)}; it may be scanned.`
        : `I found no text on pages ${and(pages)}; they may be scanned.`,
  },
  button: {
    takeIn: 'Take in',
    replace: 'Replace the letter I have',
    replaceAll: 'Take all in, replace what I have',
    cancel: 'Cancel',
    remove: 'Remove',
  },
  forgotten:
    'I no longer have this: I keep it for half an hour, and not when I am restarted. Send or name it once more with /add.',
  unchanged: 'Nothing has changed.',
  progress: {
    waiting: 'Something else is being taken in or removed; you are next after that.',
    writing: 'Storing it …',
    indexing: (done, total) =>
      total === 0 ? 'Bringing the index up to date …' : `Bringing the index up to date: ${done} of ${total} passages …`,
  },
  done: {
    added: (title, passages) => `**${title}** is taken in: ${count(passages, 'passage', 'passages')}, searchable now.`,
    replaced: (title, passages) =>
      `**${title}** is replaced: ${count(passages, 'passage', 'passages')}, searchable now.`,
    known: (title) => `**${title}** was there already and has not changed.`,
  },
  failed: 'This could not be taken in.',
  why: {
    gone: "The letter's file is no longer in the letters folder.",
    changed: "The letter's file was changed since it was indexed. Have the index brought up to date first.",
    last: 'It is the only letter, and without letters I have nothing to answer from.',
    not_written: 'Where I run nothing can be stored: the disk is full or the folder is protected. Ask whoever runs me.',
    ended: 'It took too long or too much memory. Nothing is half-stored; try again.',
    other: 'My log says why; ask whoever runs me.',
  },
  remove: {
    title: 'Remove this letter?',
    passages: (n) => `${count(n, 'passage', 'passages')} will no longer be found.`,
    undo: (file) =>
      `The letter is not erased but goes to removed/ in the letters folder; whoever moves ${file} and what belongs to it back has it back.`,
    done: (title) => `**${title}** is removed and no longer found.`,
    failed: 'This letter could not be removed.',
    gone: 'That letter is no longer in the index.',
  },
};
