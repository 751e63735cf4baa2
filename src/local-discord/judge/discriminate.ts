import { DOCUMENTED } from './documented.ts';

type Node = Record<string, unknown>;

const PROPERTIES: Node = DOCUMENTED.properties;

/** The parts of an OpenAPI document that are needed here. */
export interface Document extends Node {
  paths?: Node;
}

/**
 * Rewrites every union of schemas that differ by an integer `type` into an if/then chain, so that a mistake is reported
 * for the branch that was meant and not for all of them (ajv's own `discriminator` takes string tags only).
 */
export function discriminate(document: unknown): Document {
  const root: Node = isNode(document) ? document : {};
  const schemas = isNode(root.components) && isNode(root.components.schemas) ? root.components.schemas : {};
  const rewritten = rewrite(root, schemas);
  if (!isNode(rewritten) || !isNode(rewritten.components) || !isNode(rewritten.components.schemas)) return {};
  const components = { ...rewritten.components, schemas: { ...rewritten.components.schemas, ...DOCUMENTED.schemas } };
  return { ...rewritten, components, paths: isNode(rewritten.paths) ? rewritten.paths : {} };
}

function rewrite(value: unknown, schemas: Node): unknown {
  if (Array.isArray(value)) return value.map((it) => rewrite(it, schemas));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, PROPERTIES[key] ?? rewrite(child, schemas)]);
  const node: Node = Object.fromEntries(entries);
  if (!Array.isArray(node.oneOf) || node.oneOf.length < 2) return node;
  const branches: unknown[] = node.oneOf;
  const tags = branches.map((it) => tagOf(it, schemas));
  if (tags.includes(undefined) || new Set(tags).size < tags.length) return node;
  const { oneOf: _, ...rest } = node;
  const known = { type: 'object', required: ['type'], properties: { type: { enum: tags } } };
  const chain = branches.map((branch, index) => ({
    if: { properties: { type: { const: tags[index] } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: branch,
  }));
  return { ...rest, allOf: [known, ...chain] };
}

/** The only value a schema's required `type` can have. */
function tagOf(branch: unknown, schemas: Node): unknown {
  const reference = isNode(branch) && typeof branch.$ref === 'string' ? branch.$ref.split('/').pop() : undefined;
  const schema = reference === undefined ? branch : schemas[reference];
  if (!isNode(schema) || !isNode(schema.properties) || !Array.isArray(schema.required)) return undefined;
  const type = schema.properties.type;
  if (!schema.required.includes('type') || !isNode(type) || !Array.isArray(type.enum)) return undefined;
  return type.enum.length === 1 ? type.enum[0] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
