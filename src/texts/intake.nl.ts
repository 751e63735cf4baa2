import { wordsIn } from './words.ts';

const { count } = wordsIn('nl');

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
  passages: (n: number): string => count(n, 'passage', 'passages'),
};

export type IntakeTexts = typeof intakeNl;
