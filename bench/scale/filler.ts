import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const PARAGRAPHS_A_LETTER = 40;
const QUESTIONS = 200;
const SAMPLE = 300;

export interface Filler {
  /** The beginnings of some of the paragraphs. */
  readonly questions: readonly string[];
  readonly sample: readonly string[];
}

/** Writes letters made of paragraphs of laws until they hold about `passages` passages. */
export async function writeFillerLetters(corpora: string, folder: string, passages: number): Promise<Filler> {
  await mkdir(folder, { recursive: true });
  const questions: string[] = [];
  const sample: string[] = [];
  let letter: string[] = [];
  let written = 0;
  const flush = async () => {
    const number = String(written).padStart(7, '0');
    if (letter.length > 0) await writeFile(path.join(folder, `${number}.txt`), `${letter.join('\n\n')}\n`);
    letter = [];
  };
  for await (const line of paragraphs(corpora)) {
    if (line.length < 200 || line.length > 800) continue;
    letter.push(line);
    written++;
    if (sample.length < SAMPLE) sample.push(line);
    if (questions.length < QUESTIONS) questions.push(`Wat geldt voor ${line.split(' ').slice(3, 10).join(' ')}?`);
    if (letter.length === PARAGRAPHS_A_LETTER) await flush();
    if (written >= passages) break;
  }
  await flush();
  return { questions, sample };
}

function paragraphs(corpora: string): AsyncIterable<string> {
  const input = createReadStream(path.join(corpora, 'laws/paragraphs.nl.txt.gz')).pipe(createGunzip());
  return createInterface({ input });
}
