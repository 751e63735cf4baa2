import { errorCode } from './error-code.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'its folder does not exist',
  EISDIR: 'that path is a folder',
  ENOTDIR: 'a part of that path is a file',
  EEXIST: 'that path is a file',
};

/** Why a file or folder can't be written, as a clause; null where it is not the file system that refuses. */
export function whyNotWritten(error: unknown): string | null {
  if (!(error instanceof Error && 'syscall' in error)) return null;
  const code = String(errorCode(error));
  return REASONS[code] ?? code;
}
