import { readable } from '../../letters/readable.ts';
import { phrases } from '../analysis/phrases.ts';
import { tokens } from '../analysis/tokens.ts';
import type { Concept } from '../lexical/concepts.ts';
import type { Lexicon } from '../lexical/lexicon.ts';
import { stands } from '../lexical/stands.ts';
import { termIds } from '../lexical/term-ids.ts';
import { runOf } from '../runs.ts';
import type { Corpus } from '../types.ts';
import { withParticles } from './called.ts';
import { memberAsked } from './member-asked.ts';
import { speaksOfMember } from './member-said.ts';
import { memberVoice } from './member-voice.ts';
import type { OfficeVoice } from './office-voice.ts';
import { isPerson, nameForms, saidBy } from './said-by.ts';
import { signatoriesNamed, signatoriesOf } from './signatories-named.ts';
import { speaksOfSubject } from './spoken-subject.ts';
import { viewOf } from './view-of.ts';
import { voiceAsked } from './voice-asked.ts';

/** The sentences of a passage, by their places, that say what a question of its kind can only be answered with. */
export type Demand = (passage: number) => ReadonlySet<number>;

interface Sources {
  readonly corpus: Corpus;
  readonly lexicon: Lexicon;
  /** Only what somebody signed may answer: that says what they say, and names nobody. */
  readonly isSigned: boolean;
  /** The office whose words are asked for; null where none's are. */
  readonly office: OfficeVoice | null;
  /** Whether terms say the office of which it is asked who holds it; null where none is. */
  readonly saysOffice: ((ids: ReadonlySet<number>) => boolean) | null;
}

/**
 * What a passage must say to answer a question, however alike it is: what a party or a member of parliament thinks, in a
 * sentence that says so of them; what somebody said, in one that names them and what it is about; another party's view, in
 * one that names it and speaks of views; whether somebody is a member, in one that names them and speaks of membership; who
 * holds an office, in one that says that office; what a signatory or an office writes, where that is spoken of. Null where
 * nothing is demanded.
 */
export function demandOf(question: string, concepts: readonly Concept[], sources: Sources): Demand | null {
  if (sources.isSigned) return signed(question, concepts, sources);
  return (
    holder(sources) ??
    ofOffice(concepts, sources) ??
    voice(question, concepts, sources) ??
    words(question, concepts, sources) ??
    view(question, concepts, sources) ??
    membership(question, concepts, sources)
  );
}

/** A sentence that says an office of which it is asked who holds it. */
function holder({ corpus, lexicon, saysOffice: says }: Sources): Demand | null {
  return says && ((number) => placesWhere(sentencesOf(number, corpus), (_, i) => says(idsOf(number, i + 1, lexicon))));
}

/** What an office says stands in its letters, or in a sentence that says so of it, and there where that is spoken of. */
function ofOffice(concepts: readonly Concept[], { office, corpus, lexicon }: Sources): Demand | null {
  if (office === null) return null;
  const isSpokenOf = speaksOfSubject(office.rest, concepts, { corpus, lexicon });
  return (number) => {
    const letter = corpus.passages[number]?.letter;
    const isOwn = letter !== undefined && office.letters.has(letter);
    if (isSpokenOf?.(number) === false) return new Set();
    return placesWhere(sentencesOf(number, corpus), (text) => isOwn || office.speaksIn(text));
  };
}

/** What a signatory writes about something stands where that is spoken of. */
function signed(question: string, concepts: readonly Concept[], { corpus, lexicon }: Sources): Demand | null {
  const names = signatoriesOf(corpus);
  const asked = voiceAsked(question, (text) => {
    const who = signatoriesNamed(text, names).find(({ from }) => from === 0);
    return who ? { who: text.slice(0, who.end) } : null;
  });
  const isSpokenOf = asked && speaksOfSubject(asked.rest, concepts, { corpus, lexicon });
  return isSpokenOf && ((number) => new Set(isSpokenOf(number) ? sentencesOf(number, corpus).keys() : []));
}

const GOES_ON = /(?<!\p{L})(?:hij|zij|ze|he|she)(?!\p{L})/iu;

