import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';

/** What reading letters needs of a file system; injected so that a test can have files that fail. */
export interface LetterFiles {
  /** What a path is, links followed; null where there is nothing or a link leads nowhere. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | null>;
  isLink(path: string): Promise<boolean>;
  /** Names in a folder, in any order. */
  list(folder: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  /** The path with all links followed. */
  realPath(path: string): Promise<string>;
}

/** The machine's own file system. */
export const diskFiles: LetterFiles = {
  async kind(path) {
    try {
      const found = await stat(path);
      if (found.isFile()) return 'file';
      return found.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null;
      throw error;
    }
  },
  isLink: async (path) => (await lstat(path)).isSymbolicLink(),
  list: (folder) => readdir(folder),
  read: (path) => readFile(path),
  realPath: (path) => realpath(path),
};
