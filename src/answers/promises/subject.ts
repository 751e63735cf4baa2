import { contentStems } from '../../retrieval/analysis/content-words.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { runOf, startOf } from '../selection/leaning.ts';
import type { Sentence } from '../selection/sentences.ts';

/** Words that promises are made of: they say nothing of the matter. */
const PROMISING = new Set(
  `kamer kabinet regering minister staatssecretaris informeren geïnformeerd toegezegd toezegging brief zullen ontvangen
  ontvangt sturen zenden toesturen rapporteren terugkomen komen beantwoorden zomerreces kerstreces reces zomer voorjaar
  najaar jaar kwartaal maand maanden weken week komend volgend eerste tweede derde vierde eind begin medio uiterlijk
  mogelijk spoedig termijn korte nader nadere verder vervolg zodra keer vooraf voortaan tijdig separaat apart
  uitkomst uitkomsten resultaat resultaten voortgang ontwikkeling ontwikkelingen relevant relevante stand zaken
  vragen informatie beschikbaar beantwoording inhoud streven streef streeft ernaar verwacht verwachting voortgangsrapportage
  jaarlijks jaarlijkse halfjaarlijks`
    .split(/\s+/)
    .map(stem.nl),
);

/** Whether a stem says nothing of what is promised. */
export function isPromising(word: string): boolean {
  return PROMISING.has(word) || /\d/.test(word);
}

/** A promise that names so many words of its matter needs no sentence before it. */
const ENOUGH = 2;
/** What is promised stands in the sentence before, wherever in this one that is said. */
const POINTS_BACK = /\b(?:hieraan|daaraan|hierover|daarover|hierop|daarop|hiernaar|hieromtrent)\b/i;

/** Where a quote of a promise begins: at the sentence that names what is promised, at most two back. */
export function beginsWithSubject(all: readonly Sentence[], order: number): number {
  const from = startOf(all, order);
  const named = new Set(
    all.slice(from, order + 1).flatMap(({ text }) => contentStems(text).filter((word) => !isPromising(word))),
  );
  const [before, sentence] = [all[from - 1], all[from]];
  if (!before || !sentence || from < order) return from;
  if (named.size >= ENOUGH && !POINTS_BACK.test(sentence.text)) return from;
  return before.section === sentence.section && runOf(all, from - 1, order) ? from - 1 : from;
}
