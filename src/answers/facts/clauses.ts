const ASKS = '(?:(?:door|aan|van|by|to|from)\\s+)?(?:wie|wanneer|welke?|who|whom|when|which)';
const AND = new RegExp(`,?\\s+(?:en|and)\\s+(?=${ASKS}(?!\\p{L}))`, 'iu');
/** "Wie stelde en wie beantwoordde de vragen over X?" asks both of what stands behind. */
const OF_THE_SAME = new RegExp(
  `^(?<first>\\W*${ASKS}\\s+[\\p{L}-]+),?\\s+(?:en|and)\\s+(?<second>${ASKS}\\s+[\\p{L}-]+)(?<rest>\\s+(?:de|het|die|dat|deze|the|those|that)\\s.+)$`,
  'isu',
);

/**
 * The questions that are asked in one, each to be read on from those before it: "Wie stelde de vragen over X?" and "wie
 * heeft ze beantwoord?"; the question alone where it is one.
 */
export function clausesOf(question: string): readonly string[] {
  const { first, second, rest } = OF_THE_SAME.exec(question)?.groups ?? {};
  if (first !== undefined && second !== undefined && rest !== undefined) return [first + rest, second + rest];
  return question.split(AND);
}
