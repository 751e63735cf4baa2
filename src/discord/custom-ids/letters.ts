import { z } from 'zod';
import { buttonId } from './custom-id.ts';
import { flag, id } from './fields.ts';

/** The buttons by which letters come and go. `k`: what was read from a file, see `Uploads`; `r`: its copies are replaced. */
export const takeInId = buttonId('takein', z.object({ k: id, r: flag.exactOptional() }));
/** Leaves everything as it is; `k`: what is forgotten. */
export const leaveId = buttonId('leave', z.object({ k: id.exactOptional() }));
/** `l`: the letter. */
export const takeOutId = buttonId('takeout', z.object({ l: id }));
