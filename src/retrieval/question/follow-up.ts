import { contentWords } from '../analysis/content-words.ts';
import { phrases } from '../analysis/phrases.ts';

const opens = phrases(`
  ^ en
  ^ maar
  ^ and
  ^ but
  ^ what about
  ^ how about
  ^ hoe zit het/dat met
  ^ wat was/is/waren dan
`);
const pointsBack = phrases(`
  dat
  daar
  daarvan
  daarover
  daarmee
  daarvoor
  hij
  zij
  ze
  hun
  die
  dit
  toen
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
`);
/** A question with fewer content words than this leans on the one before it when it points back. */
const SHORT = 3;

/** A follow-up ("en in 2022?") with the words of the question before it; any other question as it is. */
export function completed(question: string, previous: string | undefined): string {
  if (!previous?.trim() || !leansOn(question)) return question;
  return `${withoutDates(previous, question)} ${question}`;
}

function leansOn(question: string): boolean {
  const content = contentWords(question).length;
  if (opens(question)) return content <= SHORT + 1;
  return content < SHORT && (pointsBack(question) || content <= 1);
}

/** A date in the follow-up takes the place of those in the question before it. */
function withoutDates(previous: string, question: string): string {
  const year = /\b(?:19|20)\d\d\b/g;
  return year.test(question) ? previous.replace(year, '') : previous;
}
