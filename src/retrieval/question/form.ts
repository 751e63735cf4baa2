import { dataFile } from '../data-file.ts';

const OPENS = '^';

/** Log-odds by word or pair of words of `data/question-form.tsv`, which training/retrieval/question_form.py fits. */
let weights: ReadonlyMap<string, number> | undefined;

/**
 * How a question's words alone, without any passage, speak for or against its being answered where its subject is found:
 * who asks for a number, a date or a name more often asks for what is not there. In log-odds; 0 for what is asked in no
 * such words.
 */
export function formOf(question: string): number {
  weights ??= read();
  let sum = 0;
  for (const words of new Set(wordsOf(question))) sum += weights.get(words) ?? 0;
  return sum;
}

/** Words and pairs of neighbours, lower case; `^` stands before the first. As they were counted in training. */
function* wordsOf(question: string): Generator<string> {
  let before = OPENS;
  for (const [word] of question
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}_]+/gu)) {
    yield word;
    yield `${before} ${word}`;
    before = word;
  }
}

function read(): ReadonlyMap<string, number> {
  const [, ...lines] = dataFile('question-form.tsv').trimEnd().split('\n');
  return new Map(
    lines.map((line, i) => {
      const [words, weight] = line.split('\t');
      if (!words || !Number.isFinite(Number(weight ?? Number.NaN)))
        throw new Error(`line ${i + 2} of question-form.tsv holds no words with their log-odds`);
      return [words, Number(weight)];
    }),
  );
}
