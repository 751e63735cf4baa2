import type { Span } from './types.ts';

/** "28 676", "27925", "21 501-02", "35570-X", "35 570 X", "34 775 A", "30 300 (R1234)". */
export const DOSSIER =
  '\\d{2} ?\\d{3}(?:[- ](?:[IVXL]{1,6}(?![\\p{L}])|[A-Z](?![\\p{L}.-])|\\d{2}(?!\\d)))?(?: ?\\(R ?\\d{3,4}\\))?';

/** How parliament calls a letter: its dossiers and its number within them. */
export interface PaperNumber {
  readonly dossiers: readonly string[];
  readonly number: string | null;
}

/** "Kamerstuk 28 676, nr. 348"; null where the dossier is not known. */
export function paperName({ dossiers, number }: PaperNumber): string | null {
  if (dossiers.length === 0) return null;
  return `Kamerstuk ${dossiers.join(' / ')}${number === null ? '' : `, nr. ${number}`}`;
}

/** "28676" and "28 676" are the same dossier, as are "21501-02" and "21 501-02"; "36200-X" is "36 200 X". */
export function tidyDossier(written: string): string {
  const match = /^(\d{2}) ?(\d{3})(?:[- ](\w+))?(?: ?\(R ?\d+\))?$/.exec(written.trim());
  if (!match) return written.trim();
  const [, a, b, rest] = match;
  if (!rest) return `${a} ${b}`;
  return /^\d/.test(rest) ? `${a} ${b}-${rest}` : `${a} ${b} ${rest}`;
}

/** Where a paper is officially published. */
export function publicationUrl(dossier: string, number: string): string {
  return `https://zoek.officielebekendmakingen.nl/kst-${slugOf(dossier, number)}.html`;
}

/** Where answers to questions of members of parliament are officially published: "ah-tk-20232024-1314". */
export function answersUrl(slug: string): string {
  return `https://zoek.officielebekendmakingen.nl/${slug}.html`;
}

/** The forms in which a letter's paper number is compared: "28676" and "28676-348" for each dossier. */
export function paperSlugs({ dossiers, number }: PaperNumber): string[] {
  return dossiers.flatMap((dossier) => [slugOf(dossier), ...(number === null ? [] : [slugOf(dossier, number)])]);
}

const TYPED = new RegExp(
  `(?<![\\p{L}\\d])((?:kamerstuk(?:ken|nummer)?|kst|dossier(?:nummer)?)[:\\s-]{0,3})?(${DOSSIER})(?:(?:,?\\s?(?:nrs?\\.?|nummer|number|no\\.?)\\s?|-)(\\d{1,5}))?(?![\\p{L}\\d])`,
  'giu',
);

/** A paper, or a whole dossier, as somebody names it. */
export interface TypedPaper extends Span {
  /** In the form of `paperSlugs`. */
  readonly slug: string;
  /** Five digits that nothing says to be a dossier: they may count something else. */
  readonly bare: boolean;
}

/** The paper that somebody names, "28 676 nr. 387" or "kst-28676-387", before bare digits; null for none. */
export function typedPaper(text: string): TypedPaper | null {
  const papers = [...text.matchAll(TYPED)].map(({ 0: whole, 1: said, 2: dossier = '', 3: number, index }) => {
    const slug = slugOf(tidyDossier(dossier).toUpperCase(), number);
    return { start: index, end: index + whole.length, slug, bare: said === undefined && !/-[\dIVXL]/.test(slug) };
  });
  return papers.find(({ bare }) => !bare) ?? papers[0] ?? null;
}

/** Whether a letter is a paper that is named: a dossier alone is none, though it end in a number too ("21501-28"). */
export function isPaper(slug: string, { dossiers, number }: PaperNumber): boolean {
  return number !== null && dossiers.some((dossier) => slugOf(dossier, number) === slug);
}

/** One paper of parliament: its dossier, "28 676", and its number within it, "348". */
export interface NamedPaper {
  readonly dossier: string;
  readonly number: string;
}

const NAMED = new RegExp(
  `^(?:https?://(?:\\w+\\.)?officielebekendmakingen\\.nl/)?(?:(?:kamerstuk(?:ken|nummer)?|kst)[:\\s-]{0,3})?(${DOSSIER})(?:,?\\s?(?:nrs?\\.?|nummer|number|no\\.?)\\s?|-)(\\d{1,5})(?:\\.\\w{3,4})?$`,
  'iu',
);

/** The paper that is named and nothing else: "28676-270", "28 676, nr. 270", its address; null where it is none. */
export function namedPaper(typed: string): NamedPaper | null {
  const [, dossier, number] = NAMED.exec(typed.trim()) ?? [];
  if (dossier === undefined || number === undefined) return null;
  return { dossier: tidyDossier(dossier.toUpperCase()), number: String(Number(number)) };
}

/** "28676-348", as the official publication is called; "35570-X" without a number. */
function slugOf(dossier: string, number?: string): string {
  const joined = dossier.replace(/^(\d{2}) (\d{3})/, '$1$2').replace(/\s/g, '-');
  return number === undefined ? joined : `${joined}-${number}`;
}
