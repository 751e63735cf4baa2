import { expect, test } from 'vitest';
import { buttonsOf, type Interaction, type Message, textOf } from '../../src/local-discord/index.ts';
import { closeStage, openStage } from '../support/bot-stage.ts';

const ROUNDS = 40;
const AT_ONCE = 50;
const QUESTIONS = [
  'Wat schrijft de minister over Afghanistan en terroristische organisaties?',
  'Wat is in oktober 2021 besproken over de defensie-uitgaven?',
  'Hoeveel kost een brood bij de bondgenoten?',
  '**Zeppelins** @everyone [x](https://kwaad.example)',
];

/** The same numbers each time (Lehmer's generator). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

test(`${ROUNDS * AT_ONCE} interactions while Discord fails in every way: every one is answered, memory stays flat`, async () => {
  const stage = await openStage();
  const { people, waitFor, faults, gateway, happenings } = stage.discord;
  const random = randomNumbers(20_211_022);
  const seen: Message[] = [];
  const heap: number[] = [];

  const act = (): Interaction => {
    const message = seen.length > 0 ? seen[random(seen.length)] : undefined;
    const ids = (message ? buttonsOf(message) : []).flatMap(({ custom_id: id }) => (id ? [id] : []));
    const id = ids[random(Math.max(1, ids.length))];
    if (message && id && random(3) === 0) return people.press(message, id, { unchecked: true });
    return people.slash('ask', { question: QUESTIONS[random(QUESTIONS.length)] ?? '', share: random(4) === 0 });
  };

  try {
    for (let round = 0; round < ROUNDS; round++) {
      const mark = happenings.mark();
      faults.fail('PATCH /messages/@original', 503, random(8));
      faults.fail('POST /callback', 500, random(3));
      faults.reset('PATCH /messages/@original', random(3));
      faults.rateLimit('PATCH /messages/@original', 0.1, random(3));
      const interactions = Array.from({ length: AT_ONCE }, act);
      if (round % 10 === 9) gateway.close(4000);
      const answers = await Promise.all(interactions.map((interaction) => waitFor.answer(interaction, 20_000)));
      for (const answer of answers) expect(textOf(answer)).toMatch(/\S/);
      seen.splice(0, seen.length, ...answers.slice(0, 30));
      if (round % 10 === 9) await happenings.until('resumed', () => true, { since: mark, withinMs: 20_000 });
      faults.clear();
      heap.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    expect(stage.discord.violations).toEqual([]);
    expect(stage.bot.stats.of('errors')).toBe(0);
    // The local Discord itself keeps what was sent; the bot must not add to that without end.
    expect(heap.at(-1) ?? 0).toBeLessThan((heap[4] ?? 0) + 400);
  } finally {
    await closeStage(stage);
  }
});
