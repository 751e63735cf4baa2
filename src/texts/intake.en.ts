import type { IntakeTexts } from './intake.nl.ts';
import { wordsIn } from './words.ts';

const { count } = wordsIn('en');

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
  passages: (n: number): string => count(n, 'passage', 'passages'),
};
