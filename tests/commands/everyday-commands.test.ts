import { ApplicationCommandType } from 'discord.js';
import { expect, test } from 'vitest';
import { everydayCommands } from '../../commands/help/everyday-commands.ts';
import { commands } from '../../commands/index.ts';

test('/help names every command that everybody may use, but itself, as Discord shows it', () => {
  const open = commands
    .map(({ definition }) => definition)
    .filter((definition) => (definition.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput)
    .filter((definition) => !definition.default_member_permissions && definition.name !== 'help');
  expect(
    everydayCommands('en-GB')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(open.map(({ name }) => name).sort());
  expect(everydayCommands('nl').map(({ name }) => name)).toContain('vergelijk');
});
