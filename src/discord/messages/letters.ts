import { meetingName } from '../../answers/meetings.ts';
import type { Answer, LetterEntry } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import { byDayWritten, daysOf } from '../../letters/dates/days.ts';
import { paperName } from '../../letters/papers.ts';
import { formatDate } from '../../texts/dates.ts';
import type { View } from '../context.ts';
import { type LettersState, lettersId } from '../custom-ids/pages.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import { ACCENT, type OutgoingMessage, type Part, panel, safeUrl, text } from './parts/parts.ts';

const LETTERS_SHOWN = 8;
const SECTIONS_SHOWN = 8;
/** Room for one letter in Markdown, so that eight always fit. */
const LETTER_LENGTH = 400;
const LINK_LENGTH = 100;

/** From which letter on a page begins, and what turns to the next. */
interface Turning {
  readonly offset: number;
  idAfter(offset: number): string;
}

/** The letters of a meeting or year, newest first, eight at a time. */
export function lettersMessage(state: LettersState, view: View): OutgoingMessage {
  const { library, texts } = view;
  const entries = choose(library, state);
  const head = [text(`### ${texts.letters.title}`), text(escapeMarkdown(texts.covers(library.coverage)))];
  if (entries.length === 0) return panel([...head, text(texts.letters.none)], ACCENT.refusal);
  const turning = { offset: state.o ?? 0, idAfter: (o: number) => lettersId.write({ ...state, o }) };
  return lettersPage(entries, head, turning, view);
}

/** The letters that a question asks for, under it, eight at a time. */
export function lettersAnswered(
  { letters }: Pick<Answer, 'letters'>,
  head: readonly Part[],
  turning: Turning,
  view: Pick<View, 'library' | 'texts' | 'language'>,
): OutgoingMessage {
  const entries = letters.flatMap((id) => view.library.letters.find((letter) => letter.id === id) ?? []);
  return lettersPage(entries, head, turning, view);
}

function lettersPage(
  entries: readonly LetterEntry[],
  head: readonly Part[],
  turning: Turning,
  view: Pick<View, 'texts' | 'language'>,
): OutgoingMessage {
  const partsOf = (letter: LetterEntry) => [text(letterMarkdown(letter, view))];
  const labels = { shown: view.texts.letters.shown, more: view.texts.button.moreLetters };
  return panel(pageOf({ head, entries, partsOf, most: LETTERS_SHOWN, labels, ...turning }), ACCENT.answer);
}

function choose({ letters }: Library, { m, y }: LettersState): LetterEntry[] {
  const inYear = (letter: LetterEntry) => daysOf(letter).some((date) => date.startsWith(`${y}-`));
  return letters
    .filter(
      (letter) => (m === undefined || (letter.meeting?.id ?? letter.id) === m) && (y === undefined || inYear(letter)),
    )
    .sort((a, b) => byDayWritten(b, a) || a.title.localeCompare(b.title));
}

/** Title, kind, date and number, meeting, headings, and the link. */
function letterMarkdown(letter: LetterEntry, { texts, language }: Pick<View, 'texts' | 'language'>): string {
  const url = safeUrl(letter.url);
  const official = url === null || url.length > LINK_LENGTH ? '' : ` · [${texts.letters.official}](${url})`;
  const about = [texts.kind[letter.kind], dateText(letter), paperName(letter)].filter((part) => part).join(' · ');
  const title = `**${cutAtWord(letter.title, 180)}**\n-# ${cutAtWord(about, 90)}${official}`;
  const meeting =
    letter.meeting && !sameWords(letter.title, letter.meeting.name)
      ? `${meetingName(letter.meeting, language)} · `
      : '';
  const headings = meeting + sectionsText(letter);
  return headings === '' ? title : `${title}\n-# ${cutAtWord(headings, Math.max(60, LETTER_LENGTH - title.length))}`;

  function dateText({ letterDate, inferred }: LetterEntry): string {
    if (letterDate === null) return texts.letters.undated;
    const date = formatDate(letterDate, language);
    return inferred.some(({ field }) => field === 'letterDate') ? texts.letters.inferred(date) : date;
  }

  function sectionsText({ sections }: LetterEntry): string {
    if (sections.length === 0) return '';
    return texts.letters.sections(sections.slice(0, SECTIONS_SHOWN), Math.max(0, sections.length - SECTIONS_SHOWN));
  }
}

function sameWords(title: string, meeting: string): boolean {
  return title.toLowerCase().includes(meeting.toLowerCase());
}
