import { Problem } from '../problem.ts';

/** What is wrong with a file, for whoever tells it in other words or another language. */
export type IntakeReason =
  /** Nothing in it, or no words. */
  | 'empty'
  | 'no_text'
  /** More bytes, pages or text than any letter has. */
  | 'too_large'
  /** Made to unpack to too much, or nested too deep. */
  | 'unpacks'
  /** Took more time or memory than any letter does. */
  | 'costly'
  | 'locked'
  | 'scan'
  | 'broken'
  | 'entities'
  /** A kind of file that is not read. */
  | 'other_kind'
  /** Another kind of file than its name says. */
  | 'wrong_name'
  | 'about_a_letter'
  /** E-mails within e-mails. */
  | 'nested'
  /** Not on this machine, or not to be opened. */
  | 'not_there';

/** A letter that can't be put aside. The message is one sentence with its file. */
export class PutAsideProblem extends Problem {
  constructor(
    readonly reason: 'gone' | 'changed' | 'last',
    message: string,
  ) {
    super(message);
  }
}

/** A file that cannot be taken in. The message is one sentence with the file's name and what to do. */
export class IntakeProblem extends Problem {
  constructor(
    /** The file as the person named it; an attachment as "mail.eml › brief.pdf". */
    readonly file: string,
    readonly reason: IntakeReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${file} ${message}`, options);
  }
}
