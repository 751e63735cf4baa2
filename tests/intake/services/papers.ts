import type { ServedPaper } from '../../support/services.ts';

/** The XML of an official publication: a letter of `number` and `day`, with one paragraph. */
export function letterXml(number: string, day: string, text: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><kamerstuk>
<dossier><dossiernummer><dossiernr>36 045</dossiernr></dossiernummer><titel>Situatie in de havens</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">${number}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN HAVENZAKEN</titel>
<algemeen><vrije-tekst><tekst><al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, ${day}</al><al>${text}</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`;
}

/** The same letter as a page. */
export function letterHtml(text: string): string {
  return `<!DOCTYPE html><html><body><main><p>Den Haag, 3 maart 2025</p><p>${text}</p></main></body></html>`;
}

const DAYS = ['3 maart 2025', '4 april 2025', '5 mei 2025', '6 juni 2025'];
const DATES = ['2025-03-03', '2025-04-04', '2025-05-05', '2025-06-06'];
const SUBJECTS = ['kaden', 'sluizen', 'loodsen', 'bruggen'];

/** A minister's letter in the official publications, by its place in a row of four. */
export function letterPaper(at: number, more: Partial<ServedPaper> = {}): ServedPaper {
  const number = String(at + 1);
  const subject = SUBJECTS[at] ?? '';
  const text = `Hierbij informeer ik uw Kamer over de ${subject} in de havens, die in ${2030 + at} klaar zijn.`;
  return {
    dossier: '36045',
    number,
    kind: 'Brief',
    title: `Brief regering; Stand van de ${subject}`,
    date: DATES[at] ?? '',
    sru: { xml: letterXml(number, DAYS[at] ?? '', text), html: letterHtml(text), pdf: '%PDF-broken' },
    ...more,
  };
}

/** The same letter as the Tweede Kamer's open data have it, and nobody else. */
export function openDataPaper(at: number, body: string | Uint8Array, type = 'text/html'): ServedPaper {
  const { sru: _, ...paper } = letterPaper(at);
  return {
    ...paper,
    kind: 'Brief regering',
    title: paper.title.replace('Brief regering; ', ''),
    odata: { body, type },
  };
}
