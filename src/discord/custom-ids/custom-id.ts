import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Ids of another version are stale: their answer came from an older bot. */
const VERSION = '1';

/** One kind of button: how its custom id is written and read. */
export interface ButtonId<Params> {
  readonly action: string;
  /** @throws {RangeError} when the id would be longer than Discord allows */
  write(params: Params): string;
  /** Null when the fields are not those of this kind. */
  read(fields: Readonly<Record<string, string>>): Params | null;
}

/** A button's state stands in its custom id, as "v=1&a=share&p=Xk3…": version, action, and the fields of `schema`. */
export function buttonId<Params extends Readonly<Record<string, string | number | boolean>>>(
  action: string,
  schema: z.ZodType<Params>,
): ButtonId<Params> {
  return {
    action,
    write(params) {
      const fields = new URLSearchParams({ v: VERSION, a: action });
      for (const [name, value] of Object.entries(params))
        if (value !== false) fields.set(name, value === true ? '1' : String(value));
      const id = fields.toString();
      if (id.length > LIMITS.customId) throw new RangeError(`The custom id "${id}" is longer than Discord allows`);
      return id;
    },
    read: (fields) => schema.safeParse(fields).data ?? null,
  };
}

const envelope = z.object({ v: z.literal(VERSION), a: z.string().min(1) });

/** The action and the fields of a custom id; null for one that no button of this version has. */
export function readCustomId(
  customId: string,
): { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null {
  const fields = Object.fromEntries(new URLSearchParams(customId));
  const read = envelope.safeParse(fields);
  return read.success ? { action: read.data.a, fields } : null;
}