/** A sentence that names who speaks, or goes on about them, and what it is about: there or in the heading above it. */
function words(question: string, concepts: readonly Concept[], { corpus, lexicon }: Sources): Demand | null {
  const said = saidBy(question, signatoriesOf(corpus));
  if (said === null || ![said.name, withParticles(said.name)].some((name) => isPerson(name, corpus))) return null;
  const speaker = nameForms(question.slice(said.start, said.end));
  const last = said.name.split(/\s+/).at(-1) ?? said.name;
  const about = namesIn(concepts, (form) => !speaker.has(form));
  return (number) => {
    const sentences = sentencesOf(number, corpus);
    const context = idsOf(number, 0, lexicon);
    let speaking = isNamedBefore(number, last, corpus);
    return placesWhere(sentences, (text, i) => {
      const isNamed = text.includes(last);
      const speaks = isNamed || (speaking && GOES_ON.test(text));
      speaking ||= isNamed;
      const ids = new Set([...context, ...idsOf(number, i + 1, lexicon)]);
      return speaks && about.every((concept) => stands(concept, ids));
    });
  };
}

/** Whether the paragraph before, under the same heading, names somebody. */
function isNamedBefore(number: number, name: string, { passages }: Corpus): boolean {
  const [own, before] = [passages[number], passages[number - 1]];
  return before?.letter === own?.letter && before?.passage.section === own?.passage.section
    ? (before?.passage.text.includes(name) ?? false)
    : false;
}

/** A sentence that names the party or member as one who thinks or says something, and the names it is about. */
function voice(question: string, concepts: readonly Concept[], { corpus, lexicon }: Sources): Demand | null {
  const asked = memberVoice(question, corpus);
  if (asked === null) return null;
  const own = nameForms(asked.who);
  const about = namesIn(concepts, (form) => !own.has(form));
  return (number) =>
    placesWhere(sentencesOf(number, corpus), (text, i) => {
      if (!asked.speaksIn(text)) return false;
      const ids = new Set([...idsOf(number, 0, lexicon), ...idsOf(number, i + 1, lexicon)]);
      return about.every((concept) => stands(concept, ids));
    });
}

const VIEWS = phrases(`
  vind*/vond*/vinden/denk*/dacht*/meent/meende*/stel*/zeg*/zei*/noem*/acht/achtte*
  wil/wilde*/willen/wens*/eis*/vraagt/vroeg*/vragen/verzoek*/verzocht*/roept/riep*/pleit*/bepleit*/streef*/streven
  steun*/gesteund*/verwelkom*/begroet*/veroordeel*/verwerp*/verwierp*/weiger*/geweigerd*/dreig*/waarschuw*/ontken*/betreur*
  reage*/reactie*/antwoord*/standpunt*/positie*/mening*/houding/oordeel*/oordelen/visie/opvatting*/inzet
  kritiek/kritisch*/bezwa*/bezorgd*/zorgen/voorstel*/voorgesteld*/aangegeven/geeft/gaf/gaven/geven/aangekondigd*/kondig*
  advies*/advise*/adviseer*/geadviseerd*/voorstander*/tegenstander*/conclude*/concludeer*/geconcludeerd*/conclusie*
  blokkeer*/blokker*/geblokkeerd*/onderschrij*/onderschreef/onderschreven/aandring*/aandrong*/aangedrongen
  dringt/dringen/drong/drongen ..8 aan
  benadruk*/onderstreep*/verklaar*/verklaring*/uitgesproken/sprak*/spreekt/toegezegd*/beloof*/belofte*/verwacht*/bereid
  think*/thought/say*/said/want*/demand*/call*/support*/welcom*/condemn*/reject*/refus*/warn*/react*/respon*/position*
  view*/opinion*/stance/critic*/object*/concern*/propos*/stat*/announc*/stress*/emphas*/declar*/promis*/expect*/willing
  advice/advis*/advocat*/proponent*/opponent*/oppos*/favour*/conclud*/urge/urges/urged/urging/insist*/block*/endors*
`);

