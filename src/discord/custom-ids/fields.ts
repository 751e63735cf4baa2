import { z } from 'zod';

/** Fields that several kinds of button have in their custom ids. */
export { idSchema as id } from '../../letters/schema.ts';
export const isoDate = z.iso.date();
export const flag = z.stringbool({ truthy: ['1'], falsy: ['0'] });
/** How much was shown before. */
export const offset = z.coerce.number().int().min(0);
