import { paperSlugs, tidyDossier } from '../../letters/papers.ts';
import type { Format } from '../types.ts';

/** A paper of parliament, as services list it. */
export interface Paper {
  /** "kst-28676-348"; the service's own name for it where it has no number within a dossier. */
  readonly name: string;
  /** "28 676". */
  readonly dossiers: readonly string[];
  readonly number: string | null;
  readonly date: string | null;
  /** What parliament calls such a paper: "Brief regering", "Motie". */
  readonly kind: string;
  readonly subject: string | null;
  /** Its files, the best to read first. */
  readonly files: readonly PaperFile[];
}

/** One of the forms in which a paper can be had. */
export interface PaperFile {
  readonly format: Format;
  readonly address: string;
  /** Where people read the paper. */
  readonly url: string;
  /** Another text whenever the service changed the paper. */
  readonly changed: string;
}

/** Which papers of a dossier are asked for: of this day (ISO) and later, with this number; all where neither is given. */
export interface Wanted {
  readonly since?: string | undefined;
  readonly number?: string | undefined;
}

/** What says most about a letter's structure comes first. */
const BEST_FIRST: readonly Format[] = ['xml', 'html', 'docx', 'pdf'];

/** "kst-28676-348". */
export function paperSlug(dossier: string, number: string): string {
  return `kst-${paperSlugs({ dossiers: [dossier], number })[1]}`;
}

/** A dossier as the services write it: "28676", "21501-28", "36600-VII". */
export function dossierSlug(dossier: string): string {
  return paperSlugs({ dossiers: [tidyDossier(dossier)], number: null })[0] ?? dossier;
}

/**
 * Every paper once, whichever services list it, the newest first.
 *
 * @param papers those of one service after the other; of what two say, the later service's kind and subject hold, for the
 *   earlier's files come first.
 */
export function mergePapers(papers: readonly Paper[]): Paper[] {
  const byName = new Map<string, Paper>();
  for (const paper of papers) {
    const known = byName.get(paper.name);
    byName.set(paper.name, known ? merged(known, paper) : paper);
  }
  return [...byName.values()]
    .map((paper) => ({ ...paper, files: bestFirst(paper.files) }))
    .sort(
      (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
}

function merged(one: Paper, other: Paper): Paper {
  return {
    ...one,
    dossiers: [...new Set([...one.dossiers, ...other.dossiers])],
    date: one.date ?? other.date,
    kind: other.kind || one.kind,
    subject: other.subject ?? one.subject,
    files: [...one.files, ...other.files],
  };
}

function bestFirst(files: readonly PaperFile[]): PaperFile[] {
  const rank = ({ format }: PaperFile): number => BEST_FIRST.indexOf(format);
  return [...files].sort((a, b) => rank(a) - rank(b));
}
