import { discriminate } from './discriminate.ts';

/** What is wrong with a value by the schema at a JSON pointer of the document. */
export type Problems = (pointer: string, value: unknown) => string[];

/** Compiles the schemas of an OpenAPI document on demand, and names its paths. */
export async function compiler(document: unknown): Promise<{ problems: Problems; paths: string[] }> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const formats = await import('ajv-formats');
  // The document uses keywords of OpenAPI's own, which strict mode refuses.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default.default(ajv);
  ajv.addFormat('snowflake', /^(0|[1-9][0-9]{0,19})$/);
  ajv.addFormat('nonce', true);
  const readable = discriminate(document);
  ajv.addSchema(readable, 'discord');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return {
    paths: Object.keys(readable.paths ?? {}),
    problems(pointer, value) {
      const check = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${encodeURI(pointer)}` });
      compiled.set(pointer, check);
      if (check(value)) return [];
      return (check.errors ?? []).map(
        (it) => `${it.instancePath || '/'} ${it.message ?? ''} ${JSON.stringify(it.params)}`,
      );
    },
  };
}
