import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { isChatCommand } from '../../src/discord/interactions/command.ts';
import { commandSet, LOCALES } from '../../src/local-discord/index.ts';

const definitions = commands.map(({ definition }) => definition);

const optionShape = z.looseObject({
  name: z.string(),
  type: z.number(),
  choices: z.array(z.unknown()).optional(),
  options: z.array(z.looseObject({})).optional(),
  max_length: z.number().optional(),
});

/** Every object within a definition that has a name: the command, its options, their choices. */
function named(value: unknown, path: string): { path: string; value: object }[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'name' in value ? [{ path: `${path}${String(value.name)}`, value }] : [];
  const below = ['options', 'choices'].flatMap((key) => {
    const list: unknown = Reflect.get(value, key);
    return Array.isArray(list) ? list.flatMap((item) => named(item, `${here[0]?.path ?? path} `)) : [];
  });
  return [...here, ...below];
}

const all = definitions.flatMap((definition) => named(definition, ''));

describe('the command list', () => {
  test('keeps within every limit of Discord, in every locale', () => {
    const result = commandSet.safeParse(definitions);
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test('a definition that breaks a limit in one locale only would be noticed', () => {
    const [first] = definitions;
    const broken = { ...first, description_localizations: { nl: 'x'.repeat(101) } };
    expect(commandSet.safeParse([broken]).success).toBe(false);
    expect(commandSet.safeParse([{ ...first, name_localizations: { nl: 'Hoofd Letter' } }]).success).toBe(false);
  });

  test.each(all.map(({ path, value }) => [path, value] as const))('%s is Dutch for Dutch readers', (_, value) => {
    const localisations = Reflect.get(value, 'name_localizations');
    expect(Object.keys(localisations ?? {}).filter((locale) => !LOCALES.some((known) => known === locale))).toEqual([]);
    expect(localisations?.nl).toMatch(/\S/);
    if ('description' in value) expect(Reflect.get(value, 'description_localizations')?.nl).toMatch(/\S/);
  });

  test('says of each command where it can be used and installed', () => {
    for (const { name, contexts, integration_types: installs } of definitions) {
      expect(contexts?.length, name).toBeGreaterThan(0);
      expect(installs?.length, name).toBeGreaterThan(0);
    }
  });

  test('keeps what changes the bot for who manages a server, and only there', () => {
    const admin = definitions.filter((it) => it.default_member_permissions !== undefined);
    expect(admin.map(({ name }) => name)).toEqual(['add', 'remove', 'status', 'feedback', 'reload', 'settings']);
    for (const { contexts, integration_types: installs, default_member_permissions: permissions } of admin) {
      expect(contexts).toEqual([InteractionContextType.Guild]);
      expect(installs).toEqual([ApplicationIntegrationType.GuildInstall]);
      expect(permissions).toBe('32');
    }
  });

  test('completes exactly the options that say so', () => {
    for (const command of commands.filter(isChatCommand)) {
      const completing = JSON.stringify(command.definition).includes('"autocomplete":true');
      expect(command.autocomplete !== undefined, command.definition.name).toBe(completing);
    }
  });

  test('bounds what can be typed in every option', () => {
    const unbounded = (options: readonly object[], path: string): string[] =>
      options.flatMap((option) => {
        const { name, type, choices, options: inner = [], max_length: most } = optionShape.parse(option);
        const open = type === ApplicationCommandOptionType.String && !choices && (most === undefined || most > 4000);
        return [...(open ? [`${path} ${name}`] : []), ...unbounded(inner, `${path} ${name}`)];
      });
    const chat = commands.filter(isChatCommand).map(({ definition }) => definition);
    expect(chat.flatMap(({ name, options = [] }) => unbounded(options, name))).toEqual([]);
  });

  test('has no name twice, in either language', () => {
    const keys = definitions.map(({ type, name }) => `${type} ${name}`);
    const dutch = definitions.map(({ type, name_localizations: names }) => `${type} ${names?.nl}`);
    expect([new Set(keys).size, new Set(dutch).size]).toEqual([keys.length, dutch.length]);
    expect(definitions.filter(({ type }) => type === ApplicationCommandType.Message)).toHaveLength(2);
  });
});
