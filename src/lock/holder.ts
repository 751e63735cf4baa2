import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

/** Who holds a lock. */
export const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** When its process began: a number that was used again is another process. Null where the system doesn't tell. */
  started: z.string().nullable(),
  /** Tells one hold from every other. */
  token: z.string(),
});

export type Holder = z.infer<typeof holderSchema>;

/** This process as the holder of a lock. */
export async function thisProcess(token: string): Promise<Holder> {
  return { pid: process.pid, host: hostname(), started: await startOf(process.pid), token };
}

export function isThisProcess({ pid, host }: Holder): boolean {
  return pid === process.pid && host === hostname();
}

/** Whether a holder's process is known to have ended; of a process on another machine nothing is known. */
export async function hasEnded({ pid, host, started }: Holder): Promise<boolean> {
  if (host !== hostname()) return false;
  if (!exists(pid)) return true;
  const now = await startOf(pid);
  return started !== null && now !== null && started !== now;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process began, good for comparing only: proc(5) has it as field 22 of `stat`, counted behind the name. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3] ?? null;
  } catch {
    return null;
  }
}
