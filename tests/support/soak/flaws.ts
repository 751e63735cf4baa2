import { type Flaw, keepsMemory, loses } from '../storm/faulty-bot.ts';

/** What a soak must notice, each made anew for a bot. */
export const FLAWS = {
  none: (): Flaw => () => {},
  blocks: (): Flaw => everyTenth(() => block(200)),
  leaks: (): Flaw => keepsMemory([], 20_000),
  loses: (): Flaw => everyTenth(loses),
} satisfies Record<string, () => Flaw>;

export type FlawName = keyof typeof FLAWS;

function everyTenth(flaw: Flaw): Flaw {
  let nth = 0;
  return (interaction) => {
    if (++nth % 10 === 0) flaw(interaction);
  };
}

/** Holds the event loop up. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
