import { Problem } from '../problem.ts';

/** A letter, or the folder it should stand in, cannot be used. Every field is public; `message` is one clear sentence. */
export class LetterError extends Problem {
  /** Path of the file or folder concerned. */
  readonly file: string;

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
  }
}

export type NotTextReason = 'invalid_utf8' | 'binary';

/** The file holds something else than UTF-8 text. */
export class NotTextError extends LetterError {
  readonly reason: NotTextReason;

  constructor(file: string, reason: NotTextReason) {
    const what = reason === 'binary' ? 'holds binary data' : 'is not valid UTF-8';
    super(file, `${file} is not a text file: it ${what}; save it as UTF-8 text or take it out of the folder.`);
    this.reason = reason;
  }
}

/** What a letter can have at most: a report of thousands of pages, far more than any letter. */
export const MOST_CHARACTERS = 4_000_000;
export const MOST_PASSAGES = 25_000;

export type TooLongReason = 'too_long' | 'too_many_passages';

/** The file holds more than any letter does: it would cost everybody time and memory. */
export class TooLongError extends LetterError {
  readonly reason: TooLongReason;

  /** @param count how many characters, or passages (paragraphs and footnotes), it has */
  constructor(file: string, reason: TooLongReason, count: number) {
    const [what, most] =
      reason === 'too_long' ? ['characters', MOST_CHARACTERS] : ['paragraphs and footnotes', MOST_PASSAGES];
    super(
      file,
      `${file} has ${count} ${what}, and a letter at most ${most}; cut it into parts or take it out of the folder.`,
    );
    this.reason = reason;
  }
}

/** The file system refused to hand out the file. */
export class UnreadableFileError extends LetterError {
  constructor(file: string, cause: unknown) {
    super(file, `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

/** This program stumbles over what the file holds. */
export class UnparsedError extends LetterError {
  constructor(file: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(file, `${file} cannot be read as a letter (${why}), which is a fault of this program; leave it out.`, {
      cause,
    });
  }
}

export interface SidecarIssue {
  /** Path inside the JSON document: "meeting.dates.0"; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

/** A sidecar (`NAME.meta.json`) is not JSON or does not have the fields it should have. */
export class SidecarError extends LetterError {
  readonly issues: readonly SidecarIssue[];

  constructor(file: string, issues: readonly SidecarIssue[]) {
    const list = issues.map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message)).join('; ');
    super(file, `${file} is not a valid sidecar: ${list}.`);
    this.issues = issues;
  }
}

export type LettersFolderReason = 'missing' | 'not_a_folder' | 'no_letters';

/** The letters folder is not there or holds no letter. */
export class LettersFolderError extends LetterError {
  readonly reason: LettersFolderReason;

  constructor(folder: string, reason: LettersFolderReason) {
    const messages: Record<LettersFolderReason, string> = {
      missing: `There is no letters folder at ${folder}; name the folder that holds them with --letters or LETTERS_DIR.`,
      not_a_folder: `${folder} is not a folder.`,
      no_letters: `The letters folder ${folder} holds no letters: it has no *.txt file with text in it.`,
    };
    super(folder, messages[reason]);
    this.reason = reason;
  }
}

/** One or more files of a letters folder cannot be used; every one of them is named. */
export class UnusableLettersError extends LetterError {
  readonly errors: readonly LetterError[];

  constructor(folder: string, errors: readonly LetterError[]) {
    super(folder, errors.map((error) => error.message).join(' '));
    this.errors = errors;
  }
}
