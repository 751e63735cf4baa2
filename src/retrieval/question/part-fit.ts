import { overlap } from '../../letters/spans.ts';
import type { MetadataField, PartKind } from '../../letters/types.ts';
import { phrases } from '../analysis/phrases.ts';
import type { CorpusPassage } from '../types.ts';

const asksAddress = phrases(`
  webadres
  webaddress
  web address
  website
  webpage
  web page
  url
  link
  hyperlink
`);

const RUNNING: ReadonlySet<PartKind> = new Set(['paragraph', 'heading']);
/** Addresses, signatures and page furniture answer little else. */
const UNASKED = -0.17;

/** How the parts of letters suit a question. */
export interface PartFit {
  /** Whether something is asked that stands outside running text: who was minister, an address on the web. */
  readonly asked: boolean;
  /** 1 for a passage that states it, less than 0 for parts that are no running text when nothing of the kind is asked, else 0. */
  readonly of: (each: CorpusPassage) => number;
}

/**
 * Reads from a question whether what it asks stands outside running text, and which parts state that.
 * @param saysOffice whether a text says the office that is asked about; null where none is
 */
export function partFit(question: string, saysOffice: ((text: string) => boolean) | null): PartFit {
  const asksUrl = asksAddress(question);
  const states = ({ letter, passage }: CorpusPassage, field: MetadataField, kind: PartKind) =>
    passage.kind === kind ||
    letter.metadata.stated.some((stated) => stated.field === field && overlap(stated.span, passage));
  const of = (each: CorpusPassage): number => {
    const { kind, text } = each.passage;
    if (RUNNING.has(kind)) return 0;
    if (saysOffice && states(each, 'signatories', 'signature') && saysOffice(text)) return 1;
    if (asksUrl && states(each, 'url', 'footnote')) return 1;
    return kind === 'footnote' ? 0 : UNASKED;
  };
  return { asked: saysOffice !== null || asksUrl, of };
}
