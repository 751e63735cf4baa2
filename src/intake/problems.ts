import { Problem } from '../problem.ts';

/** A file that cannot be taken in. The message is one sentence with the file's name and what to do. */
export class IntakeProblem extends Problem {
  constructor(
    /** The file as the person named it; an attachment as "mail.eml › brief.pdf". */
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${file} ${message}`, options);
  }
}
