import type { Issue } from './check.ts';

/** The body of Discord's error 50035: problems at the place in the body where they are. */
export interface InvalidForm {
  code: 50035;
  message: string;
  errors: ErrorTree;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** Problems in one line each, such as "components.0.label: Too big". */
export function problemsOf(issues: readonly Issue[]): string[] {
  return issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
}

/** The problems as Discord answers them. */
export function invalidForm(issues: readonly Issue[]): InvalidForm {
  const errors: ErrorTree = {};
  for (const issue of issues) {
    let node = errors;
    for (const key of issue.path.map(String)) {
      const next = node[key];
      node = next && !Array.isArray(next) ? next : newNode(node, key);
    }
    const list = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...list, { code: issue.code.toUpperCase(), message: issue.message }];
  }
  return { code: 50035, message: 'Invalid Form Body', errors };
}

function newNode(parent: ErrorTree, key: string): ErrorTree {
  const node: ErrorTree = {};
  parent[key] = node;
  return node;
}
