import type { Letter } from '../../letters/types.ts';

const OFFICE =
  /\b(?:[Dd]e )?(?:[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Aa]mbtgenoot)(?: (?:van|voor) \p{Lu}[\p{L}-]+(?:(?:,| en| voor)? \p{Lu}[\p{L}-]+){0,6})?/u;
const GOVERNMENT = /\bhet kabinet\b|\bde regering\b/i;
const FIRST_PERSON = /\b(?:ik|mij|mijn|wij|we|ons|onze)\b/i;
/** "De Commissie zal": neither the government nor parliament itself. */
const ANOTHER =
  /^(?:De|Het) (?!(?:Tweede |Eerste )?Kamer)(?!(?:[Mm]inister|[Ss]taatssecretaris|[Kk]abinet|[Rr]egering))\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,4} (?=zal|zullen|informeert|stuurt)/u;
const COLLEAGUE = /\b(?:mijn collega|mijn ambtgenoot)\b/i;

/** Who makes a promise. */
export interface Promiser {
  readonly who: string | null;
  /** Whoever signed the letter says that somebody else will do it. */
  readonly byOther: boolean;
}

/** Who makes a promise: whom the sentence names, else who signed the letter. */
export function whoOf(sentence: string, { metadata: { signatories } }: Letter): Promiser {
  const signed = signatories.map(({ name, office }) => (office ? `${name}, ${office}` : name)).join('; ') || null;
  const another = ANOTHER.exec(sentence)?.[0].trim();
  if (another) return { who: another, byOther: true };
  const office = OFFICE.exec(sentence)?.[0];
  if (COLLEAGUE.test(sentence) && office) return { who: office, byOther: true };
  if (FIRST_PERSON.test(sentence)) return { who: signed, byOther: false };
  const government = GOVERNMENT.exec(sentence)?.[0].toLowerCase();
  if (government || !office) return { who: government ?? signed, byOther: false };
  return { who: office, byOther: !signatories.some((signatory) => holds(signatory.office, office)) };
}

/** Whether an office is the one that a sentence names; "de minister" is any minister's. */
function holds(office: string | null, named: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/^de /, '');
  return office !== null && bare(office).startsWith(bare(named));
}
