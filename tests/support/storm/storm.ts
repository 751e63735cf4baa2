import {
  buttonsOf,
  type Interaction,
  type LocalDiscord,
  type Message,
  type Person,
  textOf,
} from '../../../src/local-discord/index.ts';
import { randomNumbers } from '../random-numbers.ts';
import { keepTally } from './tally.ts';

export interface StormOptions {
  readonly rounds: number;
  readonly atOnce: number;
  /** Nothing goes wrong on Discord's side. */
  readonly calm?: boolean;
  /** Of the bot, in MB; asked after each round. */
  memory(): number | Promise<number>;
  /** An answer that does not come within this is lost. */
  readonly withinMs: number;
  /** Ends the bot when everything under way is finished. */
  stop(): Promise<unknown>;
}

export interface StormReport {
  /** What was not acknowledged and answered exactly once. */
  readonly problems: readonly string[];
  readonly asked: number;
  readonly faults: number;
  /** MB after each round. */
  readonly memory: readonly number[];
}

const QUESTIONS = [
  'Wat schrijft de minister over Afghanistan en terroristische organisaties?',
  'Wat is in oktober 2021 besproken over de defensie-uitgaven?',
  'Hoeveel kost een brood bij de bondgenoten?',
  '**Zeppelins** @everyone [x](https://kwaad.example)',
];

/** People do everything at once, round after round, while Discord fails in every way. */
export async function storm(discord: LocalDiscord, options: StormOptions): Promise<StormReport> {
  const { people, waitFor, faults, gateway, happenings, world } = discord;
  const random = randomNumbers(20_211_022);
  const tally = keepTally(discord);
  const memory: number[] = [];
  let seen: Message[] = [];

  // Each has a limit of their own.
  const persons = Array.from({ length: options.atOnce }, (_, i) => world.addPerson({ name: `lezer-${i}` }));

  const act = (user: Person): Interaction | Message => {
    const question = QUESTIONS[random(QUESTIONS.length)] ?? '';
    const message = seen[random(Math.max(1, seen.length))];
    const ids = (message ? buttonsOf(message) : []).flatMap(({ custom_id: id }) => (id ? [id] : []));
    const id = ids[random(Math.max(1, ids.length))];
    if (message && id && random(2) === 0) return people.press(message, id, { user, unchecked: true });
    const kind = random(8);
    if (kind === 0) return people.slash('help', {}, { user });
    if (kind === 1) return people.slash('letters', {}, { user });
    if (kind === 2) return people.write(`<@${world.bot.id}> ${question.replace('@everyone', '')}`, { user });
    return people.slash('ask', { question, share: random(4) === 0 }, { user });
  };
  const answerTo = (asked: Interaction | Message): Promise<Message | null> => {
    const answer = 'token' in asked ? waitFor.answer(asked, options.withinMs) : waitFor.reply(asked, options.withinMs);
    // What is lost the tally knows.
    return answer.catch(() => null);
  };

  for (let round = 0; round < options.rounds; round++) {
    const mark = happenings.mark();
    if (!options.calm) failEveryWay(faults, random);
    const asked = persons.map(act);
    const isCut = !options.calm && round % 5 === 4;
    if (isCut) gateway.close(4000);
    const answers = (await Promise.all(asked.map(answerTo))).flatMap((answer) => answer ?? []);
    seen = answers.filter((answer) => textOf(answer) !== '').slice(0, 30);
    if (isCut) await happenings.until('resumed', () => true, { since: mark });
    faults.clear();
    memory.push(await options.memory());
  }
  await options.stop();
  return { problems: tally.problems(), asked: tally.asked, faults: tally.faults, memory };
}

function failEveryWay(faults: LocalDiscord['faults'], random: (below: number) => number): void {
  const [edit, callback, message] = ['PATCH /messages/@original', 'POST /callback', 'POST /messages'];
  faults.fail(edit, 503, random(6));
  faults.fail(callback, 500, random(3));
  faults.fail(message, 503, random(2));
  faults.reset(edit, random(3));
  faults.lose(edit, random(3));
  faults.lose(callback, random(3));
  faults.lose(message, random(2));
  faults.lose(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'), random(2));
  faults.rateLimit(edit, 0.1, random(3));
}
