import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { letterFactsSchema } from '../../bench/eval/letter-facts.ts';

export const FORMS = fileURLToPath(new URL('forms', import.meta.url));

/** What each letter of invented facts in `forms/` must give. */
export const forms = z
  .record(z.string(), letterFactsSchema)
  .parse(JSON.parse(readFileSync(join(FORMS, 'expected.json'), 'utf8')));
