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

/** Who meets, in one form for all the words a meeting is named by. */
export function meetingBody(name: string): string {
  const folded = name.toLowerCase();
  const keys = KEYS.filter(([, form]) => form.test(folded)).map(([key]) => key);
  const words = keys.length > 0 ? keys : (folded.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return [...words].sort().join(' ');
}

/**
 * The id of a meeting, made from its dates and who meets, so that the letter before it and the letter after it, which
 * name it in other words, share it. ISO dates.
 */
export function meetingId(name: string, dates: readonly string[]): string {
  return contentId('meeting', [...dates].sort().join(' '), meetingBody(name));
}
