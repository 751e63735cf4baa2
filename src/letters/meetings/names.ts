import { contentId } from '../ids.ts';

/** Who meets, by the words that name them. */
const KEYS: readonly (readonly [string, RegExp])[] = [
  ['navo', /navo|nato|noord-atlantisch/],
  ['eu', /\beu\b|europese|\braad (?!van europa)|\brbz\b/],
  ['vn', /\bvn\b|verenigde naties/],
  ['defensie', /defensie/],
  ['buitenlandse zaken', /buitenlandse\s?zaken|\brbz\b/],
  ['handel', /handel/],
  ['ontwikkelingssamenwerking', /ontwikkeling/],
  ['financiën', /financi[eë]n|ecofin|eurogroep/],
  ['economie', /economische|concurrentievermogen/],
  ['justitie', /justitie|\bjbz\b/],
  ['binnenlandse zaken', /binnenlandse/],
  ['landbouw', /landbouw|visserij/],
  ['milieu', /milieu|klimaat/],
  ['energie', /energie/],
  ['vervoer', /vervoer|transport|telecom/],
  ['onderwijs', /onderwijs|cultuur|jeugd/],
  ['gezondheid', /gezondheid|volksgezondheid/],
  ['werk', /sociale zaken|werkgelegenheid/],
  ['top', /\btop\b|-top\b|staatshoofden|regeringsleiders|europese raad/],
];

/** Words of a meeting's name that say no more than that people meet. */
const EMPTY: ReadonlySet<string> = new Set(
  'van voor het een bijeenkomst vergadering informele formele ministeriele raad ministers minister'.split(' '),
);
/** Share of the shorter name's telling words that two names of one meeting have in common. */
const ALIKE = 0.75;

/** Who meets, in one form for all the words a meeting is named by. */
export function meetingBody(name: string): string {
  const folded = name.toLowerCase();
  const keys = KEYS.filter(([, form]) => form.test(folded)).map(([key]) => key);
  return (keys.length > 0 ? keys : [...tellingWords(name)]).sort().join(' ');
}

/** Whether one name holds nearly all telling words of the other. */
export function namesAlike(a: string, b: string): boolean {
  const [x, y] = [tellingWords(a), tellingWords(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared > 0 && shared >= ALIKE * Math.min(x.size, y.size);
}

/** "NAVO-Ministers" and "Navo-ministers" are written alike, so that letters about one body stand together. */
export function spelledName(name: string): string {
  return name
    .replace(/\b(Ministers?|Staatssecretarissen)\b/g, (word) => word.toLowerCase())
    .replace(/\bNavo\b/g, 'NAVO');
}

/**
 * The id of a meeting, made from its dates and who meets, so that the letter before it and the letter after it, which
 * name it in other words, share it. ISO dates.
 */
export function meetingId(name: string, dates: readonly string[]): string {
  return contentId('meeting', [...dates].sort().join(' '), meetingBody(name));
}

/** The words of a name that say who meets; all of them where none does. */
function tellingWords(name: string): ReadonlySet<string> {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const telling = words.filter((word) => !EMPTY.has(word));
  return new Set(telling.length > 0 ? telling : words);
}
