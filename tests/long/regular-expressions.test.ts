import { expect, test, vi } from 'vitest';
import { type Attack, attackOf, attacksOn } from '../support/regex/attacks.ts';
import { regularExpressions } from '../support/regex/collect.ts';

// Lists of phrases are compiled when they are first asked something: here at once, so that they are collected too.
vi.mock('../../src/retrieval/analysis/phrases.ts', async (original) => {
  const module = await original<typeof import('../../src/retrieval/analysis/phrases.ts')>();
  const phrases: typeof module.phrases = (list) => {
    const holds = module.phrases(list);
    holds('');
    return holds;
  };
  return { ...module, phrases };
});

/** In small steps, so that what takes exponential time shows itself before it takes for ever. */
const LENGTHS = [10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 100, 200, 400, 1_000, 2_000, 5_000, 10_000];
const LONGEST = 10_000;
/** Of the processor, in ms. */
const MOST = 10;

/** How long an expression takes at the least, in ms of the processor; what others do in between is no fault of its own. */
function timeOf(pattern: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least >= MOST; tries++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    text.replace(pattern, '');
    const { user, system } = process.cpuUsage(used);
    least = Math.min(least, performance.now() - begun, (user + system) / 1000);
  }
  return least;
}

/** How an expression fares under its worst attack; null where each is over in time. */
function defeated(pattern: RegExp): { readonly ms: number; readonly length: number; readonly attack: Attack } | null {
  let attacks = attacksOn(pattern);
  for (const length of LENGTHS) {
    const next: Attack[] = [];
    for (const attack of attacks) {
      const ms = timeOf(pattern, attackOf(attack, length));
      if (ms >= MOST) return { ms, length, attack };
      // What is so fast is fast enough at full length too, were it to grow with the third power of that.
      if (length < 200 || ms * (LONGEST / length) ** 3 >= MOST) next.push(attack);
    }
    attacks = next;
  }
  return null;
}

test('The attacks find what takes quadratic, cubic or exponential time', () => {
  for (const pattern of [
    /\s+$/,
    /^(?:a+)+$/,
    /\bde\b.*\bvan\b.*x/,
    /"[^"]*,[^"]*;/,
    /^(?:\p{L}+[\s-]*)+:$/u,
    /-+\n/,
    /^\W+|\W+$/g,
  ])
    expect(defeated(pattern), String(pattern)).not.toBeNull();
  for (const pattern of [/^\s+/, /[.,]/g, /^\d{1,2} \p{L}+$/u]) expect(defeated(pattern), String(pattern)).toBeNull();
});

test(`Every regular expression is done with its worst 10,000 characters within ${MOST} ms of the processor`, async () => {
  const found = await regularExpressions(['src', 'commands']);
  const unique = [...new Map(found.map((one) => [String(one.pattern), one])).values()];
  const slow = unique.flatMap(({ pattern, where }) => {
    const defeat = defeated(pattern);
    if (!defeat) return [];
    const line = `${where} ${String(pattern).slice(0, 200)} ${JSON.stringify(defeat)}`;
    process.stdout.write(`${line}\n`);
    return [line];
  });
  process.stdout.write(`${unique.length} regular expressions, ${slow.length} too slow\n`);
  expect(slow).toEqual([]);
});
