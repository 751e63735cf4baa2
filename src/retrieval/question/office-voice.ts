import type { Letter, Span } from '../../letters/types.ts';
import type { Lexicon } from '../lexical/lexicon.ts';
import { isMinistry, ministryNames } from '../lexical/ministries.ts';
import { termIds } from '../lexical/term-ids.ts';
import type { Corpus } from '../types.ts';
import { languageOf } from './language.ts';
import { officeTerms } from './office-said.ts';
import { saidBy } from './said-by.ts';
import { signatoriesNamed, signatoriesOf } from './signatories-named.ts';
import { speaks } from './speaks.ts';
import { type Asking, type Called, voiceAsked } from './voice-asked.ts';

/** A Dutch office or ministry whose words or view a question asks for. */
export interface OfficeVoice extends Called, Asking {
  /** The letters that are that office's: signed by it, on its behalf, or headed with it where nobody signed. */
  readonly letters: ReadonlySet<Letter>;
  /** Whether a sentence names the office as one who thinks, says, asks or wants something. */
  readonly speaksIn: (text: string) => boolean;
}

const MINISTRY = 'ministerie|departement|ministry|department';
const STATE_SECRETARY = 'staatssecretaris|state secretary|secretary of state';
const RANK = `(?<rank>minister|${STATE_SECRETARY}|${MINISTRY})`;
const CAPITALS = '\\p{Lu}[\\p{L}&-]*(?:(?:,\\s|,?\\s(?:en|and|&)\\s|\\s)\\p{Lu}[\\p{L}&-]*){0,7}';
const SMALL = '\\p{Ll}+(?:,\\s\\p{Ll}+)?(?:\\s(?:en|and)\\s\\p{Ll}+)?';
const BEFORE = '^(?:(?:[Dd]e|[Hh]et|[Tt]he)\\s)?(?:(?:huidige|toenmalige|demissionaire?|vorige|current|former)\\s)?';
const FORMS = [
  `${BEFORE}${eitherCase(RANK)}\\s(?:van|voor|of|for)\\s(?:the\\s)?(?<field>${CAPITALS})`,
  `${BEFORE}${eitherCase(RANK)}\\s(?:van|voor|of|for)\\s(?<small>${SMALL})`,
  `^[Tt]he\\s(?:Dutch\\s)?(?<field>${CAPITALS.replace('{0,7}', '{0,3}?')})\\s${eitherCase(RANK)}`,
  `^(?<small>\\p{Lu}[\\p{L}&]+(?:\\s(?:en|and)\\s\\p{Lu}\\p{L}+)?)`,
].map((form) => new RegExp(`${form}(?![\\p{L}-])`, 'u'));
const HAS_ARTICLE = /^(?:de|het|the)\s/iu;
/** "De minister van Defensie van Duitsland" is none of those who sign these letters. */
const OF_OTHERS = /^\s(?:van|of)\s\p{Lu}\p{L}+\s(?:over|van|op|gezegd|about|on|of|say|think)(?!\p{L})/u;
/** Other offices and colleagues of who writes go by these too: the ministry speaks for its minister. */
const SPOKEN_FOR = ['ministerie', 'collega', 'ambtgenoot'];
const NAMED =
  /(?<!\p{L})(?:(?:[Dd]e|[Hh]et|[Mm]ijn)\s)?(?:[Mm]inister(?:ie)?|[Ss]taatssecretaris|[Cc]ollega|[Aa]mbtgenoot)(?:\s(?:van|voor)\s\p{Lu}[\p{L}&-]*(?:(?:,\s|,?\sen\s|\s)\p{Lu}[\p{L}&-]*){0,7}|(?:\s\p{Lu}[\p{L}'’-]*){1,3}\s\([^()]{2,80}\)|\s\([^()]{2,80}\))/gu;
const SHORT = /(?<!\p{L})\p{Lu}[\p{L}&]{0,6}\p{Lu}(?!\p{L})/gu;
const ON_BEHALF = /(?<!\p{L})namens\s(?:(?:de|het|mijn)\s)?(?<who>[^.;]{1,160})/giu;

/** The office or ministry whose words or view a question asks for; null where it asks for nobody's, or a person's. */
export function officeVoice(question: string, corpus: Corpus, lexicon: Lexicon): OfficeVoice | null {
  const asked = voiceAsked(question, officeAt);
  if (asked === null || OF_OTHERS.test(asked.rest) || namesPerson(asked.who, question, corpus)) return null;
  const language = languageOf(question) === 'en' ? 'en' : 'nl';
  const says = officeTerms({ ranks: asked.ranks, field: asked.field }, language, lexicon);
  const ranks = asked.ranks.length > 0 ? [...asked.ranks, ...SPOKEN_FOR] : [];
  const names = officeTerms({ ranks, field: asked.field }, language, lexicon);
  const idsOf = (text: string) => termIds(`${text} ${wholeNames(text)}`, lexicon);
  return {
    ...asked,
    letters: new Set(corpus.letters.filter((letter) => statesOffice(letter, (text) => says(idsOf(text))))),
    speaksIn: (text) =>
      placesOf(text).some((span) => names(idsOf(text.slice(span.start, span.end))) && speaks(text, span)),
  };
}

/** "Minister van Financiën Otter", "minister van Otter": a ministry alone reads as a name as well. */
function namesPerson(who: string, question: string, corpus: Corpus): boolean {
  const names = signatoriesOf(corpus);
  const said = saidBy(question, names);
  return (said !== null && !who.startsWith(said.name)) || signatoriesNamed(who, names).length > 0;
}

interface OfficeCalled extends Called {
  readonly ranks: readonly string[];
  readonly field: string;
}

function officeAt(text: string): OfficeCalled | null {
  for (const form of FORMS) {
    const { 0: who, groups } = form.exec(text) ?? {};
    const field = groups?.field ?? groups?.small;
    if (who === undefined || field === undefined) continue;
    // "Minister van Otterlo" is called so, and small letters say nothing of where a field ends.
    if ((groups?.small !== undefined || !HAS_ARTICLE.test(who)) && !isMinistry(field)) continue;
    return { who, field, ranks: ranksOf(groups?.rank?.toLowerCase()) };
  }
  return null;
}

/** What letters call an office; any of a ministry's where that is asked about. */
function ranksOf(rank: string | undefined): readonly string[] {
  if (rank === 'minister') return ['minister'];
  return rank !== undefined && STATE_SECRETARY.split('|').includes(rank) ? ['staatssecretaris'] : [];
}

function statesOffice({ metadata, passages }: Letter, says: (text: string) => boolean): boolean {
  if (metadata.signatories.some(({ office }) => office !== null && says(office))) return true;
  const onBehalf = passages.flatMap(({ text }) => [...text.matchAll(ON_BEHALF)].map(({ groups }) => groups?.who ?? ''));
  if (onBehalf.some(says)) return true;
  const head = passages.filter(({ kind }) => kind !== 'paragraph' && kind !== 'question' && kind !== 'footnote');
  return metadata.signatories.length === 0 && head.some(({ text }) => says(text));
}

/** The names of the ministries that a text calls by their abbreviations: "Minister (BZ)". */
function wholeNames(text: string): string {
  return (text.match(SHORT) ?? []).flatMap(ministryNames).join(' ');
}

function placesOf(text: string): Span[] {
  return [...text.matchAll(NAMED)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** Words of a pattern, each also with a capital. */
function eitherCase(words: string): string {
  return words.replace(/(?<=[|>]|\s)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
