import type { LoadedModel } from './model-files.ts';
import { numbers, softmax } from './outputs.ts';
import type { Tokens } from './tokenize.ts';
import type { CloseReading } from './types.ts';

/** Tokens of a question and of a passage with its context that are read. */
const LONGEST = { question: 40, passage: 320 } as const;

/** A text's tokens, and what the encoder's lower layers made of each: `states` of `dimension` numbers a token. */
export interface LowerStates extends Tokens {
  readonly states: Float32Array;
}

/**
 * Runs the cross-encoder over a question and one passage: its layers go on where the encoder's lower ones left each text
 * (PreTTR: MacAvaney and others 2020), and see both.
 */
export async function readClosely(
  { model, Tensor }: Pick<LoadedModel, 'model' | 'Tensor'>,
  question: LowerStates,
  passage: LowerStates,
): Promise<CloseReading> {
  const dimension = question.states.length / question.ids.length;
  const asked = Math.min(question.ids.length, LONGEST.question);
  const read = Math.min(passage.ids.length, LONGEST.passage);
  const states = new Float32Array((asked + read) * dimension);
  states.set(question.states.subarray(0, asked * dimension));
  states.set(passage.states.subarray(0, read * dimension), asked * dimension);
  const sides = new BigInt64Array(asked + read).fill(1n, asked);
  const outputs: unknown = await model._call({
    states: new Tensor('float32', states, [1, asked + read, dimension]),
    sides: new Tensor('int64', sides, [1, asked + read]),
  });
  const [answers = 0, bears = 0, nothing = 0] = softmax(numbers(outputs, 'classes'));
  const points = numbers(outputs, 'tokens').subarray(asked);
  const parts = passage.ranges.map(({ start, end }) => mean(points.subarray(start, Math.min(end, read))));
  return { answers, bears, nothing, parts };
}

function mean(logits: Float32Array): number | null {
  return logits.length === 0 ? null : logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
}
