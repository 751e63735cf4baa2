import { withoutDates } from './dates.ts';
import { OFFICE } from './signatories-named.ts';

/** An office of which a question asks who holds it. */
export interface OfficeAsked {
  /** What letters call it; empty where it may be a minister or a state secretary. */
  readonly ranks: readonly string[];
  /** The question's words for its field, and for whose it is: "Defensie", "Duitse Defensie". */
  readonly field: string;
  /** Whether who holds it now is asked, or who held it before them or beside somebody; null where a time is named. */
  readonly when: 'now' | 'before' | Neighbour | null;
}

/** Who held an office right before or after somebody. */
export interface Neighbour {
  readonly is: 'before' | 'after';
  readonly name: string;
}

const RANKS: readonly (readonly [readonly string[], string])[] = [
  [['minister-president', 'premier'], 'minister-president(?:en|s)?|premiers?|prime ministers?'],
  [['staatssecretaris'], 'staatssecretaris(?:sen)?|state secretar(?:y|ies)|(?:minister|secretar(?:y|ies)) of state'],
  [['minister'], 'ministers?'],
  [[], 'bewinds(?:persoon|personen|vrouw|vrouwen|man|lieden)'],
];
const ASKS =
  "(?:wie\\s+(?:is|was|zijn|waren)|who(?:\\s+(?:is|was|are|were)|[’']s)|hoe heet(?:te|ten)?|what(?:\\s+(?:is|was)|[’']s) the name of)";
/** Then somebody is asked about who has to do with a minister. */
const BETWEEN =
  'van|voor|bij|met|door|aan|naar|om|over|uit|namens|volgens|of|for|by|with|to|about|from|according|die|dat|who|that';
const FORMS = RANKS.map(([ranks, called]) => ({
  ranks,
  form: new RegExp(
    `^\\W*(?:(?:en|and|maar|but)\\s+)?${ASKS}\\s+(?<before>(?:(?!(?:${BETWEEN})\\s)[\\p{L}'’-]+\\s+){0,6}?)(?:${called})(?![\\p{L}-])(?<after>[^?!.;]*)`,
    'iu',
  ),
}));
const FIELD =
  /^\s+(?:(?:van|voor|of|for|responsible for|in charge of|verantwoordelijk voor)\s+|(?:die|who|that)\s+(?:(?:is|was)\s+)?(?:responsible for|in charge of|verantwoordelijk (?:is |was )?voor|over(?=\s.*\s(?:gaat|ging)\W{0,9}$))\s+)(?<field>\S.*?)(?:\s{1,5}(?:gaat|ging|is|was))?\W{0,9}$/isu;
/** What follows the field: when that was, or who they are that is meant. */
const ENDS =
  /(?<!\p{L})(?:tijdens|toen|die|dat|ten tijde|bij|onder|volgens|rond|sinds|during|when|at|who|that|according|since|before|(?:en|and) (?:wie|wat|hoe|wanneer|waar|who|what|how|when|where))(?!\p{L}).*$/isu;
/** Behind an office without its field may stand when that was, nothing else. */
const WHEN = /^\W*(?:(?:in|op|on|nu|toen|destijds|then|now|sinds|since|tijdens|during|ten tijde)(?!\p{L}).*)?$/isu;
/** Letters are those of Dutch ministers of their time: a signature says neither. */
const UNSAID =
  /(?<!\p{L})(?:nederlandse?|dutch|netherlands|huidige|toenmalige|nieuwe|vorige|voormalige|demissionaire|verantwoordelijke?|destijds|toentertijd|eigenlijk|momenteel|current|former|then|new|previous|responsible|actually|acting)(?!\p{L})/giu;
const BEFORE = /(?<!\p{L})(?:vorige|voormalige|previous|former)(?!\p{L})/iu;
/** "LNV voor Staghouwer", "LNV na minister Jan van der Laan" */
const BESIDE = new RegExp(
  `\\s(?<is>voor|vóór|na|before|after)\\s(?:(?:de\\s)?(?:${OFFICE})\\s(?:\\p{Lu}[\\p{L}.'’-]{0,40}\\s){0,3}?)?(?<name>(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]e[nr]|['’][ts])\\s){0,3}\\p{Lu}[\\p{L}'’-]{1,40})$`,
  'u',
);
/** Besides dates: "ten tijde van de missie", "de eerste minister". */
const SOME_TIME =
  /(?<!\p{L})(?:tijdens|toen|toenmalige|toentertijd|destijds|ten tijde|bij|onder|rond|sinds|voordat|nadat|eerste|ooit|then|during|when|at|under|since|before|after|first|ever)(?!\p{L})/iu;

/** Reads from a question of which office it asks who holds it; null where it asks anything else. */
export function officeAsked(question: string): OfficeAsked | null {
  const text = withoutDates(question).replace(/\s+/g, ' ');
  for (const { ranks, form } of FORMS) {
    const { before = '', after } = form.exec(text)?.groups ?? {};
    if (after === undefined) continue;
    const field = FIELD.exec(after)?.groups?.field;
    if (field === undefined && !WHEN.test(after)) return null;
    const beside = BESIDE.exec(field ?? '')?.groups;
    const own = (beside ? field?.replace(BESIDE, '') : field) ?? '';
    const words = `${before} ${own.replace(ENDS, '')}`.replace(UNSAID, ' ').replace(/\s+/g, ' ').trim();
    return { ranks, field: words, when: beside ? neighbour(beside) : whenAsked(question, field ?? '') };
  }
  return null;
}

function neighbour({ is = '', name = '' }: Readonly<Record<string, string>>): Neighbour {
  return { is: /^(?:na|after)$/.test(is) ? 'after' : 'before', name };
}

function whenAsked(question: string, field: string): OfficeAsked['when'] {
  // "Die de wet indiende" tells which of them is meant as a time does.
  if (SOME_TIME.test(question) || ENDS.test(field) || withoutDates(question) !== question) return null;
  return BEFORE.test(question) ? 'before' : 'now';
}
