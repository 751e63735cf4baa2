import { z } from 'zod';
import { weightsOf } from '../weights.ts';

const ANSWER_TYPES = [
  'address',
  'share',
  'money',
  'duration',
  'when',
  'count',
  'named',
  'who',
  'where',
  'reason',
] as const;

/** What kind of thing a question asks for, where a sentence can be seen to hold one. */
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** Things that go by a name: "which country" wants one. */
const NAMED_THINGS = `(?:land(?:en)?|staat|staten|gemeenten?|stad|steden|plaats(?:en)?|provincies?|partij(?:en)?|bedrij(?:f|ven)|multinationals?|bank(?:en)?|organisaties?|instelling(?:en)?|club|werkgeversclub|vakbond|krant|tijdschrift|ministers?|bewinds(?:persoon|man|vrouw)|staatssecretaris|kamerleden|kamerlid|politic(?:us|i)|perso(?:on|nen)|hoogleraar|commissie|universiteit(?:en)?|ziekenhuis|ziekenhuizen|eiland(?:en)?|rivier(?:en)?|regio(?:'s)?|taal|talen|schip|schepen|countr(?:y|ies)|states?|towns?|cit(?:y|ies)|municipalit(?:y|ies)|provinces?|part(?:y|ies)|compan(?:y|ies)|firms?|banks?|organi[sz]ations?|bod(?:y|ies)|unions?|newspapers?|magazines?|mps?|politicians?|persons?|professors?|committees?|universit(?:y|ies)|hospitals?|islands?|rivers?|regions?|languages?|ships?)`;

/** The first that fits is asked for. */
const ASKS: readonly (readonly [AnswerType, RegExp])[] = [
  ['address', /\b(?:webadres|url|web ?address|website|web ?page|hyperlink)\b/i],
  [
    'share',
    /\b(?:percentage|procent|per ?cent|welk deel|(?:what|which) (?:share|proportion)|how large a share)\b|\bhoeveel ?%/i,
  ],
  [
    'money',
    /\bhoeveel (?:\p{L}+ )?(?:geld|euro|miljoen|miljard|subsidie|budget|centen)\b|\b(?:(?:wat|hoeveel) kost(?:te|ten|en)?|(?:wat|hoeveel)\b.{0,60}\bkosten|welk bedrag|hoe duur|how expensive|what (?:amount|sum)|how many (?:euros|million|billion))\b|\bhow much (?:\w+ )?(?:money|funding)\b|\bhow much (?:does|did|will|would|do)\b.{0,60}\b(?:cost|pay|spend)\b/iu,
  ],
  [
    'duration',
    /\b(?:hoe ?lang|hoeveel (?:jaar|jaren|maanden|weken|dagen|uur|uren)|how long|how many (?:years|months|weeks|days|hours)|hoe oud|how old|welke leeftijd|(?:what|which) age|welke termijn)\b/i,
  ],
  [
    'when',
    /\b(?:wanneer|(?:since|until|till|by|from) when|welke? (?:jaar|jaren|datum|dag|maand)|(?:which|what) (?:years?|date|day|month)|hoe laat)\b|^\W*(?:and )?when\b/i,
  ],
  [
    'count',
    /\b(?:hoeveel|how (?:many|much|large|big|high|often)|hoe (?:groot|vaak|hoog)|welk aantal|what number of)\b/i,
  ],
  [
    'named',
    new RegExp(
      String.raw`\b(?:welke?|which|what)(?: \p{L}+){0,3} ${NAMED_THINGS}\b|\bhoe he(?:et|ten|ette|etten)\b|\b(?:naam|namen) van\b|\b(?:bij naam|by name|names? of|is called)\b`,
      'iu',
    ),
  ],
  ['who', /^\W*(?:\p{L}+ ){0,2}(?:wie|wiens|who|whom|whose)\b/iu],
  [
    'where',
    /^\W*(?:en |and )?(?:waar(?! ?(?:om|op|voor|aan|door|mee|over|in|uit|toe|van|bij|naar|onder)\b)(?!.*\b(?:over|mee|aan|voor|toe|van|uit|bij)\W*$)|waarheen|where)\b/i,
  ],
  ['reason', /\b(?:waarom|why|reden|reason|hoezo)\b/i],
];

