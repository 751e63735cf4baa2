/** What kind of thing a question asks for, where a sentence can be seen to hold one. */
export type AnswerType = 'when' | 'amount' | 'share' | 'money' | 'address' | 'name';

const ASKS: readonly (readonly [AnswerType, RegExp])[] = [
  ['address', /\b(?:webadres|url|web ?address|website|web ?page|hyperlink)\b/i],
  [
    'share',
    /\b(?:(?:welk|wat voor) percentage|hoeveel (?:procent|%)|welk deel van|what (?:percentage|share|proportion)|how many per ?cent)\b/i,
  ],
  [
    'money',
    /\b(?:hoeveel (?:extra )?(?:geld|euro|miljoen|miljard)|wat (?:kost|gaat\b.{0,60}\bkosten|zijn de kosten)|welk bedrag|hoe duur|how much (?:extra |more )?(?:money|funding)|how much (?:will|did|does|do)\b.{0,60}\bcost|what (?:amount|sum))\b/i,
  ],
  [
    'amount',
    /\b(?:hoeveel|hoe (?:groot|vaak|lang|hoog)|hoelang|welk aantal|how (?:many|much|large|big|often|long))\b/i,
  ],
  [
    'name',
    /\b(?:hoe (?:heet|heten|heette|heetten)|(?:naam|namen) van|bij naam|by name|names? of|what (?:is|was|are|were) .{1,40} (?:called|named))\b/i,
  ],
  [
    'when',
    /^\W*(?:en |and )?(?:(?:sinds|tot|vanaf|per) )?(?:wanneer|since when|until when|by when|when)\b|\b(?:(?:in|uit|sinds|vanaf|tot|op) welke?|(?:in|on|by|since|from|until)? ?(?:what|which)) (?:jaar|jaren|maand|datum|dag|years?|date|day|month)\b|^\W*hoe laat\b/i,
  ],
];

/** What a question asks for; null where it asks for anything else. */
export function answerTypeOf(question: string): AnswerType | null {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

const MONTH = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const COUNT =
  'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|zestig|tachtig|negentig|honderd|honderden|duizend|duizenden|tientallen|dozijn|geen enkele';
/** Numbers that count nothing: dates, document numbers, articles. */
const NO_COUNT = new RegExp(
  String.raw`\d{1,2}(?:\s+(?:en|tot|t/m)\s+\d{1,2})?\s+(?:${MONTH})|\b(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)?\d\d)?\b|\b(?:nr|artikel|art|resolutie|Kamerstuk(?:ken|nummer)?)\.?\s*[\d \-X]+|\p{L}+-?\d+`,
  'giu',
);
/** Initials or a title before a name, or two words with capitals. */
const NAME =
  /(?:\p{Lu}\.)+\s?\p{Lu}\p{Ll}|\b(?:minister|president|generaal|SG|HV|secretaris-generaal|heer|mevrouw)\s+\p{Lu}\p{Ll}|\p{Lu}\p{Ll}+\s(?:van\s(?:de[rn]?\s)?|de\s)?\p{Lu}\p{Ll}+/u;
const HOLDS: Readonly<Record<AnswerType, (text: string) => boolean>> = {
  address: (text) => /https?:|www\./i.test(text),
  share: (text) => /\d\s*%|\bprocent\b|\bpercent\b|\b(?:helft|derde|kwart) van\b/i.test(text),
  money: (text) => /[€$]\s*\d|\b(?:euro|miljoen|miljard|dollar)\b/i.test(text),
  amount: (text) =>
    new RegExp(String.raw`\d|(?<![\p{L}])(?:één|${COUNT})(?![\p{L}])`, 'iu').test(text.replace(NO_COUNT, ' ')),
  name: (text) => NAME.test(text),
  when: (text) =>
    new RegExp(
      String.raw`\b(?:19|20)\d\d\b|\b(?:${MONTH})\b|\b(?:voorjaar|zomer|najaar|winter|eind|begin|volgend jaar|volgende week|vandaag|morgen|gisteren)\b|\d+ (?:dagen|weken|maanden|jaar)`,
      'iu',
    ).test(text),
};

/** Whether a text holds something of the kind that is asked for. */
export function holds(text: string, type: AnswerType): boolean {
  return HOLDS[type](text);
}

/**
 * How much more often a sentence that answers holds, or lacks, what is asked for than another sentence of the same
 * subject does, as the logarithm of the ratio: measured over the written training questions. Amounts of money and
 * shares are hardly ever said otherwise, numbers and times often are.
 */
const EVIDENCE = {
  strict: { holds: 1.1, lacks: -2.4 },
  loose: { holds: 0.9, lacks: -0.7 },
} as const;
const STRICT: ReadonlySet<AnswerType> = new Set(['share', 'money', 'address']);

/** The evidence that a sentence answers a question that asks for something of a kind, in log-odds. */
export function evidence(sentence: string, type: AnswerType): number {
  const odds = EVIDENCE[STRICT.has(type) ? 'strict' : 'loose'];
  return holds(sentence, type) ? odds.holds : odds.lacks;
}
