/** The digits of number words in both languages; "een" is left out, it is an article far more often. */
const NUMBER_WORDS = new Map<string, string>([
  ...from(2, 1, 'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien'),
  ...from(18, 1, 'achttien negentien twintig'),
  ...from(1, 1, 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'),
  ...from(17, 1, 'seventeen eighteen nineteen twenty'),
  ...from(30, 10, 'dertig veertig vijftig zestig zeventig tachtig negentig honderd'),
  ...from(30, 10, 'thirty forty fifty sixty seventy eighty ninety hundred'),
]);

const MONTH_NAMES = [
  ['januari', 'january jan'],
  ['februari', 'february feb febr'],
  ['maart', 'march mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june jun'],
  ['juli', 'july jul'],
  ['augustus', 'august aug'],
  ['september', 'sep sept'],
  ['oktober', 'october okt oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const MONTHS = new Map(
  MONTH_NAMES.flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
);

/** Names of months that are also ordinary words: months only beside a number. */
const DOUBTFUL = new Set('march may jan feb apr jun jul aug sep sept oct nov dec'.split(' '));

function from(first: number, step: number, words: string): [string, string][] {
  return words.split(' ').map((word, index) => [word, String(first + index * step)]);
}

/** A number word as digits, a month by its Dutch name; null for any other word. `beside`: a number stands next to it. */
export function canonicalNumber(word: string, beside: boolean): string | null {
  const month = MONTHS.get(word);
  if (month && (beside || !DOUBTFUL.has(word))) return month;
  return NUMBER_WORDS.get(word) ?? null;
}