/** What a question asks for; null where it asks for anything else. */
export function answerTypeOf(question: string): AnswerType | null {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

const MONTH = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const COUNT = String.raw`één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|achttien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd\p{L}*|duizend\p{L}*|tientallen|dozijn|geen enkele|enige`;
const word = (alternatives: string) => new RegExp(String.raw`(?<!\p{L})(?:${alternatives})(?!\p{L})`, 'iu');
/** Numbers that count nothing: dates, document numbers, articles, names such as F-35. */
const NO_COUNT = new RegExp(
  String.raw`\d{1,2}(?:\s+(?:en|tot|t/m)\s+\d{1,2})?\s+(?:${MONTH})|\b(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)?\d\d)?\b|\b(?:nr|artikel|art|lid|hoofdstuk|resolutie|Kamerstuk(?:ken|nummer)?)\.?\s*\d[\d. \-X]*|(?<!\p{L})\p{L}+-?\d+`,
  'giu',
);
const TIME_UNIT = 'jaar|jaren|jarige|maanden?|weken|week|dagen|dag|uren|uur';
/** Words that begin a sentence have a capital without being names. */
const SENTENCE_OPENING = /(?:^|[.!?:;]\s+|•\s*)[“"(]*\p{Lu}\p{L}*/gu;
const SOMEBODY = word(
  'minister\\p{L}*|regering\\p{L}*|overheid\\p{L}*|gemeente\\p{L}*|rijk|kabinet|commissie|raad|staat|staten|partij\\p{L}*|kamer|secretaris\\p{L}*|directeur|ouders|werkgever\\p{L}*|bedrij\\p{L}*|school|scholen|burger\\p{L}*|werknemer\\p{L}*|rechter|instantie\\p{L}*|autoriteit\\p{L}*|organisatie\\p{L}*|provincie\\p{L}*|inspect\\p{L}*|bondgeno\\p{L}*|landen|lidstaten',
);
const CAPITAL_WORD = /\p{Lu}[\p{L}-]/u;
const COUNTED = word(COUNT);
const SHARE =
  /\d\s*%|\b(?:procent|percent|helft|tweederde|driekwart|meerderheid)\b|\b(?:derde|kwart|vijfde|tiende) (?:deel )?van\b/iu;
const MONEY = /[€$]\s*\d|\b(?:euro|miljoen|miljard|gulden|dollar|mld|mln)\b|\d,-|\d\s*%|\bprocent\b/iu;
const DURATION = new RegExp(
  String.raw`(?<![\d\p{L}])(?:\d+|een|half|${COUNT})[ -]+(?:\p{L}+ ){0,2}(?:${TIME_UNIT})(?!\p{L})|-jarige|(?:levenslang|onbeperkt|halfjaar|kwartaal|permanent)`,
  'iu',
);
const WHEN = new RegExp(
  String.raw`\b(?:1[89]|20)\d\d\b|\b(?:${MONTH})\b|\b(?:voorjaar|zomer|najaar|winter|vandaag|morgen|gisteren|eind|begin|onmiddellijk|onverwijld|zodra|per direct|kabinetsperiode)\b|\bvolgende? (?:jaar|week|maand|kabinet)\b|(?<![\d\p{L}])(?:\d+|${COUNT}) (?:${TIME_UNIT})(?!\p{L})`,
  'iu',
);
const REASON = word(
  'omdat|doordat|want|daarom|daardoor|vanwege|wegens|zodat|aangezien|gezien|dankzij|opdat|waardoor|leidt|leiden|gevolg|reden|oorzaak|door|om|immers|namelijk|daarmee',
);

const HOLDS: Readonly<Record<AnswerType, (text: string) => boolean>> = {
  address: (text) => /https?:|www\./i.test(text),
  share: (text) => SHARE.test(text),
  money: (text) => MONEY.test(text),
  duration: (text) => DURATION.test(text),
  when: (text) => WHEN.test(text),
  count: (text) => {
    const counting = text.replace(NO_COUNT, ' ');
    return /\d/.test(counting) || COUNTED.test(counting);
  },
  named: holdsName,
  where: holdsName,
  who: (text) => holdsName(text) || SOMEBODY.test(text),
  reason: (text) => REASON.test(text),
};

function holdsName(text: string): boolean {
  return CAPITAL_WORD.test(text.replace(SENTENCE_OPENING, ' '));
}

/** Whether a text holds something of the kind that is asked for. */
export function holds(text: string, type: AnswerType): boolean {
  return HOLDS[type](text);
}

/** Where the kind of thing that is asked for stands: in the sentence that answers best, elsewhere in its passage, nowhere. */
export const STANDINGS = ['sentence', 'passage', 'nowhere'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(sentence: string, passage: string, type: AnswerType): Standing {
  if (holds(sentence, type)) return 'sentence';
  return holds(passage, type) ? 'passage' : 'nowhere';
}

/**
 * How much more often that is so of the first passage of a question that is answered than of one that is not, as the
 * logarithm of the ratio.
 */
const EVIDENCE = weightsOf('answerType', z.record(z.enum(ANSWER_TYPES), z.record(z.enum(STANDINGS), z.number())));

/** The evidence that a passage answers a question that asks for something of a kind, in log-odds. */
export function evidenceOf(type: AnswerType, where: Standing): number {
  return EVIDENCE[type][where];
}
