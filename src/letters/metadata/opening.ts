import { sentenceRanges } from '../sentences.ts';
import type { LetterKind, Span } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';

/** A sentence or heading that says what the letter brings. */
export interface Opening {
  readonly text: UnitText;
  readonly kind: Extract<LetterKind, 'report' | 'annotated_agenda'>;
  /** The words that say so, as a range of the readable text. */
  readonly words: Span;
  /** The sentence they stand in. */
  readonly sentence: Span;
  /** Only something like it is said. */
  readonly inferredFrom: string | null;
}

const WORDS =
  /\b(?:(geannoteerde\s(?:groeps)?agenda(?:[’']s)?)|(verslag))\b(?!\s(?:van|over)\s(?:(?:een|het|de|mijn|zijn|haar|dit)\s)?(?:schriftelijk|nader schriftelijk|algemeen|commissie|wetgevings|nota|feitelijke|onderzoek|bevindingen|werkbezoek|bezoek|reis|hoorzitting|algemene rekenkamer|nationale ombudsman|inspectie)|\s(?:met|waarin|zal|zou|wordt|uitbrengen|uitbrengt|doen|doet|gedaan|deed|uit)\b)/gi;
const RESULTS =
  /\b(?:uitkomsten|resultaten) van (?:de|het) (?:(?:\p{L}+ )?(?:bijeenkomst|vergadering|ministeri|navo|europese)|(?:[\p{L}-]+ ){0,4}?[\p{L}-]*(?:top|raad)(?!\p{L}))/iu;
/** Verbs and adverbs with which a letter hands something over. */
const HANDS_OVER =
  /\b(?:hierbij|bijgaand|bijgevoegd|bijgesloten|in deze brief|met deze brief|deze brief bevat|aanbieden|bied|bieden|doe ik|doen wij|zend|zenden|stuur|sturen|ontvangt|treft|toekomen)\b/i;
/** "conform de geannoteerde agenda", "in het verslag": another paper is meant. */
const REFERS =
  /(?:\b(?:in|conform|bij|volgens|zie|via|op|uit|na|voor|sinds|met|eerder[e]?|vorige?|separate|aparte|volgend op|aanvulling op|naar aanleiding van)\s(?:(?:de|het|een|mijn|ons|onze|dit|die|deze|dat)\s)?(?:eerdere\s|vorige\s|separate\s)?)$/i;
/** "Daarvan doe ik uw Kamer verslag": no paper, but a promise. */
const TELLS =
  /\b(?:doe|doet|doen|deed|deden|breng|brengt|brengen|bracht|uit)\s(?:(?!(?:het|dit|een|mijn|ons|bijgaand)\b)[^\s,.;]+\s){0,6}$/i;
const MAX_UNITS = 14;
const MAX_TEXT = 3000;

/**
 * The places near the beginning of a letter where it says that it is a report or an annotated agenda, best first: its
 * subject and its title, sentences that hand it over, then sentences that only mention it.
 */
export function findOpenings(texts: readonly UnitText[]): Opening[] {
  const head = texts
    .filter(({ unit }) => unit.kind === 'metadata' || unit.kind === 'heading' || unit.kind === 'paragraph')
    .slice(0, MAX_UNITS);
  const ranked = head.flatMap((text) => openingsIn(text)).map((found, order) => ({ ...found, order }));
  return ranked.sort((a, b) => a.rank - b.rank || a.order - b.order).map(({ opening }) => opening);
}

function openingsIn(text: UnitText): { opening: Opening; rank: number }[] {
  const form = text.form.text.slice(0, MAX_TEXT);
  const isTitle = text.unit.kind !== 'paragraph';
  return sentenceRanges(form).flatMap((sentence) => {
    const words = form.slice(sentence.start, sentence.end);
    const found: { opening: Opening; rank: number }[] = [];
    for (const match of words.matchAll(WORDS)) {
      const start = sentence.start + match.index;
      const before = form.slice(Math.max(sentence.start, start - 60), start);
      if (isTitle && match.index > 40) continue;
      const kind = match[1] ? 'annotated_agenda' : 'report';
      if (!match[1] && TELLS.test(before)) continue;
      const refers = REFERS.test(before);
      const handsOver = isTitle || HANDS_OVER.test(words);
      const opening: Opening = {
        text,
        kind,
        words: { start, end: start + match[0].length },
        sentence,
        inferredFrom: handsOver && !refers ? null : `"${match[0]}" in the opening`,
      };
      if (handsOver && !refers) found.push({ opening, rank: 0 });
      else if (!refers) found.push({ opening, rank: 2 });
    }
    const results = found.length === 0 ? RESULTS.exec(words) : null;
    if (results && !isTitle && HANDS_OVER.test(words)) {
      const start = sentence.start + results.index;
      // The meeting's name begins behind the word for what came of it.
      const range = { start, end: start + results[0].indexOf(' ') };
      const inferredFrom = `"${results[0]}" in the opening`;
      found.push({ opening: { text, kind: 'report', words: range, sentence, inferredFrom }, rank: 1 });
    }
    return found;
  });
}
