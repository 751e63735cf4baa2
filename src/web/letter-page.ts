import { html } from 'hono/html';
import { letterEntry } from '../answers/letters.ts';
import { officialOf } from '../answers/official.ts';
import { paperName } from '../letters/papers.ts';
import type { Letter, MetadataField } from '../letters/types.ts';
import { formatDate, formatDates, type TextLanguage } from '../texts/dates.ts';
import { texts } from '../texts/texts.ts';
import { webTexts } from '../texts/web.ts';
import { visible, visibleLine } from '../visible.ts';
import { type Content, page } from './page.ts';
import type { Neighbours } from './shelf.ts';
import { textView } from './text-view.ts';

/** The page of one letter: what is known of it, its text, and the ways to other letters. */
export function letterPage(letter: Letter, around: Neighbours, language: TextLanguage): string {
  const labels = webTexts(language);
  return page({
    title: letter.title,
    language,
    skip: labels.skip,
    body: html`<header>
<nav aria-label="${labels.around}"><a href="../">${labels.all}</a>${waysTo(around, language)}</nav>
<h1 lang="nl">${visibleLine(letter.title)}</h1>
${factsView(letter, language)}
${contents(letter, language)}
</header>
<main>
${textView(letter, language)}
</main>
<footer><p>${labels.source}</p></footer>`,
  });
}

function waysTo({ previous, next, sameMeeting }: Neighbours, language: TextLanguage): Content {
  const labels = webTexts(language);
  const way = (to: Letter | undefined, label: string, rel: string) =>
    to && html` <span>${label}: <a href="../${to.id}/" rel="${rel}" lang="nl">${visibleLine(to.title)}</a></span>`;
  return [
    way(previous, labels.previous, 'prev'),
    way(next, labels.next, 'next'),
    sameMeeting.map((letter) => way(letter, labels.sameMeeting, 'related')),
  ];
}

function factsView(letter: Letter, language: TextLanguage): Content {
  const { metadata } = letter;
  const { field, kind } = texts(language);
  const labels = webTexts(language);
  const { meeting, letterDate, subject, signatories } = metadata;
  const facts: [string, Content, MetadataField | null][] = [
    [field.kind, kind[metadata.kind], 'kind'],
    [field.letterDate, letterDate && formatDate(letterDate, language), 'letterDate'],
    [field.subject, subject && html`<span lang="nl">${visible(subject)}</span>`, 'subject'],
    [
      field.meeting,
      meeting && html`<span lang="nl">${visible(meeting.name)}</span>${whenAndWhere(meeting, language)}`,
      'meeting',
    ],
    [field.number, paperName(metadata), 'dossiers'],
    [
      field.signatories,
      signatories.length > 0 &&
        signatories.map(
          ({ name, office }) => html`<span class="line">${visible(office ? `${name}, ${office}` : name)}</span>`,
        ),
      'signatories',
    ],
    [field.url, officialLink(letter, language), null],
    [labels.length, labels.words(letterEntry(letter).words), null],
    [labels.file, visibleLine(letter.file), null],
  ];
  const rows = facts.map(([name, value, of]) =>
    value ? html`<div><dt>${name}</dt><dd>${value}${of && certainty(letter, of, language)}</dd></div>\n` : null,
  );
  return html`<dl aria-label="${labels.facts}">
${rows}</dl>`;
}

function whenAndWhere({ dates, place }: NonNullable<Letter['metadata']['meeting']>, language: TextLanguage): string {
  const when = dates.length > 0 ? `, ${formatDates(dates, language)}` : '';
  return place === null ? when : `${when}, ${webTexts(language).place(visible(place))}`;
}

/** What is not certain about a field. */
function certainty({ metadata }: Letter, of: MetadataField, language: TextLanguage): Content {
  const labels = webTexts(language);
  const conflict = metadata.conflicts.find(({ field }) => field === of);
  return [
    metadata.inferred.some(({ field }) => field === of) && html` <small>(${labels.inferred})</small>`,
    conflict && html` <small>(${labels.conflict(visible(conflict.values.join(' / ')))})</small>`,
  ];
}

function officialLink({ metadata }: Letter, language: TextLanguage): Content {
  const found = officialOf(metadata);
  // An address from outside: nothing but a web page is opened.
  if (found === null || !/^https?:\/\//i.test(found.url)) return null;
  const { official, likelyOfficial } = webTexts(language);
  return html`<a href="${found.url}" rel="external noreferrer">${found.likely ? likelyOfficial : official}</a>`;
}

function contents({ sections }: Letter, language: TextLanguage): Content {
  const items = sections.flatMap(({ title }, i) =>
    title === null ? [] : [html`<li><a href="#section-${i}">${visibleLine(title)}</a></li>\n`],
  );
  if (items.length < 2) return null;
  const { contents: label } = webTexts(language);
  return html`<nav class="contents" aria-label="${label}"><details open><summary>${label}</summary><ul lang="nl">
${items}</ul></details></nav>`;
}
