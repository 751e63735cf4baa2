import type { Check, Checked, Difference } from '../../answers/check/schema.ts';
import { checkMarkdown, whatIs } from '../../export/check-report.ts';
import { checkTexts } from '../../texts/check.ts';
import type { View } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { displayedLength } from './parts/measure.ts';
import { ACCENT, file, type OutgoingMessage, type Part, panel, small, text } from './parts/parts.ts';
import { citationMarkdown } from './parts/quote.ts';

/** Room for the words of one quotation in Markdown. */
const WORDS = 700;
/** Room for the line about the attached file. */
const FOOT = 200;
const MOST = 12;

/** What was found of a draft: what is not verbatim first; a file has all of it where it does not fit. */
export function checkMessage(check: Check, { language, texts }: View): OutgoingMessage {
  const labels = checkTexts(language);
  const { claims, quotations, ownSentences } = check;
  const sentences = claims.filter(({ kind }) => kind === 'sentence').length;
  const head = [
    text(`### ${labels.title}`),
    text(
      claims.length === 0
        ? labels.nothing
        : labels.counts(quotations.verbatim, quotations.nearly, quotations.not_found),
    ),
    ...(sentences > 0 ? [small(labels.sentences(sentences))] : []),
    ...(ownSentences > 0 ? [small(labels.ownSentences(ownSentences))] : []),
  ];
  const ordered = [...claims].sort((a, b) => urgency(a) - urgency(b));
  const shown: Part[] = [];
  for (const claim of ordered.slice(0, MOST)) {
    const part = text(claimMarkdown(claim, { language, texts }));
    if (displayedLength([...head, ...shown, part]) > LIMITS.displayedText - FOOT) break;
    shown.push(part);
  }
  const left = claims.length - shown.length;
  const parts = [...head, ...shown];
  const wrong = quotations.nearly + quotations.not_found > 0;
  const accent = wrong ? ACCENT.problem : ACCENT.answer;
  if (left <= 0) return panel(parts, accent);
  const whole = { name: 'check.md', data: Buffer.from(checkMarkdown(check, language)), description: labels.title };
  return { ...panel([...parts, small(labels.more(left)), file(whole.name)], accent), files: [whole] };
}

/** Quotations that are wrong, then what has no quotation marks, then what is right. */
function urgency({ kind, verdict }: Checked): number {
  if (kind === 'sentence') return 2;
  return { not_found: 0, nearly: 1, verbatim: 3 }[verdict];
}

function claimMarkdown(claim: Checked, { language, texts }: Pick<View, 'language' | 'texts'>): string {
  const { verdict, quote } = claim;
  const labels = checkTexts(language);
  const lines = [
    `**${escapeMarkdown(labels.verdict[verdict])}** (${escapeMarkdown(whatIs(claim, language))})`,
    `> ${wordsMarkdown(claim)}`,
    ...(quote ? [citationMarkdown(quote, texts)] : []),
  ];
  return lines.join('\n');
}

/** What differs: struck through as the draft has it, in bold as the letter has it. */
function wordsMarkdown({ text: words, verdict, differences }: Checked): string {
  const plain = cutAtWord(words.replace(/\s+/g, ' '), WORDS);
  if (verdict !== 'nearly') return plain;
  const marked = differences.map(differenceMarkdown).join(' ');
  return marked.length <= WORDS ? marked : plain;
}

function differenceMarkdown({ is, text: words }: Difference): string {
  const shown = escapeMarkdown(words);
  if (is === 'same') return shown;
  return is === 'draft' ? `~~${shown}~~` : `**${shown}**`;
}
