/** What kind of thing a question asks for. */
export type AnswerType = 'who' | 'when' | 'amount' | 'where' | 'why' | 'share' | 'money' | 'address';

const ASKS: readonly (readonly [AnswerType, RegExp])[] = [
  ['address', /\b(?:welke website|webadres|url|web ?address|website|web ?page|link)\b/i],
  ['share', /\b(?:welk percentage|hoeveel procent|welk deel van|what (?:percentage|share|proportion)|how many per ?cent)\b/i],
  ['money', /\b(?:hoeveel (?:extra )?(?:geld|euro|miljoen|miljard)|wat (?:kost|gaat .{0,60} kosten|kosten)|welk bedrag|how much (?:extra )?(?:money|funding)|how much (?:will|did|does|do) .{0,60} cost|what (?:amount|sum))\b/i],
  ['amount', /\b(?:hoeveel|hoe (?:groot|vaak|lang|hoog)|welk aantal|how (?:many|much|large|big|often|long))\b/i],
  ['when', /\b(?:wanneer|sinds wanneer|tot wanneer|(?:in|uit|sinds|vanaf|tot) welk(?:e)? (?:jaar|maand|datum|dag)|op welke (?:dag|datum)|welke datum|when|(?:what|which) (?:year|date|day|month)|hoe laat)\b/i],
  ['who', /\b(?:wie|welke (?:minister|persoon|man|vrouw|president|generaal)|hoe heet|who|whom|which minister)\b/i],
  ['where', /\b(?:waar|in welk(?:e)? (?:land|stad|plaats)|where|(?:in )?(?:what|which) (?:country|city|place))\b/i],
  ['why', /\b(?:waarom|waardoor|hoezo|om welke reden|why|for what reason)\b/i],
];

/** What a question asks for; null where it asks for anything else. */
export function answerTypeOf(question: string): AnswerType | null {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

const MONTH = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const NUMBER_WORD = 'één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|honderd|duizend';
const HOLDS: Readonly<Record<AnswerType, RegExp>> = {
  address: /https?:|www\./i,
  share: /\d\s*%|procent|percent/i,
  money: /[€$]\s*\d|\b(?:euro|miljoen|miljard|dollar)\b/i,
  amount: new RegExp(String.raw`\d|\b(?:${NUMBER_WORD})\b`, 'iu'),
  when: new RegExp(String.raw`\b(?:19|20)\d\d\b|\b(?:${MONTH})\b|\b(?:voorjaar|zomer|najaar|winter|week|jaar|eind)\b`, 'iu'),
  who: /\p{Ll}[\s,]+(?:\p{Lu}\.)*\s*\p{Lu}\p{Ll}+|\bminister/u,
  where: /\b(?:in|te|naar|vanuit|uit|bij)\s+(?:de\s+|het\s+)?\p{Lu}\p{Ll}+/u,
  why: /\b(?:omdat|want|doordat|aangezien|vanwege|wegens|zodat|daarom|immers|door|om)\b/i,
};

/** Whether a sentence holds something of the kind that is asked for. */
export function holds(sentence: string, type: AnswerType): boolean {
  return HOLDS[type].test(sentence);
}
