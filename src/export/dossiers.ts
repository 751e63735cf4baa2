import type { Commitment } from '../answers/commitments/schema.ts';
import { type MeetingLetters, nameOf } from '../answers/meetings.ts';
import type { Answer, Quote } from '../answers/schema.ts';
import type { Summary } from '../answers/summary/schema.ts';
import { sideOf } from '../answers/summary/side.ts';
import type { Timeline } from '../answers/timeline/schema.ts';
import { formatDate, type TextLanguage } from '../texts/dates.ts';
import { dueInWords } from '../texts/due.ts';
import { exportTexts } from '../texts/export.ts';
import { overviews } from '../texts/overviews.ts';
import { texts } from '../texts/texts.ts';
import type { Dossier, DossierItem } from './document.ts';

/** A question with what answers it, and apart what only bears on it; a refusal is its reason. */
export function answerDossier(answer: Answer, language: TextLanguage): Dossier {
  const labels = exportTexts(language);
  const { question, quotes, related, reason } = answer;
  const { noMore, tentative } = texts(language).answer;
  const refusal = quotes.length === 0 ? (reason ?? noMore) : null;
  const doubt = refusal === null && answer.tentative ? [tentative] : [];
  const parts = [
    {
      heading: related.length > 0 && quotes.length > 0 ? labels.answer : null,
      items: quotes.map((quote) => item(quote)),
    },
    { heading: labels.related, items: related.map((quote) => item(quote)) },
  ];
  return {
    language,
    title: question,
    notes: refusal === null ? doubt : [refusal],
    parts: parts.filter(({ items }) => items.length > 0),
  };
}

export function summaryDossier(summary: Summary, meeting: MeetingLetters, language: TextLanguage): Dossier {
  const { summary: labels } = overviews(language);
  const paired = summary.missing.length === 0 && summary.letters.length > 1;
  return {
    language,
    title: labels.title(nameOf(meeting, language)),
    notes: [
      ...(summary.section === null ? [] : [labels.ofSection(summary.section)]),
      ...summary.missing.map((missing) => labels.missing[missing]),
      ...(summary.leftOut.length > 0 ? [labels.leftOut(summary.leftOut)] : []),
    ],
    parts: summary.parts.map(({ heading, points }) => ({
      heading,
      items: points.map((quote) => item(quote, paired ? labels.side[sideOf(quote)] : null)),
    })),
  };
}

export function timelineDossier({ subject, entries }: Timeline, language: TextLanguage): Dossier {
  const { timeline: labels } = overviews(language);
  const { facts } = exportTexts(language);
  const items = entries.map(({ date, inferred, quote, repeats }) => {
    const day = date === null ? labels.undated : formatDate(date, language);
    const again = repeats.length > 0 ? [{ name: facts.repeats, value: labels.repeats(repeats.length) }] : [];
    return item(quote, inferred ? labels.inferred(day) : day, again);
  });
  return {
    language,
    title: subject,
    notes: items.length === 0 ? [labels.none(subject)] : [],
    parts: items.length === 0 ? [] : [{ heading: null, items }],
  };
}

export function commitmentsDossier(
  commitments: readonly Commitment[],
  meeting: MeetingLetters | null,
  language: TextLanguage,
): Dossier {
  const { commitments: labels } = overviews(language);
  return {
    language,
    title: meeting ? `${labels.title}: ${nameOf(meeting, language)}` : labels.title,
    notes: commitments.length === 0 ? [labels.none] : [],
    parts: commitments.length === 0 ? [] : [{ heading: null, items: commitments.map((it) => promised(it, language)) }],
  };
}

function promised({ quote, who, due, dueDays, date, fulfilledBy }: Commitment, language: TextLanguage): DossierItem {
  const { facts } = exportTexts(language);
  const days = dueDays && dueInWords(dueDays, language);
  const known: [string, string | null][] = [
    [facts.date, date && formatDate(date, language)],
    [facts.who, who],
    [facts.due, due && (days ? `${due} (${days})` : due)],
    [facts.fulfilled, fulfilledBy && `${fulfilledBy.letter.title} (${Math.round(fulfilledBy.likelihood * 100)}%)`],
  ];
  return item(
    quote,
    null,
    known.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  );
}

/** Quotes that somebody kept. */
export function trayDossier(quotes: readonly Quote[], language: TextLanguage): Dossier {
  const { tray } = exportTexts(language);
  return { language, title: tray, notes: [], parts: [{ heading: null, items: quotes.map((quote) => item(quote)) }] };
}

function item(quote: Quote, label: string | null = null, facts: DossierItem['facts'] = []): DossierItem {
  return { quote, label, facts };
}
