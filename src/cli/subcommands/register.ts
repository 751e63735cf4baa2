import type { Command } from 'commander';
import { readConfig } from '../../config/config.ts';
import { requireDiscordId } from '../options/discord-id.ts';
import { withJson } from '../options/folder-options.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer register`: writes the commands to Discord, all at once, and says what changed. */
export function addRegister(program: Command, terminal: Terminal): void {
  withJson(program.command('register'))
    .description('write the commands to Discord; needs DISCORD_TOKEN')
    .option('--guild <id>', 'only for this server, where they appear at once')
    .action(async (flags: { guild?: string; json?: boolean }) => {
      const config = readConfig(terminal.env);
      if (flags.guild !== undefined) requireDiscordId('--guild', flags.guild);
      const { commands, inviteLink, registerCommands, requireToken } = await import('../app/registration.ts');
      const result = await registerCommands({
        token: requireToken(config),
        applicationId: config.DISCORD_APPLICATION_ID,
        guildId: flags.guild,
        commands,
        api: config.DISCORD_API,
      });
      if (flags.json) return terminal.print(JSON.stringify(result, null, 2));
      for (const what of ['added', 'changed', 'removed', 'same'] as const) {
        if (result[what].length > 0) terminal.print(`${what}: ${result[what].join(', ')}`);
      }
      terminal.log(`Invite the bot: ${inviteLink(result.applicationId)}`);
    });
}
