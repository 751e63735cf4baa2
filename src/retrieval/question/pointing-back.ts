import { either, phrases } from '../analysis/phrases.ts';

/** Before what a question is about or points back to. */
const ABOUT = 'about/of/for/with/to/on/against/from';

/** Words that may stand for what was spoken of before. */
export const pointsBack = phrases(`
  dat
  daar
  hij
  zij
  ze
  hun
  hem
  die
  dit
  toen
  dan
  that
  they
  them
  it
  he
  she
  then
  there
  this
  those
  - is/are/was/were there
  - there is/are/was/were/be/been
`);
/**
 * These stand for nothing but what was spoken of. "Er over" and "about that" do so where nothing follows that they would
 * belong to: "Wat gebeurt er in Mali?", "for this year".
 */
export const pointsBackPlainly = phrases(`
  daar/hier van/over/mee/voor/bij/in/op/aan/tegen/heen/toe
  er mee/heen/toe
  er van/over/voor/bij/in/op/aan/tegen $
  er van/over/voor/bij/in/op/aan/tegen gezegd/gesproken/geschreven/besloten/afgesproken/gedaan
  daarvan/daarover/daarmee/daarvoor/daarbij/daarin/daarop/daaraan/daartegen/daarheen/daarna/daartoe
  hiervan/hierover/hiermee/hiervoor/hierbij/hierin/hierop/hieraan
  ervan/erover/ermee/ervoor/erbij/erin/erop/eraan/ertegen/ernaartoe
  ${ABOUT} it/them
  ${ABOUT} that/this $
  ${ABOUT} that/this in/at/by/during/since/before/after
`);
const QUESTION_WORDS = either(`
  wie
  wat
  hoeveel
  welk
  welke
  waar
  wanneer
  hoe
  who
  what
  which
  where
  when
  how
`);
/** Whether a text asks a question of its own rather than only naming something. */
export const asks = phrases(`
  ^ (en/and/maar/but) (over/van/in/op/bij/voor/met/aan/door/uit/naar/tegen/${ABOUT}) ${QUESTION_WORDS}
`);