/** A sentence that names whose view is asked for, and says something of views. */
function view(question: string, concepts: readonly Concept[], sources: Sources): Demand | null {
  const who = viewOf(question);
  return who === null ? null : sayingOf(who, (text, isNamedIn) => VIEWS(text) && isNamedIn(text), concepts, sources);
}

/** A sentence that says of who is asked about whether they are members. */
function membership(question: string, concepts: readonly Concept[], sources: Sources): Demand | null {
  const who = memberAsked(question);
  return who === null ? null : sayingOf(who, speaksOfMember, concepts, sources);
}

/**
 * A sentence that says something of who is asked about; null where no name is known.
 * @param says whether a sentence does, given what tells whether words name them
 */
function sayingOf(
  who: string,
  says: (text: string, isNamedIn: (words: string) => boolean) => boolean,
  concepts: readonly Concept[],
  { corpus, lexicon }: Sources,
): Demand | null {
  const forms = nameForms(who);
  const named = namesIn(concepts, (form) => forms.has(form));
  if (named.length === 0) return null;
  const isNamedIn = (words: string) => {
    const ids = termIds(words, lexicon);
    return named.every((concept) => stands(concept, ids));
  };
  return (number) => placesWhere(sentencesOf(number, corpus), (text) => says(text, isNamedIn));
}

/** Names beside one another, any of which may be meant: "Irak en Iran". */
const SEVERAL = /(?<!\p{L})(?:en|of|and|or)(?!\p{L})|[,/]/iu;

/**
 * A sentence that says what a follow-up named in place of another; any, where the heading or title above it does. What a
 * member asked is no heading: an answer may be about another of those it names.
 */
export function naming(name: string, concepts: readonly Concept[], { corpus, lexicon }: Sources): Demand | null {
  const forms = nameForms(name);
  const named = concepts.filter(({ label }) => label.split(' ').every((form) => forms.has(form)));
  if (named.length === 0) return null;
  const isNamed = (ids: ReadonlySet<number>) =>
    SEVERAL.test(name) ? named.some((each) => stands(each, ids)) : named.every((each) => stands(each, ids));
  return (number) => {
    const sentences = sentencesOf(number, corpus);
    const saying = placesWhere(sentences, (_, i) => isNamed(idsOf(number, i + 1, lexicon)));
    if (saying.size > 0) return saying;
    const each = corpus.passages[number];
    const above = each ? `${each.letter.title} ${each.letter.sections[each.passage.section]?.title ?? ''}` : '';
    return isNamed(termIds(above, lexicon)) ? new Set(sentences.keys()) : saying;
  };
}

/** What meets two demands: the sentences that meet both where there are such, else those that meet the first. */
export function both(one: Demand | null, other: Demand | null): Demand | null {
  if (!one || !other) return one ?? other;
  return (number) => {
    const [first, second] = [one(number), other(number)];
    const shared = new Set([...first].filter((place) => second.has(place)));
    return second.size === 0 || shared.size > 0 ? shared : first;
  };
}

/** The names among concepts, but for years and other numbers, of whose words all are wanted. */
function namesIn(concepts: readonly Concept[], isWanted: (form: string) => boolean): Concept[] {
  return concepts.filter(
    ({ name, label }) => name && !/^\d/.test(label) && tokens(label).every(({ form }) => isWanted(form)),
  );
}

function placesWhere(
  sentences: readonly string[],
  holds: (text: string, place: number) => boolean,
): ReadonlySet<number> {
  return new Set(sentences.flatMap((text, i) => (holds(text, i) ? [i] : [])));
}

function sentencesOf(number: number, { passages }: Corpus): string[] {
  const each = passages[number];
  if (!each) return [];
  return each.passage.sentences.map((span) => readable(each.letter, span, each.passage.skipped).text);
}

/** The terms of a sentence of a passage, counted from 1; 0 for its heading and title. */
function idsOf(number: number, sentence: number, { sentences }: Lexicon): ReadonlySet<number> {
  return new Set(sentences.termsOfText(runOf(sentences.passages, number).start + sentence));
}
