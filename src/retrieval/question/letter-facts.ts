import type { MetadataField, PartKind, Passage } from '../../letters/types.ts';
import type { CorpusPassage } from '../types.ts';

/** Something that can be asked of a letter itself rather than of its subject. */
interface LetterFact {
  readonly asks: RegExp;
  readonly fields: readonly MetadataField[];
  readonly kinds: readonly PartKind[];
}

const LETTER = '(?:brief|letter|verslag|report|agenda|kamerstuk|document)';
const FACTS: readonly LetterFact[] = [
  {
    asks: /\b(?:onderteken|ondertekend|getekend door|tekende als|sign(?:s|ed)? (?:the|this|it)|signator|afzender|sender|wie (?:schreef|stuurde|verstuurde)|who (?:wrote|sent|signed))|\b(?:wie|who)\b.{0,24}\b(?:minister|bewindspersoon)\b.{0,40}(?:\?|\b(?:19|20)\d\d)/i,
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

/**
 * How a passage suits a question as a part of a letter: 1 where it states what is asked about the letter itself,
 * -1 for parts that are no running text when nothing of the kind is asked, else 0.
 */
export function partFit(question: string): (each: CorpusPassage) => number {
  const asked = FACTS.filter((fact) => fact.asks.test(question));
  return ({ passage, letter }) => {
    for (const fact of asked) {
      if (fact.kinds.includes(passage.kind)) return 1;
      const states = letter.metadata.stated.some(
        ({ field, span }) => fact.fields.includes(field) && within(span, passage),
      );
      if (states && passage.kind !== 'paragraph') return 1;
    }
    return RUNNING.has(passage.kind) || passage.kind === 'footnote' ? 0 : -1;
  };
}

function within(span: { readonly start: number; readonly end: number }, passage: Passage): boolean {
  return span.start < passage.end && span.end > passage.start;
}
