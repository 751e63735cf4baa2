import { Problem } from '../problem.ts';

/** The model could not be found, downloaded or read. */
export class ModelProblem extends Problem {
  constructor(
    readonly model: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The encoder "${model}" can't be used: ${why}`, options);
  }
}

/** The encoder's process ended while it was working, twice in a row. */
export class EncoderProcessProblem extends Problem {
  constructor(readonly why: string) {
    super(`The encoder's process ended unexpectedly (${why}); the question can be asked again.`);
  }
}
