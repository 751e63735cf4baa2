import { contentWords } from '../analysis/content-words.ts';
import { stem } from '../analysis/stem.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import type { Token } from '../analysis/tokens.ts';
import { wordList } from '../analysis/word-list.ts';
import type { Language } from '../types.ts';
import type { Lexicon } from './lexicon.ts';
import { LONGEST_PHRASE } from './phrase-key.ts';
import { generalShare, rarity } from './rarity.ts';
import { type LexicalWeights, type Way, worthOf } from './weights.ts';

/** One way to say a concept: terms that must all stand in the passage, and how good a match that is. */
export interface Alternative {
  readonly terms: readonly number[];
  readonly way: Way;
  /** The worth of the way. */
  readonly weight: number;
}

/** Something that a question asks for: a word, with what says the same, or a phrase or compound made of parts. */
export interface Concept {
  /** For people: the question's words. */
  readonly label: string;
  /** How much it tells passages apart (an inverse document frequency). */
  readonly rarity: number;
  readonly alternatives: readonly Alternative[];
  /** Concepts that together make up this one; what all of them score, times `partsWeight`, is an alternative too. */
  readonly parts: readonly Concept[];
  readonly partsWeight: number;
  /** Looks like a name, an abbreviation or a number. */
  readonly name: boolean;
}

const LANGUAGES: readonly Language[] = ['nl', 'en'];

/** What a question asks for, longest phrases of the thesaurus first. */
export function conceptsOf(question: string, language: Language, lexicon: Lexicon, weights: LexicalWeights): Concept[] {
  const content = withoutStressed(contentWords(question), question, lexicon);
  const reader = new ConceptReader(language, lexicon, weights);
  const concepts: Concept[] = [];
  for (let rest = content; rest[0]; ) {
    const phrase = reader.phrase(rest.slice(0, LONGEST_PHRASE));
    concepts.push(phrase?.concept ?? reader.word(rest[0]));
    rest = rest.slice(phrase?.length ?? 1);
  }
  return merged(concepts);
}

/**
 * Without what is spelt like a stop word, has capitals and stands in no letter: it is stressed rather than named ("Is dat NU
 * zo?"), but behind an article, or where nothing else is asked.
 */
function withoutStressed(content: Token[], question: string, { equivalents, postings }: Lexicon): Token[] {
  const kept = content.filter(({ form }) => {
    if (!/^\p{Lu}+$/u.test(form) || postings.id(form) !== undefined) return true;
    return LANGUAGES.some((language) => equivalents.has([form], language)) || behindArticle(form).test(question);
  });
  return kept.length > 0 ? kept : content;
}

/** "Het" is a pronoun as well: "Is het NU zo?" */
function behindArticle(form: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:[Dd]e|[Tt]he)\\s+${form}(?!\\p{L})`, 'u');
}

class ConceptReader {
  readonly #language: Language;
  readonly #lexicon: Lexicon;
  readonly #weights: LexicalWeights;

  constructor(language: Language, lexicon: Lexicon, weights: LexicalWeights) {
    this.#language = language;
    this.#lexicon = lexicon;
    this.#weights = weights;
  }

  /** The longest run of words from the first on that the thesaurus knows as a phrase. */
  phrase(run: readonly Token[]): { concept: Concept; length: number } | null {
    for (let length = run.length; length > 1; length--) {
      const phrase = run.slice(0, length);
      const stems = phrase.map((token) => stem[this.#language](token.form));
      if (!this.#lexicon.equivalents.has(stems, this.#language)) continue;
      const parts = phrase.map((token) => this.word(token));
      const concept: Concept = {
        label: phrase.map((token) => token.form).join(' '),
        rarity: parts.reduce((sum, part) => sum + part.rarity, 0) / Math.sqrt(length),
        alternatives: this.#equivalents(stems, this.#language),
        parts,
        partsWeight: 1,
        name: parts.some((part) => part.name),
      };
      return { concept, length };
    }
    return null;
  }

  word(token: Token): Concept {
    const exact = this.#form(token.form, token.capital);
    if (exact.alternatives.length === 0 && token.parts.length === 0 && !this.#listed(token.form)) {
      const corrected = this.#corrected(token);
      if (corrected) return corrected;
    }
    const pieces = token.parts.length > 0 ? token.parts : this.#lexicon.split(token.form);
    const parts = pieces.filter((piece) => !isStopWord(piece)).map((piece) => this.#form(piece, false));
    const partsWeight = token.parts.length > 0 ? 1 : this.#weights.parts;
    return { ...exact, parts, partsWeight };
  }

  #form(form: string, capital: boolean): Concept {
    const { equivalents, postings } = this.#lexicon;
    const dutch = stem.nl(form);
    const id = postings.id(dutch);
    const ordinary = this.#language === 'en' && !capital && wordList('en').has(form);
    const alternatives = id === undefined ? [] : [this.#alternative([id], { foreign: ordinary })];
    const own = stem[this.#language](form);
    alternatives.push(...this.#equivalents([own], this.#language));
    const other: Language = this.#language === 'nl' ? 'en' : 'nl';
    if (!wordList(this.#language).has(form) && !equivalents.has([own], this.#language)) {
      alternatives.push(...this.#equivalents([stem[other](form)], other));
    }
    return {
      label: form,
      rarity: this.#rarity(form, id),
      alternatives,
      parts: [],
      partsWeight: 0,
      name: capital || /\d/.test(form),
    };
  }

  #corrected(token: Token): Concept | null {
    const corrections = this.#lexicon.spelling.correct(token.form);
    if (corrections.length === 0) return null;
    const nearest = Math.min(...corrections.map((correction) => correction.distance));
    const concepts = corrections
      .filter((correction) => correction.distance === nearest)
      .map((correction) => this.#form(correction.word, token.capital));
    return {
      label: token.form,
      rarity: Math.min(...concepts.map((concept) => concept.rarity)),
      alternatives: concepts.flatMap((concept) =>
        concept.alternatives.map(({ terms, way }) => this.#alternative(terms, { ...way, slips: nearest })),
      ),
      parts: [],
      partsWeight: 0,
      name: token.capital,
    };
  }

  /** Each equivalent once, by its best worth. */
  #equivalents(stems: readonly string[], language: Language): Alternative[] {
    const best = new Map<string, Alternative>();
    for (const { terms, ...by } of this.#lexicon.equivalents.find(stems, language)) {
      const found = this.#alternative(terms, { by, phrase: terms.length > 1 || stems.length > 1 });
      const key = terms.join(' ');
      if (found.weight > (best.get(key)?.weight ?? 0)) best.set(key, found);
    }
    return [...best.values()];
  }

  #alternative(terms: readonly number[], way: Way): Alternative {
    return { terms, way, weight: worthOf(way, this.#weights) };
  }

  #listed(form: string): boolean {
    return /\d/.test(form) || wordList('nl').has(form) || wordList('en').has(form);
  }

  #rarity(form: string, id: number | undefined): number {
    const { rarities } = this.#lexicon;
    const ordinary = this.#language === 'en' && wordList('en').has(form);
    const own = id === undefined || ordinary ? undefined : rarities[id];
    return own ?? rarity(0, 0, generalShare(form, this.#language));
  }
}

/** A word that is asked for twice counts once. */
function merged(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [concept.label, concept])).values()];
}
