import { errorCode } from '../error-code.ts';
import { NO_NETWORK } from '../network-codes.ts';
import { Problem } from '../problem.ts';

/** What PostgreSQL's codes (Appendix A of its manual) and Node's mean for who runs the database. */
const WHY: Readonly<Record<string, string>> = {
  '28000': 'it refuses this user',
  '28P01': 'it refuses the password',
  '3D000': 'there is no database of that name',
  '42501': 'this user may not do that',
  '25006': 'it is read-only',
  '42P01': 'a table is missing',
  '53100': 'its disk is full',
  '53200': 'it has no memory left',
  '53300': 'it takes no more connections',
  '55P03': 'it took too long',
  '57014': 'it took too long',
};

/** Codes of a connection that is gone, or of a server that takes none for now: asking again may help. */
const LOST: ReadonlySet<unknown> = new Set([
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  ...NO_NETWORK,
]);

/** pg gives these no code: the first where the connection is lost while it is asked something, the other where it was before. */
const LOST_MESSAGE = /^Connection terminated|^Client has encountered a connection error/;
const TOO_LATE_MESSAGE =
  /^timeout exceeded when trying to connect|^timeout expired|^Connection terminated due to connection timeout|^Query read timeout/;

/** The database can't be used for the moment, or not as it is set up. */
export class DatabaseProblem extends Problem {
  constructor(
    /** A clause: "its disk is full". */
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The database of DATABASE_URL can't be used: ${why}.`, options);
  }
}

/** Whether the connection was lost, or refused: the next one may be there. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error) || isTooLate(error)) return false;
  return LOST.has(errorCode(error)) || LOST_MESSAGE.test(error.message);
}

/** Whether nothing came in time: asking again would take as long, and ask more of a server that has too much to do. */
function isTooLate(error: Error): boolean {
  return TOO_LATE_MESSAGE.test(error.message);
}

/** An error of pg as one sentence; a fault of the program stays as it is. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  if (isLost(error) || isTooLate(error))
    return new DatabaseProblem(`it can't be reached (${error.message || 'no answer'})`, { cause: error });
  const why = WHY[String(errorCode(error))];
  return why === undefined ? error : new DatabaseProblem(`${why} (${error.message})`, { cause: error });
}
