import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** Of each kind of character that letters and questions hold: what a class of characters takes is found by trying. */
const CHARACTERS = [...'a A1-.\n,éeI0:;\t’\'"“(<>/*_[É«»?!@#|%&=€\u00a0\u2013\f\r\u0001ﬁ'];
/** How many of what a class takes are tried. */
const VARIANTS = [0, 1, 2, 3, 4, 5, 6, 7];
/** What hardly anything expects, and what all that is no letter does not: behind it a match fails. */
const ENDS = ['', '\u0001', '\n\u0001', 'a'];
const GENERIC = [...' \n\ta1A-.,’(<*_', ' a', 'a ', ' \n', 'a\n', 'Aa ', 'A. ', '1 ', '1.', '1, ', 'a-', '-\n', 'de '];

/** A part of an attack that is repeated, with what stands before and after it. */
export interface Attack {
  readonly begin: string;
  readonly again: string;
  readonly end: string;
}

/** An attack of so many characters. */
export function attackOf({ begin, again, end }: Attack, length: number): string {
  const times = Math.max(1, Math.floor((length - begin.length - end.length) / again.length));
  return begin + again.repeat(times) + end;
}

/**
 * Texts that make a regular expression go back and forth: all that each of its repetitions takes, repeated, behind what
 * leads up to it, with an end that fits nothing. What each part takes is tried out, so that it need not be understood.
 */
export function attacksOn(pattern: RegExp): Attack[] {
  const parsed = new RegExpParser().parseLiteral(`/${pattern.source}/${pattern.flags}`);
  const takes = taking(pattern.flags, [...lettersIn(parsed), ...CHARACTERS]);
  const attacks = new Map<string, Attack>();
  const add = (begin: string, again: string): void => {
    if (again === '') return;
    for (const end of ENDS) attacks.set(JSON.stringify([begin, again, end]), { begin, again, end });
  };
  for (const again of GENERIC) add('', again);
  visitRegExpAST(parsed, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max < 3) return;
      const before = leadingTo(quantifier, takes);
      const pumps = new Set(VARIANTS.map((variant) => sample(quantifier.element, variant, takes)));
      for (const again of pumps) {
        add('', again);
        // Behind a letter, which what takes the ends of a text off does not begin with.
        add('a', again);
        add(before, again);
        add('', before + again);
      }
    },
  });
  return [...attacks.values()];
}

type Takes = (raw: string) => readonly string[];

/** The characters that a pattern names: where two of its parts take the same one, they are the likeliest. */
function lettersIn(pattern: AST.RegExpLiteral): Set<string> {
  const named = new Set<string>();
  visitRegExpAST(pattern, {
    onCharacterEnter({ value, parent }) {
      // Of a word, the first.
      if (parent.type !== 'Alternative' || parent.elements[0]?.type !== 'Character' || parent.elements.length < 4)
        named.add(String.fromCodePoint(value));
    },
  });
  return named;
}

/** Which of some characters a part that takes one takes, kept. */
function taking(flags: string, characters: readonly string[]): Takes {
  const known = new Map<string, readonly string[]>();
  return (raw) => {
    let taken = known.get(raw);
    if (!taken) {
      const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
      taken = [...new Set(characters)].filter((character) => one.test(character));
      known.set(raw, taken);
    }
    return taken;
  };
}

/** A text that an element takes; which one of many the variant says. */
function sample(element: AST.Element | AST.Alternative, variant: number, takes: Takes): string {
  switch (element.type) {
    case 'Alternative':
      return element.elements.map((one) => sample(one, variant, takes)).join('');
    case 'Group':
    case 'CapturingGroup':
      return sample(element.alternatives[variant % element.alternatives.length]!, variant, takes);
    case 'Quantifier': {
      const times = Math.min(Math.max(element.min, variant % 3), element.max);
      return sample(element.element, variant, takes).repeat(Math.min(times, 20));
    }
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const taken = takes(element.raw);
      return taken[variant % taken.length] ?? '';
    }
    // Assertions take nothing, and what was captured before is seldom repeated.
    default:
      return '';
  }
}

/** What a pattern takes before it comes to an element. */
function leadingTo(element: AST.Quantifier, takes: Takes): string {
  let before = '';
  for (let node: AST.Node | null = element; node; node = node.parent) {
    const { parent }: { parent: AST.Node | null } = node;
    if (parent?.type !== 'Alternative') continue;
    const earlier = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
    before = earlier.map((one) => sample(one, 1, takes)).join('') + before;
  }
  return before;
}
