import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { runChecks } from '../app/checks.ts';
import type { Finding } from '../app/finding.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { Ended, EXIT } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

const MARK = { ok: '✓', hint: '–', broken: '✗' } as const;

/** `briefwijzer doctor`: checks everything Briefwijzer stands on and says what to do. */
export function addDoctor(program: Command, terminal: Terminal): void {
  withJson(withFolders(program.command('doctor')))
    .description('check Node.js, native modules, encoder, index, configuration and token')
    .option('--full', 'also ask a question, and ask Discord whether the token works')
    .action(async (flags: FolderFlags & { json?: boolean; full?: boolean }) => {
      const findings = await runChecks(readSettings(flags, terminal.env), { full: flags.full === true });
      if (flags.json) terminal.print(JSON.stringify(findings, null, 2));
      else for (const finding of findings) terminal.print(show(finding, terminal));
      if (findings.some(({ state }) => state === 'broken')) throw new Ended(EXIT.failed);
    });
}

function show({ state, about, says }: Finding, { width }: Terminal): string {
  const [first, ...others] = wrapAnsi(`${about}: ${says}`, width - 2).split('\n');
  return [`${MARK[state]} ${first}`, ...others.map((line) => `  ${line}`)].join('\n');
}
