/**
 * A failure that the person at the keyboard can mend: the message is one sentence saying what is wrong, where, and
 * what to do. Anything else that is thrown is a fault of the program.
 */
export class Problem extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}
