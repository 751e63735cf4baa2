import {
  buttonsOf,
  type Interaction,
  type LocalDiscord,
  type Message,
  type Person,
} from '../../src/local-discord/index.ts';

/** One thing a person did, and how long the bot took, in ms from the event to its first and to its final answer. */
export interface Done {
  readonly what: string;
  readonly firstMs: number;
  readonly finalMs: number;
  readonly lost: boolean;
}

const PATIENCE = 30_000;

/** What a person does next: mostly ask, then press what the answer offers. */
export class Reader {
  readonly #discord: LocalDiscord;
  readonly #person: Person;
  readonly #questions: readonly string[];
  #answer: Message | null = null;
  #turn: number;

  constructor(discord: LocalDiscord, person: Person, questions: readonly string[], turn: number) {
    this.#discord = discord;
    this.#person = person;
    this.#questions = questions;
    this.#turn = turn;
  }

  async act(): Promise<Done> {
    const turn = this.#turn++;
    const button = turn % 10 >= 5 && turn % 10 <= 7 ? this.#someButton(turn) : null;
    if (button) return this.#timed('button', () => this.#press(...button));
    if (turn % 10 === 8) return this.#completed(turn);
    if (turn % 10 === 9)
      return this.#timed('letters', () => this.#discord.people.slash('letters', {}, { user: this.#person }));
    return this.#timed('ask', () => this.#ask(turn), true);
  }

  #ask(turn: number): Interaction {
    const question = this.#questions[turn % this.#questions.length] ?? '';
    return this.#discord.people.slash('ask', { question }, { user: this.#person });
  }

  #press(message: Message, customId: string): Interaction {
    return this.#discord.people.press(message, customId, { user: this.#person });
  }

  #someButton(turn: number): readonly [Message, string] | null {
    const answer = this.#answer;
    const ids = (answer ? buttonsOf(answer) : []).flatMap(({ custom_id: id }) => (id ? [id] : []));
    const id = ids[turn % ids.length];
    return answer && id ? [answer, id] : null;
  }

  async #completed(turn: number): Promise<Done> {
    const words = this.#questions[turn % this.#questions.length]?.split(' ') ?? [];
    const values = { letter: 'x' };
    const typed = words.at(-2) ?? '';
    const { people, waitFor } = this.#discord;
    const interaction = people.type('quote', 'passage', typed, values, { user: this.#person, unchecked: true });
    const begun = performance.now();
    const choices = await waitFor.choices(interaction, PATIENCE).catch(() => null);
    const ms = performance.now() - begun;
    return { what: 'autocomplete', firstMs: ms, finalMs: ms, lost: choices === null };
  }

  async #timed(what: string, act: () => Interaction, keep = false): Promise<Done> {
    const begun = performance.now();
    const interaction = act();
    const { waitFor } = this.#discord;
    const first = waitFor.acknowledgement(interaction, PATIENCE).then(() => performance.now() - begun);
    const answer = await waitFor.answer(interaction, PATIENCE).catch(() => null);
    const finalMs = performance.now() - begun;
    if (keep && answer) this.#answer = answer;
    return { what, firstMs: await first.catch(() => PATIENCE), finalMs, lost: answer === null };
  }
}
