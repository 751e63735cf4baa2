import type { LoadedModel } from './model-files.ts';
import { numbers, softmax } from './outputs.ts';
import type { Reading, TokenRows, TokenVectors } from './types.ts';

/** Tokens of a question and of a passage that are read: as many as the reader was trained with places for. */
const LONGEST = { question: 40, passage: 240 } as const;
const CLASSES = 3;

/** Runs the reader over a question and all passages in one batch: its numbers are floats, so none depends on another. */
export async function readPassages(
  { model, Tensor }: Pick<LoadedModel, 'model' | 'Tensor'>,
  question: TokenVectors,
  passages: readonly TokenRows[],
): Promise<Reading[]> {
  const asked = Math.min(question.count, LONGEST.question);
  const longest = Math.min(Math.max(0, ...passages.map(({ count }) => count)), LONGEST.passage);
  if (asked === 0 || longest === 0) return passages.map(() => ({ answers: 0, bears: 0, nothing: 1, tokens: NONE }));
  const dimension = question.vectors.length / question.count;
  const { directions, weights } = directed(question, asked, dimension);
  const rows = new Float32Array(passages.length * longest * dimension);
  const mask = new Float32Array(passages.length * longest);
  for (const [i, passage] of passages.entries()) {
    const count = Math.min(passage.count, longest);
    mask.fill(1, i * longest, i * longest + count);
    for (let token = 0; token < count; token++) {
      unitRow(passage.rows, token * dimension, rows, (i * longest + token) * dimension, dimension);
    }
  }
  const outputs: unknown = await model._call({
    question: new Tensor('float32', directions, [1, asked, dimension]),
    weights: new Tensor('float32', weights, [1, asked]),
    passages: new Tensor('float32', rows, [passages.length, longest, dimension]),
    mask: new Tensor('float32', mask, [passages.length, longest]),
  });
  const classes = numbers(outputs, 'classes');
  const points = numbers(outputs, 'tokens');
  return passages.map(({ count }, i): Reading => {
    const [answers = 0, bears = 0, nothing = 0] = softmax(classes.subarray(i * CLASSES, (i + 1) * CLASSES));
    const tokens = points.slice(i * longest, i * longest + Math.min(count, longest));
    return { answers, bears, nothing, tokens };
  });
}

const NONE = new Float32Array(0);

/** One row at unit length. A plain loop: every token that is read comes by here. */
function unitRow(from: Int8Array, start: number, into: Float32Array, at: number, dimension: number): void {
  let squares = 0;
  for (let i = 0; i < dimension; i++) squares += from[start + i]! ** 2;
  const norm = Math.sqrt(squares) || 1;
  for (let i = 0; i < dimension; i++) into[at + i] = from[start + i]! / norm;
}

/** The question's token vectors at unit length, and their norms, which are their weights. */
function directed({ vectors }: TokenVectors, count: number, dimension: number) {
  const directions = vectors.slice(0, count * dimension);
  const weights = new Float32Array(count);
  for (let token = 0; token < count; token++) {
    const row = directions.subarray(token * dimension, (token + 1) * dimension);
    weights[token] = Math.hypot(...row);
    row.forEach((value, i) => {
      row[i] = value / (weights[token] || 1);
    });
  }
  return { directions, weights };
}
