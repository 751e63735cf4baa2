import { publicationUrl, tidyDossier } from '../../letters/papers.ts';
import type { Facts } from '../types.ts';

/** "kst-28676-348", "kst-35470-XIV-4", "kst-36867-A". */
const PAPER = /\bkst-(\d{5}(?:-(?:[IVXL]{1,6}|[A-Z]|\d{2}))?)-(\d{1,5}|[A-Z]{1,3})\b/;
/** "ah-tk-20232024-2271": members' questions with their answers. */
const QUESTIONS = /\bah-tk-\d{8}-\d{1,5}\b/;

/** What an identifier of the official publications says: dossier, number, and where the paper is published. */
export function factsOfIdentifier(text: string): Facts {
  const [, dossier, number] = PAPER.exec(text) ?? [];
  if (dossier && number) {
    const tidy = tidyDossier(dossier);
    return { dossiers: [tidy], number, url: publicationUrl(tidy, number) };
  }
  const [questions] = QUESTIONS.exec(text) ?? [];
  return questions ? { url: `https://zoek.officielebekendmakingen.nl/${questions}.html` } : {};
}

/** What a PDF of the official publications says in the margin of its first page; its address is that of the PDF. */
export function factsOfMargin(page: string): Facts {
  const [identifier] = /^(?:kst|ah-tk)-[\w-]{3,40}$/m.exec(page) ?? [];
  if (!identifier) return {};
  return { ...factsOfIdentifier(identifier), url: `https://zoek.officielebekendmakingen.nl/${identifier}.pdf` };
}
