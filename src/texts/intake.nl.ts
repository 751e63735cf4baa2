import { wordsIn } from './words.ts';

const { and, count } = wordsIn('nl');

/** What people read in Dutch when letters are taken in or put aside in Discord. Names of files come escaped. */
export const intakeNl = {
  /** Why a file can't be taken in, and what to do about it: the rest of a sentence that begins with its name. */
  unread: {
    empty: 'is leeg. Stuur het bestand opnieuw.',
    no_text: 'bevat geen tekst. Stuur het bestand waarin de brief staat.',
    too_large: 'is groter dan een brief hoort te zijn. Stuur de brief apart.',
    unpacks: 'is gemaakt om veel geheugen te kosten; ik lees het niet. Stuur een gewone kopie van de brief.',
    costly:
      'kost meer tijd of geheugen dan een brief hoort te kosten; ik ben gestopt met lezen. Stuur een andere kopie.',
    locked: 'is met een wachtwoord beveiligd. Bewaar een kopie zonder wachtwoord en stuur die.',
    scan: 'is een scan: plaatjes van bladzijden, zonder tekst. Stuur het bestand waaruit is geprint, of laat de beheerder het met tekstherkenning opnemen (briefwijzer add --ocr).',
    broken: 'is kapot. Download of bewaar het nog eens en stuur het opnieuw.',
    entities: 'verklaart XML-entiteiten, en dat doet geen officiële publicatie en geen Word-bestand; ik lees het niet.',
    other_kind:
      'is geen soort bestand dat ik lees. Stuur een PDF, Word-bestand (.docx), webpagina, officiële XML, e-mail (.eml), Markdown of tekst.',
    wrong_name: 'is iets anders dan de naam zegt. Geef het de juiste naam en stuur het opnieuw.',
    about_a_letter: 'is een pagina over een brief, niet de brief zelf. Download de brief en stuur die.',
    nested: 'is een e-mail binnen e-mails. Stuur de brief apart.',
    not_there: 'is er niet meer. Stuur het opnieuw.',
  },
  /** Of an attachment; also the rest of a sentence. */
  attachment: {
    too_large: (mb: number): string => `is groter dan ${mb} MB, en meer neem ik niet aan. Stuur de brief apart.`,
    failed: 'kon ik niet bij Discord ophalen. Stuur het nog eens.',
  },
  /** Too many files wait to be read: of this person, or of all. */
  reading: {
    person: 'Ik lees nog een ander bestand van u. Stuur dit als dat klaar is.',
    all: 'Ik heb nog bestanden van anderen te lezen. Stuur dit over een minuut opnieuw.',
  },
  /** Of a paper that is named by its number; names and kinds come escaped. */
  paper: {
    nothing: 'Stuur een bestand mee, of geef een Kamerstuknummer: 28676-270.',
    both: 'Geef een bestand of een nummer, niet allebei.',
    malformed: 'Dit is geen Kamerstuknummer. Schrijf het als 28676-270 of als 28 676, nr. 270.',
    known: (name: string, title: string): string => `${name} heb ik al: **${title}**.`,
    unknown: (name: string): string =>
      `${name} kennen de officiële diensten niet. Kijk het nummer na; een nieuw stuk staat er soms pas na een paar dagen.`,
    no_letter: (name: string, kind: string): string =>
      `${name} is geen brief van een bewindspersoon${kind === '' ? '' : ` (de Kamer noemt het ${kind})`}, en alleen die neem ik op.`,
    silent: (name: string): string =>
      `De officiële diensten geven nu geen antwoord, dus ${name} kon ik niet ophalen. Probeer het later nog eens, of stuur het bestand mee.`,
    not_had: (name: string): string =>
      `${name} staat wel bij de officiële diensten, maar ik kon het er nu niet ophalen. Probeer het later nog eens, of stuur het bestand mee.`,
  },
  otherServer:
    'Alle servers delen dezelfde brieven; opnemen en verwijderen kan alleen in een server die daarvoor is aangewezen (LETTER_SERVERS). Vraag het wie mij beheert.',
  preview: {
    nothingYet: 'Zo zou ik dit opnemen. Er is nog niets opgeslagen.',
    several: (n: number): string => `In dit bestand staan ${count(n, 'brief', 'brieven')}.`,
    more: (n: number): string => `En nog ${count(n, 'brief', 'brieven')}.`,
    pages: 'Bladzijden',
    passages: (n: number): string => count(n, 'passage', 'passages'),
    outline: 'Opbouw',
    moreHeadings: (n: number): string => `en nog ${count(n, 'kopje', 'kopjes')}`,
    note: 'Let op',
    unread: 'Niet gelezen',
    twin: {
      number: (title: string): string => `Een brief met dit nummer heb ik al: ${title}.`,
      text: (title: string): string => `Een brief met bijna dezelfde tekst heb ik al: ${title}.`,
    },
    missing: (fields: readonly string[]): string => `Niet gevonden in de brief: ${and(fields)}.`,
    conflicts: (fields: readonly string[]): string => `De brief spreekt zichzelf tegen over: ${and(fields)}.`,
    emptyPages: (pages: readonly string[]): string =>
      pages.length === 1
        ? `Op bladzijde ${and(pages)} vond ik geen tekst; misschien is die gescand.`
        : `Op bladzijde ${and(pages)} vond ik geen tekst; misschien zijn ze gescand.`,
  },
  button: {
    takeIn: 'Neem op',
    replace: 'Vervang de brief die ik heb',
    replaceAll: 'Neem alles op, vervang wat ik heb',
    cancel: 'Annuleer',
    remove: 'Verwijder',
  },
  forgotten:
    'Dit heb ik niet meer: ik bewaar het een half uur, en niet als ik opnieuw word gestart. Stuur of noem het nog eens met /opnemen.',
  unchanged: 'Er is niets veranderd.',
  progress: {
    waiting: 'Er wordt net iets anders opgenomen of verwijderd; daarna ben jij aan de beurt.',
    writing: 'Ik sla het op …',
    indexing: (done: number, total: number): string =>
      total === 0 ? 'Ik werk de index bij …' : `Ik werk de index bij: ${done} van ${total} passages …`,
  },
  done: {
    added: (title: string, passages: number): string =>
      `**${title}** is opgenomen: ${count(passages, 'passage', 'passages')}, nu doorzoekbaar.`,
    replaced: (title: string, passages: number): string =>
      `**${title}** is vervangen: ${count(passages, 'passage', 'passages')}, nu doorzoekbaar.`,
    known: (title: string): string => `**${title}** had ik al en is niet veranderd.`,
  },
  failed: 'Het is niet gelukt om dit op te nemen.',
  /** Why letters could not be taken in or out. */
  why: {
    gone: 'Het bestand van de brief staat niet meer in de map met brieven.',
    changed: 'Het bestand van de brief is veranderd sinds het werd geïndexeerd. Laat eerst de index bijwerken.',
    last: 'Het is de enige brief, en zonder brieven heb ik niets om uit te antwoorden.',
    not_written:
      'Waar ik draai, kan ik niets opslaan: de schijf is vol of de map is beveiligd. Vraag het wie mij beheert.',
    ended: 'Het duurde te lang of kostte te veel geheugen. Er is niets half opgeslagen; probeer het nog eens.',
    other: 'Waarom staat in mijn logboek; vraag het wie mij beheert.',
  },
  remove: {
    title: 'Deze brief verwijderen?',
    passages: (n: number): string => `${count(n, 'passage is', 'passages zijn')} daarna niet meer te vinden.`,
    undo: (file: string): string =>
      `De brief wordt niet gewist maar gaat naar removed/ in de map met brieven; wie ${file} en wat erbij hoort daaruit terugzet, heeft hem terug.`,
    done: (title: string): string => `**${title}** is verwijderd en niet meer te vinden.`,
    failed: 'Het is niet gelukt om deze brief te verwijderen.',
    gone: 'Die brief staat niet meer in de index.',
  },
};

export type IntakeTexts = typeof intakeNl;
