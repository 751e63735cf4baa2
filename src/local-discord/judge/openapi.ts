import { readFile } from 'node:fs/promises';
import { compiler, type Problems } from './compiler.ts';

/** The named schema behind each callback type: its problems are readable, those of the whole union are not. */
const CALLBACKS: Record<number, string> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

/** Discord's description of its own API, as a judge of bodies. */
export interface OpenApi {
  requestProblems(method: string, path: string, body: unknown): string[];
  responseProblems(method: string, path: string, status: number, body: unknown): string[];
}

const loaded = new Map<string, Promise<OpenApi>>();

/**
 * Loads Discord's OpenAPI document (3.1, so JSON Schema 2020-12). ajv does the judging; it is needed for development
 * only, hence the late import. A file is loaded once a process.
 *
 * @throws when the file cannot be read or is no JSON
 */
export function loadOpenApi(file: string): Promise<OpenApi> {
  const judge = loaded.get(file) ?? load(file);
  loaded.set(file, judge);
  return judge;
}

async function load(file: string): Promise<OpenApi> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { problems, paths } = await compiler(document);
  const templates = paths
    .map((template) => ({ template, pattern: patternOf(template), variables: template.split('{').length }))
    // Literal parts win: "@original" before any message id.
    .sort((a, b) => a.variables - b.variables);
  const templateOf = (path: string) => templates.find((it) => it.pattern.test(path))?.template;

  return {
    requestProblems(method, path, body) {
      const template = templateOf(path);
      if (!template) return [`no such path: ${method} ${path}`];
      const whole = problems(`${operation(template, method)}/requestBody/content/application~1json/schema`, body);
      if (whole.length === 0 || !template.endsWith('/callback')) return whole;
      return named(problems, body) ?? whole;
    },
    responseProblems(method, path, status, body) {
      const template = templateOf(path);
      if (!template) return [];
      if (status === 429) return problems('/components/schemas/RatelimitedResponse', body);
      if (status >= 400) return problems('/components/schemas/ErrorResponse', body);
      return problems(`${operation(template, method)}/responses/${status}/content/application~1json/schema`, body);
    },
  };
}

function named(problems: Problems, body: unknown): string[] | null {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : null;
  const name = typeof type === 'number' ? CALLBACKS[type] : undefined;
  const found = name ? problems(`/components/schemas/${name}`, body) : [];
  return found.length > 0 ? found : null;
}

function operation(template: string, method: string): string {
  return `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^{}]+\}/g, '[^/]+')}$`);
}
