import type { MetadataField, PartKind, Passage } from '../../letters/types.ts';
import type { CorpusPassage } from '../types.ts';

/** Something that can be asked of a letter itself rather than of its subject. */
interface LetterFact {
  readonly asks: RegExp;
  readonly fields: readonly MetadataField[];
  readonly kinds: readonly PartKind[];
}

const LETTER = '(?:brief|letter(?! of intent)|verslag|report|agenda|kamerstuk|document)';
const FACTS: readonly LetterFact[] = [
  {
    asks: new RegExp(
      String.raw`^(?=.*\b${LETTER})(?=.*\b(?:onderteken|getekend|tekende|sign(?:s|ed)?\b|signator|afzender|sender|schreef|stuurde|verstuurde|wrote|sent\b))(?=.*\b(?:wie|welke|who|whose|which)\b)|\b(?:wie|who)\s+(?:was|is|waren|were)\b.{0,30}\b(?:minister|bewindspersoon)`,
      'i',
    ),
    fields: ['signatories'],
    kinds: ['signature'],
  },
  {
    asks: new RegExp(
      String.raw`\b(?:kamerstuk(?:nummer)?|dossiernummer|(?:document|parliamentary paper|paper|dossier) number|welk nummer|what number|nummer van (?:de|het|deze|dit) ${LETTER}|number of (?:the|this) ${LETTER})\b`,
      'i',
    ),
    fields: ['number', 'dossiers'],
    kinds: ['furniture', 'metadata'],
  },
  {
    asks: new RegExp(
      String.raw`\b(?:wanneer|op welke (?:dag|datum)|when|what date|which day)\b.{0,30}\b${LETTER}\b.{0,20}\b(?:gestuurd|verstuurd|verzonden|geschreven|gedateerd|sent|written|dated)|\b(?:datum|date) (?:van|of|on) (?:de|het|deze|dit|the|this) ${LETTER}`,
      'i',
    ),
    fields: ['letterDate'],
    kinds: ['metadata'],
  },
  {
    asks: /\b(?:webadres|web ?address|website|web ?page|url|link|hyperlink)\b/i,
    fields: ['url'],
    kinds: ['footnote'],
  },
];

const RUNNING: ReadonlySet<PartKind> = new Set(['paragraph', 'heading']);
/** Addresses, signatures and page furniture answer little else. */
const UNASKED = -0.17;

/** How the parts of letters suit a question. */
export interface PartFit {
  /** Whether something is asked about a letter itself. */
  readonly asked: boolean;
  /**
   * 1 for a passage that states what is asked about the letter itself, less than 0 for parts that are no running text
   * when nothing of the kind is asked, else 0.
   */
  readonly of: (each: CorpusPassage) => number;
}

/** Reads from a question whether it asks about a letter itself, and which parts state that. */
export function partFit(question: string): PartFit {
  const facts = FACTS.filter((fact) => fact.asks.test(question));
  const of = ({ passage, letter }: CorpusPassage): number => {
    if (RUNNING.has(passage.kind)) return 0;
    for (const { kinds, fields } of facts) {
      if (kinds.includes(passage.kind)) return 1;
      if (letter.metadata.stated.some(({ field, span }) => fields.includes(field) && within(span, passage))) return 1;
    }
    return passage.kind === 'footnote' ? 0 : UNASKED;
  };
  return { asked: facts.length > 0, of };
}

function within(span: { readonly start: number; readonly end: number }, passage: Passage): boolean {
  return span.start < passage.end && span.end > passage.start;
}
