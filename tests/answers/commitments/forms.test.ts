import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitmentsIn } from '../../../src/answers/commitments/commitments.ts';
import { wordVectors } from '../../../src/answers/selection/word-vectors.ts';
import { FORMS, forms } from '../../letters/forms.ts';
import { letterOf } from '../../letters/letters.ts';

const promising = Object.entries(forms).filter(([, { promises }]) => promises);

test.each(promising)('%s: what it promises, and nothing else', async (file, { promises = [], maybePromises = [] }) => {
  const letter = letterOf(readFileSync(join(FORMS, file), 'utf8'), file);
  const found = (await commitmentsIn([letter], wordVectors)).map(({ quote }) =>
    quote.marks.map(({ start, end }) => quote.text.slice(start, end)).join(' '),
  );
  const counted = found.filter((sentence) => !maybePromises.some((words) => sentence.includes(words)));
  expect(counted.filter((sentence) => !promises.some((words) => sentence.includes(words)))).toEqual([]);
  expect(promises.filter((words) => !counted.some((sentence) => sentence.includes(words)))).toEqual([]);
});
