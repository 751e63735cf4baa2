import type { Check, Checked, Difference } from '../answers/check/schema.ts';
import { checkTexts } from '../texts/check.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { escaped } from './markdown.ts';
import { referenceOf } from './reference.ts';

/** Everything that was found of a draft, in its order, as Markdown. */
export function checkMarkdown({ claims, quotations }: Check, language: TextLanguage): string {
  const labels = checkTexts(language);
  const blocks = [
    `# ${labels.title}`,
    labels.counts(quotations.verbatim, quotations.nearly, quotations.not_found),
    ...claims.map((claim) => claimBlock(claim, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What was compared, and whether its words are those of who asked. */
export function whatIs({ kind, asked }: Checked, language: TextLanguage): string {
  const labels = checkTexts(language);
  return [labels.kind[kind], ...(asked ? [labels.asked] : [])].join('; ');
}

function claimBlock(claim: Checked, language: TextLanguage): string {
  const { verdict, text, quote, differences } = claim;
  const labels = checkTexts(language);
  const words = verdict === 'nearly' ? differences.map(marked).join(' ') : escaped(text);
  const citation = quote ? [`\n${escaped(referenceOf(quote, language).citation)}`] : [];
  return [`**${labels.verdict[verdict]}** (${whatIs(claim, language)})\n`, `> ${words}`, ...citation].join('\n');
}

function marked({ is, text }: Difference): string {
  if (is === 'same') return escaped(text);
  return is === 'draft' ? `~~${escaped(text)}~~` : `**${escaped(text)}**`;
}
