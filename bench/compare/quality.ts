import { readLetters } from '../../src/letters/read.ts';
import { rankOf } from '../eval/metrics.ts';
import { readQuestions } from '../eval/questions.ts';
import type { Hosted } from './hosted.ts';
import type { Quality } from './question-report.ts';

interface QualityOptions {
  /** Questions with quotes that answer them, about the letters. */
  readonly file: string;
  readonly lettersDir: string;
  readonly k: number;
}

/** What systems that hold some letters find of what answers questions about them: speed says nothing without it. */
export async function measureQuality(
  systems: readonly Hosted[],
  { file, lettersDir, k }: QualityOptions,
): Promise<Quality[]> {
  const { letters } = await readLetters(lettersDir);
  const questions = (await readQuestions(file, letters)).filter(({ gold }) => gold.length > 0);
  const quality: Quality[] = [];
  for (const system of systems) {
    const asked = questions.map(({ question }) => question);
    const { answers = [] } = await system.do({ do: 'ask', questions: asked, k });
    const ranks = questions.map((question, i) => rankOf(question, answers[i]?.places ?? []));
    const places = answers.flatMap((answer) => answer.places);
    const within = (most: number) => ranks.filter((rank) => rank > 0 && rank <= most).length / questions.length;
    const characters = places.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, places.length);
    quality.push({ system: system.name, hit1: within(1), hit5: within(5), characters });
  }
  return quality;
}
