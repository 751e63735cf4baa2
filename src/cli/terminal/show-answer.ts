import wrapAnsi from 'wrap-ansi';
import type { Answer, LetterEntry, Quote } from '../../answers/schema.ts';
import { isTentative } from '../../answers/tentative.ts';
import { texts } from '../../texts/texts.ts';
import { cutPlace } from '../../whole-characters.ts';
import type { Terminal } from './terminal.ts';

const INDENT = '   ';
/** So much of the question that a quote answers is shown above it, in UTF-16 units. */
const LONGEST_QUESTION = 200;

/** An answer for a terminal: each quote with its highlight in bold and its citation under it, or why there is none. */
export function showAnswer(answer: Answer, letters: readonly LetterEntry[], terminal: Terminal): string {
  if (!answer.answered) return showRefusal(answer, letters, terminal);
  const asked = texts(answer.language).answer.question;
  const quotes = answer.quotes.map((quote, index) =>
    showQuote(quote, terminal, `${index + 1}.`, quote.question === null ? '' : asked(cutQuestion(quote.question))),
  );
  const doubt = isTentative(answer) ? [terminal.dim(texts(answer.language).answer.tentative)] : [];
  return [...doubt, ...quotes, ...showRelated(answer, terminal)].join('\n\n');
}

/** A long question, or several that are answered together, by its beginning. */
function cutQuestion(question: string): string {
  if (question.length <= LONGEST_QUESTION) return question;
  const space = question.lastIndexOf(' ', LONGEST_QUESTION);
  return `${question.slice(0, cutPlace(question, space > 0 ? space : LONGEST_QUESTION))} […]`;
}

/** What only bears on the question is named, not quoted: it would read as an answer. */
function showRelated({ related, language }: Answer, terminal: Terminal): string[] {
  if (related.length === 0) return [];
  const places = related.map(({ citation }) => block(terminal.dim(citation), terminal, '–'));
  return [[texts(language).answer.related, ...places].join('\n')];
}

/** One quote with its citation and link, above it the question that it answers. */
export function showQuote(quote: Quote, terminal: Terminal, label = '', question = ''): string {
  const above = question ? [terminal.dim(question)] : [];
  const lines = [...above, highlighted(quote, terminal), terminal.dim(quote.citation)].map((line, i) =>
    block(line, terminal, i === 0 ? label : ''),
  );
  if (quote.pageUrl) lines.push(block(terminal.dim(quote.pageUrl), terminal));
  if (quote.url) lines.push(block(terminal.dim(quote.url), terminal));
  return lines.join('\n');
}

function showRefusal(answer: Answer, letters: readonly LetterEntry[], terminal: Terminal): string {
  const reason = wrapAnsi(answer.reason ?? '', terminal.width);
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
