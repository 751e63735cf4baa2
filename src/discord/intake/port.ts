import type { LetterEntry } from '../../answers/schema.ts';
import type { NamedPaper } from '../../letters/papers.ts';
import type { Sidecar } from '../../letters/sidecar.ts';
import { Problem } from '../../problem.ts';
import type { Texts } from '../../texts/nl.ts';
import type { OfficialServices } from './official-services.ts';

/** A file from outside. Nothing in it is trusted. */
export interface IncomingFile {
  /** As people call it: "brief.pdf". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A letter that was read from a file and is not taken in. */
export interface IncomingLetter {
  /** Its file; an attachment of an e-mail is named after both: "mail.eml › brief.pdf". */
  readonly name: string;
  /** How it would stand among the letters. */
  readonly entry: LetterEntry;
  readonly pages: number | null;
  /** Pages on which no text was found. */
  readonly emptyPages: readonly number[];
  /** The letter that it is a copy of. */
  readonly twin: { readonly file: string; readonly title: string; readonly by: 'number' | 'text' | 'file' } | null;
  /** What would be written: its text, what its format states, and the checksum of its file. */
  readonly text: string;
  readonly format: 'pdf' | 'docx' | 'html' | 'xml' | 'eml' | 'markdown' | 'text';
  readonly facts: Pick<Sidecar, 'subject' | 'letterDate' | 'dossiers' | 'number' | 'url'>;
  readonly sha256: string;
  /** The paper that was fetched from the official services; they are not asked for it again once it is taken in. */
  readonly paper?: FetchedPaper;
}

/** A paper as the services list it, and what they said of its file. */
export interface FetchedPaper {
  /** "kst-28676-270". */
  readonly name: string;
  readonly listed: string;
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A paper that is asked for by its number. */
export interface PaperTask extends OfficialServices {
  readonly paper: NamedPaper;
}

/** Why a paper could not be fetched. */
export interface NotFetched {
  /**
   * `unknown`: no service has it; `no_letter`: it is of another kind; `silent`: the services don't answer; `not_had`: it
   * is listed, and can't be had or read by a service's fault.
   */
  readonly why: 'unknown' | 'no_letter' | 'silent' | 'not_had';
  /** What parliament calls such a paper, where it is known: "Motie". */
  readonly kind: string | null;
  /** For the log. */
  readonly detail: string;
}

/** Why a file, or an attachment in it, can't be taken in. */
export interface UnreadFile {
  readonly name: string;
  readonly reason: keyof Texts['intake']['unread'];
}

export interface ReadFile {
  readonly letters: readonly IncomingLetter[];
  readonly unread: readonly UnreadFile[];
}

/** How far a job is. */
export type IntakeProgress =
  /** Another job goes first. */
  | { readonly phase: 'waiting' }
  | { readonly phase: 'writing' }
  /** Passages encoded so far. */
  | { readonly phase: 'indexing'; readonly done: number; readonly total: number };

export interface JobOptions {
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
  /** Ends the job: what is written stays whole, and so does the index. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of a letter. `known`: it was there already, and was left as it is. */
export interface TakenIn {
  readonly file: string;
  readonly status: 'added' | 'replaced' | 'known';
}

/**
 * Why letters could not be taken in or out. `gone`: the letter's file is not there any more; `changed`: it is another one
 * than was indexed; `last`: there would be none left; `not_written`: the machine refuses; `ended`: it took too long or too
 * much memory.
 */
export type NotChanged = 'gone' | 'changed' | 'last' | 'not_written' | 'ended' | 'other';

/** Letters could not be taken in or out. The message is for the log: people read a sentence for its reason. */
export class ChangeProblem extends Problem {
  constructor(
    message: string,
    readonly reason: NotChanged,
  ) {
    super(message);
  }
}

/**
 * The way of letters into and out of the folder that the index is made from. All work is done in other processes, which
 * are ended where they take too long; one job changes the folder at a time, others wait. The index in use is not swapped
 * here: {@link IndexSource.reload} takes the new one in.
 */
export interface Intake {
  /** What a file would be taken in as; writes nothing. Never rejects for what a file holds. */
  read(file: IncomingFile, signal?: AbortSignal): Promise<ReadFile>;
  /** What a paper of the official services would be taken in as; writes nothing. Never rejects for what they answer. */
  fetch(task: PaperTask, signal?: AbortSignal): Promise<ReadFile | NotFetched>;
  /**
   * Writes letters, and brings the index up to date.
   *
   * @param options `replace`: a letter that is there already is overwritten by its copy.
   * @throws {ChangeProblem} where that can't be done; letters that were written stay
   */
  add(
    letters: readonly IncomingLetter[],
    options?: JobOptions & { readonly replace?: boolean },
  ): Promise<readonly TakenIn[]>;
  /**
   * Puts a letter of the index aside, and brings the index up to date.
   *
   * @throws {ChangeProblem} where that can't be done, the letter is another one by now, or it is the only one
   */
  remove(letter: Pick<LetterEntry, 'id' | 'file'>, options?: JobOptions): Promise<void>;
  /**
   * Brings the index up to date where a change was broken off before it did: the bot, or its job, was killed.
   *
   * @returns whether there was such a change
   * @throws {ChangeProblem} where that can't be done
   */
  finish(signal?: AbortSignal): Promise<boolean>;
}
