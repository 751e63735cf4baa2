import type { CommandOption } from '../limits/commands.ts';

/** What a person fills in: by option name; a person, role, channel or uploaded file by itself or by its id. */
export type Values = Record<string, string | number | boolean | { id: string }>;

/** An option as an interaction carries it. */
export interface FilledOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  focused?: true;
  options?: FilledOption[];
}

interface Filling {
  /** Names of the subcommand group and subcommand, if any. */
  path: string[];
  values: Values;
  /** The option being typed, whose value may be unfinished. */
  focused?: string;
  /** Sends whatever is given, as no client of Discord's would. */
  unchecked?: boolean;
}

/**
 * A command's options as filled in by a person.
 *
 * @throws when Discord's client would not let them: a required option missing, a text too long, no such choice
 */
export function fill(options: readonly CommandOption[], { path, ...filling }: Filling): FilledOption[] {
  const [word, ...rest] = path;
  if (word !== undefined) {
    const subcommand = options.find((it) => it.name === word && it.type <= 2);
    if (!subcommand) throw new Error(`no subcommand "${word}"`);
    const inner = fill(subcommand.options ?? [], { path: rest, ...filling });
    return [{ name: word, type: subcommand.type, options: inner }];
  }
  const { values, focused, unchecked = false } = filling;
  const unknown = Object.keys(values).find((name) => !options.some((it) => it.name === name));
  if (unknown !== undefined) throw new Error(`no option "${unknown}"`);
  if (options.some((it) => it.type <= 2)) throw new Error('a subcommand must be chosen');
  const missing = options.find((it) => it.required && values[it.name] === undefined);
  if (missing && focused === undefined && !unchecked) throw new Error(`option "${missing.name}" is required`);
  return options.flatMap((option) => {
    const given = values[option.name];
    if (given === undefined) return [];
    const value = typeof given === 'object' ? given.id : given;
    const problem = unchecked || option.name === focused ? null : problemWith(option, value);
    if (problem) throw new Error(`option "${option.name}" ${problem}`);
    const typing = option.name === focused ? { focused: true as const } : {};
    return [{ name: option.name, type: option.type, value, ...typing }];
  });
}

function problemWith(option: CommandOption, value: string | number | boolean): string | null {
  const wanted = option.type === 5 ? 'boolean' : option.type === 4 || option.type === 10 ? 'number' : 'string';
  if (typeof value !== wanted) return `takes a ${wanted}`;
  if (option.choices?.length && !option.choices.some((it) => it.value === value)) return `has no choice ${value}`;
  if (typeof value === 'string' && option.type === 3) {
    if (value.length > (option.max_length ?? 6000)) return `takes at most ${option.max_length ?? 6000} characters`;
    if (value.length < (option.min_length ?? 1)) return `takes at least ${option.min_length ?? 1} characters`;
  }
  if (typeof value === 'number') {
    if (option.type === 4 && !Number.isInteger(value)) return 'takes whole numbers';
    if (value > (option.max_value ?? Infinity)) return `takes at most ${option.max_value}`;
    if (value < (option.min_value ?? -Infinity)) return `takes at least ${option.min_value}`;
  }
  return null;
}
