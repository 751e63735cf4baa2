import type { MetadataField, PartKind, Passage } from '../../letters/types.ts';
import { either, type Phrases, phrases } from '../analysis/phrases.ts';
import type { CorpusPassage } from '../types.ts';

const LETTERS = either(`
  brief*
  letter*
  verslag*
  report*
  agenda*
  kamerstuk*
  document*
`);
/** What goes by the name of a letter, and is none. */
const NO_LETTER = '- letter of intent';
const WHEN = either(`
  wanneer
  dag
  datum
  when
  date
  day
`);

/** Something that can be asked of a letter itself rather than of its subject. */
interface LetterFact {
  readonly asks: Phrases;
  readonly fields: readonly MetadataField[];
  readonly kinds: readonly PartKind[];
}

const letter = phrases(`
  ${LETTERS}
  ${NO_LETTER}
`);
const signing = phrases(`
  onderteken*
  getekend*
  tekende*
  sign
  signs
  signed
  signator*
  afzender*
  sender*
  schreef*
  stuurde*
  verstuurde*
  wrote*
  sent
`);
const who = phrases(`
  wie
  welke
  who
  whose
  which
`);
const whoIsMinister = phrases('wie/who was/is/waren/were ...30 minister*/bewindspersoon*');

const FACTS: readonly LetterFact[] = [
  {
    asks: (question) => (letter(question) && signing(question) && who(question)) || whoIsMinister(question),
    fields: ['signatories'],
    kinds: ['signature'],
  },
  {
    asks: phrases(`
      kamerstuk
      kamerstuknummer
      dossiernummer
      document/paper/dossier number
      welk nummer
      what number
      nummer van de/het/deze/dit ${LETTERS}
      number of the/this ${LETTERS}
      ${NO_LETTER}
    `),
    fields: ['number', 'dossiers'],
    kinds: ['furniture', 'metadata'],
  },
  {
    asks: phrases(`
      ${WHEN} ...30 ${LETTERS} ...20 gestuurd*/verstuurd*/verzonden*/geschreven*/gedateerd*/sent*/written*/dated*
      datum/date van/of/on de/het/deze/dit/the/this ${LETTERS}
      ${NO_LETTER}
    `),
    fields: ['letterDate'],
    kinds: ['metadata'],
  },
  {
    asks: phrases(`
      webadres
      webaddress
      web address
      website
      webpage
      web page
      url
      link
      hyperlink
    `),
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
  const facts = FACTS.filter(({ asks }) => asks(question));
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
