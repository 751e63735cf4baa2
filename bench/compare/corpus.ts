import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../src/problem.ts';
import { writeFillerLetters } from '../scale/filler.ts';

/** As `writeFillerLetters` puts into a letter. */
export const PARAGRAPHS_A_LETTER = 40;
const WORDS = 7;

/** Letters to measure with, and questions about them. */
export interface Filler {
  readonly lettersDir: string;
  readonly questions: readonly string[];
}

/**
 * Writes so many letters of paragraphs of laws.
 * @param corpora the folder that holds `laws/paragraphs.nl.txt.gz`
 * @throws {Problem} when there are no such paragraphs
 */
export async function writeFiller(
  corpora: string,
  lettersDir: string,
  { letters, questions }: { readonly letters: number; readonly questions: number },
): Promise<Filler> {
  await access(path.join(corpora, 'laws/paragraphs.nl.txt.gz')).catch((cause: unknown) => {
    throw new Problem(
      `${corpora} holds no laws/paragraphs.nl.txt.gz to make letters of: name a folder that does with --corpora, a paragraph a line.`,
      { cause },
    );
  });
  await mkdir(lettersDir, { recursive: true });
  await writeFillerLetters(corpora, lettersDir, letters * PARAGRAPHS_A_LETTER);
  return { lettersDir, questions: await questionsAbout(lettersDir, questions) };
}

/** Questions in the words of a paragraph each: the same ones every time, each of other words. */
async function questionsAbout(lettersDir: string, count: number): Promise<string[]> {
  const files = (await readdir(lettersDir)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(lettersDir, file), 'utf8')));
  const paragraphs = texts.flatMap((text) => text.trim().split('\n\n')).map((text) => text.split(/\s+/));
  return Array.from({ length: count }, (_, i) => {
    // Spread over all paragraphs; where there are too few, further words of each.
    const paragraph = paragraphs[Math.floor((i * paragraphs.length) / count) % paragraphs.length] ?? [];
    const from = 3 + (i % 5) * 3;
    return `Wat geldt voor ${paragraph.slice(from, from + WORDS).join(' ')}?`;
  });
}
