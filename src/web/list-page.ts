import { html } from 'hono/html';
import { letterEntry } from '../answers/letters.ts';
import { lettersOf, type MeetingLetters, meetingName } from '../answers/meetings.ts';
import type { Letter } from '../letters/types.ts';
import { formatDate, type TextLanguage } from '../texts/dates.ts';
import { texts } from '../texts/texts.ts';
import { webTexts } from '../texts/web.ts';
import { visibleLine } from '../visible.ts';
import { type Content, page } from './page.ts';
import type { Shelf } from './shelf.ts';

/** The list of all letters, by year and meeting. */
export function listPage({ years, letters }: Shelf, language: TextLanguage): string {
  const labels = webTexts(language);
  const name = (year: string | null) => year ?? labels.undated;
  const links = years.map(({ year }) => html`<li><a href="#year-${year ?? 0}">${name(year)}</a></li>\n`);
  const sections = years.map(
    ({ year, meetings }) => html`<section aria-labelledby="year-${year ?? 0}">
<h2 id="year-${year ?? 0}">${name(year)}</h2>
${meetings.map((meeting) => meetingView(meeting, language))}</section>
`,
  );
  return page({
    title: labels.letters,
    language,
    skip: labels.skip,
    body: html`<header>
<h1>${labels.letters}</h1>
<p>${labels.about(letters.size)}</p>
${years.length > 1 && html`<nav class="years" aria-label="${labels.years}"><ul>\n${links}</ul></nav>`}
</header>
<main id="text">
${sections}</main>`,
  });
}

function meetingView(about: MeetingLetters, language: TextLanguage): Content {
  const items = lettersOf(about).map((letter) => itemView(letter, about, language));
  const heading = about.meeting && html`<h3 lang="nl">${visibleLine(meetingName(about.meeting, language))}</h3>\n`;
  return html`${heading}<ul class="letters">
${items}</ul>
`;
}

/** A letter by what it is, where its meeting stands above it, with its day and length. */
function itemView(letter: Letter, { meeting }: MeetingLetters, language: TextLanguage): Content {
  const { kind, subject, letterDate, inferred } = letter.metadata;
  const labels = webTexts(language);
  const named = meeting !== null && (kind === 'report' || kind === 'annotated_agenda');
  const link = named
    ? html`<a href="${letter.id}/">${texts(language).kind[kind]}</a>`
    : html`<a href="${letter.id}/" lang="nl">${visibleLine(subject ?? letter.title)}</a>`;
  const day = letterDate === null ? labels.undated.toLowerCase() : formatDate(letterDate, language);
  const certain = inferred.some(({ field }) => field === 'letterDate') ? ` (${labels.inferred})` : '';
  return html`<li>${link} <small>${day}${certain}, ${labels.words(letterEntry(letter).words)}</small></li>
`;
}
