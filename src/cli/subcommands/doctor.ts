import type { Command } from 'commander';
import { runChecks } from '../app/checks.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';

const MARK = { ok: '✓', hint: '–', broken: '✗' } as const;

/** `briefwijzer doctor`: checks everything Briefwijzer stands on and says what to do. */
export function addDoctor(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('doctor')))
    .description('check Node.js, native modules, encoder, index, configuration and token')
    .option('--full', 'also ask a question, and ask Discord whether the token works')
    .action(async (flags: FolderFlags & { json?: boolean; full?: boolean }) => {
      const findings = await runChecks(readSettings(flags), { full: flags.full === true });
      if (flags.json) terminal.print(JSON.stringify(findings, null, 2));
      else for (const { state, about, says } of findings) terminal.print(`${MARK[state]} ${about}: ${says}`);
      if (findings.some(({ state }) => state === 'broken')) process.exitCode = 1;
    });
}
