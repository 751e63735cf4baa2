import wrapAnsi from 'wrap-ansi';
import { citationIn, headingIn, letterCitation } from '../../answers/citation.ts';
import type { Answer, LetterEntry, Quote } from '../../answers/schema.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { texts } from '../../texts/texts.ts';
import { cutPlace } from '../../whole-characters.ts';
import { showListed } from './show-listed.ts';
import type { Terminal } from './terminal.ts';

const INDENT = '   ';
/** So much of the question that a quote answers is shown above it, in UTF-16 units. */
const LONGEST_QUESTION = 200;

/** An answer for a terminal: each quote with its highlight in bold and its citation under it, or why there is none. */
export function showAnswer(answer: Answer, letters: readonly LetterEntry[], terminal: Terminal): string {
  if (answer.letters.length > 0) return showLetters(answer, letters, terminal);
  if (!answer.answered) return showRefusal(answer, letters, terminal);
  const quotes = answer.quotes.map((quote, index) =>
    showQuote(quote, terminal, {
      language: answer.language,
      label: `${index + 1}.`,
      question: askedAbove(quote, answer.language),
    }),
  );
  const doubt = answer.tentative ? [terminal.dim(texts(answer.language).answer.tentative)] : [];
  return [...doubt, ...quotes, ...showRelated(answer, terminal)].join('\n\n');
}

/** The letters that are asked for. */
function showLetters(answer: Answer, letters: readonly LetterEntry[], terminal: Terminal): string {
  const asked = answer.letters.flatMap((id) => letters.find((letter) => letter.id === id) ?? []);
  return asked.map((letter) => showListed(letter, terminal)).join('\n\n');
}

/** The question that a quote answers, as a line above it; empty where it answers none. */
export function askedAbove({ question }: Quote, language: TextLanguage): string {
  return question === null ? '' : texts(language).answer.question(cutQuestion(question));
}

/** A long question, or several that are answered together, by its beginning. */
function cutQuestion(question: string): string {
  if (question.length <= LONGEST_QUESTION) return question;
  const space = question.lastIndexOf(' ', LONGEST_QUESTION);
  return `${question.slice(0, cutPlace(question, space > 0 ? space : LONGEST_QUESTION))} […]`;
}

/** What only bears on the question is named, not quoted: it would read as an answer. A place that is quoted is known. */
function showRelated({ quotes, related, language }: Answer, terminal: Terminal): string[] {
  const placesOf = (some: readonly Quote[]): Set<string> => new Set(some.map((quote) => citationIn(quote, language)));
  const known = placesOf(quotes);
  const named = [...placesOf(related)].filter((place) => !known.has(place));
  if (named.length === 0) return [];
  const lines = named.map((place) => block(terminal.dim(place), terminal, '–'));
  return [[texts(language).answer.related, ...lines].join('\n')];
}

interface ShownQuote {
  /** The reader's. */
  readonly language: TextLanguage;
  readonly label?: string;
  /** The question that it answers. */
  readonly question?: string;
  /** Its letter is named above: the place in it is enough. */
  readonly letterNamed?: boolean;
}

/** One quote with its citation, page and link, above it the question that it answers. */
export function showQuote(
  quote: Quote,
  terminal: Terminal,
  { language, label = '', question = '', letterNamed = false }: ShownQuote,
): string {
  const { page, url, pageUrl } = quote;
  const heading = headingIn(quote, language);
  const citation = citationIn(quote, language);
  const place = [letterNamed ? heading && `§ ${heading}` : citation, page && `p. ${page}`].filter(Boolean).join(', ');
  const small = [place, pageUrl ?? '', letterNamed ? '' : (url ?? '')].filter(Boolean);
  const above = question ? [terminal.dim(question)] : [];
  const notes = quote.notes.map(({ text }) => texts(language).answer.note(text));
  const lines = [...above, highlighted(quote, terminal), ...[...notes, ...small].map(terminal.dim)];
  return lines.map((line, i) => block(line, terminal, i === 0 ? label : '')).join('\n');
}

/** The letter that quotes below are of, with its link. */
export function showLetter(quote: Quote, terminal: Terminal, language: TextLanguage): string {
  const lines = [letterCitation(quote, language), quote.letter.url ?? ''].filter(Boolean);
  return lines.map((line) => terminal.dim(wrapAnsi(line, terminal.width))).join('\n');
}

function showRefusal(answer: Answer, letters: readonly LetterEntry[], terminal: Terminal): string {
  const reason = wrapAnsi(answer.reason ?? '', terminal.width);
  // Beside a refusal stands what answers the same of another time: the reason leads up to it.
  const [elsewhere] = answer.related;
  if (elsewhere)
    return [
      reason,
      showQuote(elsewhere, terminal, { language: answer.language, question: askedAbove(elsewhere, answer.language) }),
    ].join('\n\n');
  if (answer.nearest.length === 0) return reason;
  const headings = answer.nearest.map(({ letterId, section }) => {
    const letter = letters.find(({ id }) => id === letterId);
    return block(`§ ${section}${letter ? terminal.dim(`, ${letter.title}`) : ''}`, terminal, INDENT);
  });
  return [reason, texts(answer.language).answer.nearest, ...headings].join('\n');
}

function highlighted({ text, marks }: Quote, terminal: Terminal): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += text.slice(at, start) + terminal.bold(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}

function block(text: string, terminal: Terminal, label = ''): string {
  const lines = wrapAnsi(text, Math.max(20, terminal.width - INDENT.length)).split('\n');
  return lines.map((line, index) => (index === 0 ? label.padEnd(INDENT.length) : INDENT) + line).join('\n');
}
