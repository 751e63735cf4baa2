import type { Command } from 'commander';

/** Adds the flags that say which letters, which index and which encoder. */
export function withFolders(command: Command): Command {
  return command
    .option('--letters <dir>', 'folder of letters (LETTERS_DIR, seeds)')
    .option('--index <dir>', 'index folder (INDEX_DIR, index)')
    .option('--model <name>', 'encoder: a folder, or owner/model (EMBEDDING_MODEL, the bundled one)');
}

/** Adds `--json`. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON document and nothing else');
}
