import { readdir } from 'node:fs/promises';
import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { passageParts } from '../../src/retrieval/retrieval-data.ts';
import { type Place, placeOf } from '../eval/questions.ts';

/** The texts of a folder, by name. */
export async function textFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
}

/** A passage as systems without a splitter of their own get it: cut as ours, with its context in front. */
export interface PassageDocument {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/** @returns the passages of a letters folder, and how many letters they are of */
export async function passageDocuments(
  lettersDir: string,
): Promise<{ readonly documents: readonly PassageDocument[]; readonly letters: number }> {
  const { letters } = await readLetters(lettersDir);
  const passages = letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage })));
  const documents = passages.map((each, i) => ({
    id: String(i),
    text: passageParts(each).join(' '),
    place: placeOf(each),
  }));
  return { documents, letters: letters.length };
}

/** Their vectors, in the same order. */
export async function vectorsOf(documents: readonly PassageDocument[], encoder: Encoder): Promise<number[][]> {
  const vectors: number[][] = [];
  for (const { text } of documents) {
    const [encoding] = await encoder.encode([[text]], 'passage');
    vectors.push([...(encoding?.vector ?? [])]);
  }
  return vectors;
}

export async function questionVector(question: string, encoder: Encoder): Promise<number[]> {
  const [encoding] = await encoder.encode([[question]], 'query');
  return [...(encoding?.vector ?? [])];
}
