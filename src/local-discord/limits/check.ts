import type { z } from 'zod';

/** One thing that is wrong with a body, and where in it. */
export interface Issue {
  path: PropertyKey[];
  code: string;
  message: string;
}

export type Checked<T> = { value: T; issues: null } | { value: null; issues: Issue[] };

/** Checks a body against limits. */
export type Check<T> = (body: unknown) => Checked<T>;

export type Refuse = (path: PropertyKey[], message: string) => void;

export function bySchema<Schema extends z.ZodType>(schema: Schema): Check<z.output<Schema>> {
  return (body) => {
    const { data, error } = schema.safeParse(body);
    return error ? { value: null, issues: error.issues.map(asIssue) } : { value: data, issues: null };
  };
}

/** Adds rules that look at a whole body that is right in its parts; they may depend on where it goes. */
export function withRules<T>(check: Check<T>, rules: (value: T, refuse: Refuse) => void): Check<T> {
  return (body) => {
    const checked = check(body);
    if (checked.issues) return checked;
    const issues: Issue[] = [];
    rules(checked.value, (path, message) => issues.push({ path, message, code: 'custom' }));
    return issues.length > 0 ? { value: null, issues } : checked;
  };
}

function asIssue({ path, code, message }: z.core.$ZodIssue): Issue {
  return { path, code, message };
}
