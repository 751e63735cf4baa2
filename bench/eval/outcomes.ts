import { type Outcome, rankOf } from './metrics.ts';
import type { EvalQuestion } from './questions.ts';
import type { System } from './systems.ts';

/** What a system makes of questions, one after the other. */
export async function outcomesOf(system: System, questions: readonly EvalQuestion[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const begun = performance.now();
    const answer = await system.answer(question.question);
    outcomes.push({ question, answer, rank: rankOf(question, answer.results), elapsedMs: performance.now() - begun });
  }
  return outcomes;
}
