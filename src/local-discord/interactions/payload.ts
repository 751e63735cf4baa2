import type { APIBaseInteraction, InteractionType } from 'discord-api-types/v10';
import { LIMITS, type LocaleName } from '../limits/values.ts';
import type { State } from '../state.ts';
import type { Wire } from '../wire.ts';
import { channelPayload, invokerPayload } from '../world/guild-payloads.ts';
import type { Message } from '../world/messages.ts';
import { userPayload } from '../world/person.ts';
import { contextOf } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Interaction } from './interaction.ts';
import type { FilledOption } from './options.ts';

/** Permissions of the bot where it is, and where it is only brought along by a person. */
const BOT_MAY = '2251799813685247';

/** What differs by kind of interaction. */
export interface Own {
  data: object;
  message?: Message;
}

type Shared = Omit<APIBaseInteraction<InteractionType, never>, keyof Own | 'channel'>;
export type InteractionPayload = Wire<Shared> & Own & { channel: object };

/** An INTERACTION_CREATE payload: what all kinds share, with the kind's own `data` and `message`. */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  locale: LocaleName,
  own: Own,
): InteractionPayload {
  const { id, token, type, user, channel, owners } = interaction;
  const place =
    channel.kind === 'guild'
      ? {
          guild_id: channel.guild.id,
          guild: { id: channel.guild.id, locale: channel.guild.locale, features: [] },
          guild_locale: channel.guild.locale,
          member: invokerPayload(user),
        }
      : { user: userPayload(user) };
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    locale,
    app_permissions: BOT_MAY,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), permissions: BOT_MAY },
    ...place,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: LIMITS.fileBytes,
    ...own,
  };
}

type Resolved = Partial<Record<'users' | 'members' | 'roles' | 'channels' | 'attachments', Record<string, object>>>;

/** The people, roles, channels and uploaded files that options or a select menu name, under Discord's `resolved`. */
export function resolved(
  { world, files }: Pick<State, 'world' | 'files'>,
  interaction: Interaction,
  ids: readonly string[],
): { resolved?: Resolved } {
  const people = ids.flatMap((id) => world.people.get(id) ?? []);
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  const guild = interaction.channel.kind === 'guild' ? interaction.channel.guild : null;
  const roles = guild?.roles.filter((it) => ids.includes(it.id)) ?? [];
  const attachments = ids.flatMap((id) => files.uploaded(id) ?? []);
  const found: Resolved = {};
  const byId = <T extends { id: string }>(list: T[], payload: (it: T) => object) =>
    Object.fromEntries(list.map((it) => [it.id, payload(it)]));
  if (people.length > 0) found.users = byId(people, userPayload);
  if (people.length > 0 && guild) {
    found.members = byId(people, (it) => {
      const { user: _user, deaf: _deaf, mute: _mute, ...member } = invokerPayload(it);
      return member;
    });
  }
  if (roles.length > 0)
    found.roles = byId(roles, (it) => ({
      ...it,
      color: 0,
      position: 1,
      hoist: false,
      managed: false,
      mentionable: true,
      flags: 0,
    }));
  if (channels.length > 0) found.channels = byId(channels, (it) => ({ ...channelPayload(it), permissions: BOT_MAY }));
  if (attachments.length > 0) found.attachments = byId(attachments, (it) => it);
  return Object.keys(found).length > 0 ? { resolved: found } : {};
}

const NAMES_IDS: ReadonlySet<number> = new Set([6, 7, 8, 9, 11]);

/** The ids named by options of the types user, channel, role, mentionable and attachment. */
export function idsIn(options: readonly FilledOption[]): string[] {
  return options.flatMap((it) => [
    ...idsIn(it.options ?? []),
    ...(NAMES_IDS.has(it.type) && typeof it.value === 'string' ? [it.value] : []),
  ]);
}
