/** What Discord allows, in UTF-16 units where it is a length. */
export const LIMITS = {
  /** Components in a message, nested ones counted. */
  components: 40,
  /** All text displays of a message together. */
  displayedText: 4000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  url: 512,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** An interaction must be acknowledged within this, in ms. */
  acknowledgement: 3000,
} as const;

/** What Briefwijzer itself allows. */
export const OWN_LIMITS = {
  question: 500,
  /** What is typed to name a letter, a meeting or a section; to find a passage; as a date. */
  name: 100,
  passage: 200,
  date: 40,
  /** A citation as shown; longer ones are cut at a word. */
  citation: 400,
  /** A heading as shown under a quote. */
  section: 120,
  /** The question above a quote that answers it; longer ones are cut at a word. */
  askedQuestion: 200,
  /** A footnote under a quote; longer ones are cut at a word. And how many are shown. */
  note: 200,
  notes: 2,
  quotesInAnswer: 3,
  /** Of a letter that is attached, in bytes; and how long fetching it may take, in ms. */
  attachment: 10 * 1024 * 1024,
  /** Files that are fetched and read, or wait for it: of one person, and of all. */
  readings: { each: 1, all: 10 },
  download: 20_000,
  /** An answer that takes longer, from its turn on or in all, counts as failed, in ms. */
  turn: 30_000,
  answer: 60_000,
} as const;
