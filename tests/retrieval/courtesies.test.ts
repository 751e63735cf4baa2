import { describe, expect, test } from 'vitest';
import { withoutCourtesies } from '../../src/retrieval/question/courtesies.ts';

describe('What opens and closes a message is no part of the question', () => {
  test.each([
    ['Mag bezoek weer? Mvg, Pieter', 'Mag bezoek weer?'],
    ['Mag bezoek weer? M.v.g. Piet van der Meer', 'Mag bezoek weer?'],
    ['Hoi, Anna hier: mag bezoek weer?', 'mag bezoek weer?'],
    ['Hoi Anna hier, mag bezoek weer?', 'mag bezoek weer?'],
    ['Hallo allemaal! Wat doet Canada?', 'Wat doet Canada?'],
    ['Beste Joris,\nWat wil de Raad?\n\nMet vriendelijke groet,\nJan de Boer', 'Wat wil de Raad?'],
    ['Wat wil Kamp? Alvast bedankt! Groeten uit Assen, Jan', 'Wat wil Kamp?'],
    ['Goedemorgen, met Jan de Vries. Hoeveel kost het schip?', 'Hoeveel kost het schip?'],
    ['Hello, my name is Anna. What did Canada say? Kind regards, Tom', 'What did Canada say?'],
    ['What about Iraq? Thanks, Tom', 'What about Iraq?'],
    ['Dank je wel. En hoeveel kost het schip?', 'En hoeveel kost het schip?'],
    ['Ok thanks! What about Iraq?', 'What about Iraq?'],
  ])('%j', (message, question) => {
    expect(withoutCourtesies(message)).toBe(question);
  });

  test.each([
    'Wat is de beste manier om Kamp te helpen?',
    'Beste manier, Kamp?',
    'Dag Nederland wat doet het?',
    'Wie kreeg dank van Canada?',
    'Wat deed de Raad, dank Canada?',
    'Wat vindt Trump, Groenland?',
    'Met Kamp, wat doet de Raad?',
    'Dank je, Pieter!',
    'Dank voor de brief. Wat kost het schip?',
    'Hoi',
  ])('%j stays as it is', (message) => {
    expect(withoutCourtesies(message)).toBe(message);
  });
});
