import { type Message, selectsOf } from '../../src/local-discord/index.ts';

/** The custom ids that an answer's menu of quotes offers, in the order of the quotes; without the way to take it along. */
export function quoteIds(answer: Message): string[] {
  const choices = selectsOf(answer).flatMap((menu) => (menu.type === 3 ? menu.options.map(({ value }) => value) : []));
  return choices.filter((id) => new URLSearchParams(id).get('a') !== 'take-answer');
}

/** The custom id of the menu itself, and the choice of the first quote. */
export function firstQuoteOf(answer: Message): readonly [menu: string, chosen: string[]] {
  return [selectsOf(answer)[0]?.custom_id ?? '', quoteIds(answer).slice(0, 1)];
}
