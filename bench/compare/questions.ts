import type { Place } from '../eval/questions.ts';
import type { Hosted } from './hosted.ts';
import type { Answered } from './messages.ts';
import { turned } from './rounds.ts';
import { SYSTEMS, type SystemName } from './system.ts';

/** What one system made of the questions, a list a round. */
export interface QuestionRuns {
  readonly system: SystemName;
  readonly rounds: readonly (readonly Answered[])[];
}

interface QuestionOptions {
  readonly questions: readonly string[];
  readonly rounds: number;
  /** Places asked for. */
  readonly k: number;
}

/**
 * Asks every system the same questions: in every round a share of them, the systems one after the other, the order turned.
 * @throws Error where a system names a place that is none
 */
export async function measureQuestions(
  systems: readonly Hosted[],
  { questions, rounds, k }: QuestionOptions,
): Promise<QuestionRuns[]> {
  const answered = new Map<Hosted, Answered[][]>(systems.map((system) => [system, []]));
  for (let round = 0; round < rounds; round++) {
    const share = questions.filter((_, i) => i % rounds === round);
    for (const system of turned(systems, round)) {
      const { answers = [] } = await system.do({ do: 'ask', questions: share, k });
      if (answers.length !== share.length)
        throw new Error(`${SYSTEMS[system.name]} answered ${answers.length} questions of ${share.length}`);
      for (const { places } of answers) assertPlaces(places, system.name, k);
      answered.get(system)?.push(answers);
    }
  }
  return [...answered].map(([{ name }, each]) => ({ system: name, rounds: each }));
}

function assertPlaces(places: readonly Place[], system: SystemName, k: number): void {
  if (places.length > k) throw new Error(`${SYSTEMS[system]} found ${places.length} places where ${k} were asked for`);
  if (places.some(({ start, end }) => start < 0 || end <= start))
    throw new Error(`${SYSTEMS[system]} found a place that does not stand in its letter`);
}
