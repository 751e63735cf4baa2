import type {
  APIGuildMember,
  APIInteractionGuildMember,
  APITextChannel,
  GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import type { Wire } from '../wire.ts';
import { type Person, userPayload } from './person.ts';
import { type Channel, type Guild, permissionsOf } from './places.ts';

const JOINED = '2024-01-01T00:00:00.000000+00:00';

export type GuildChannel = Extract<Channel, { kind: 'guild' }>;

export function memberPayload(person: Person): Wire<APIGuildMember> {
  return {
    user: userPayload(person),
    roles: [],
    joined_at: JOINED,
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The member who uses an interaction, with their permissions in the channel. */
export function invokerPayload(person: Person): Wire<APIInteractionGuildMember> {
  return { ...memberPayload(person), user: userPayload(person), permissions: String(permissionsOf(person)) };
}

export function guildChannelPayload(channel: GuildChannel): Wire<APITextChannel> {
  return {
    id: channel.id,
    type: 0,
    guild_id: channel.guild.id,
    name: channel.name,
    position: 0,
    permission_overwrites: [],
    topic: null,
    nsfw: false,
    last_message_id: null,
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    parent_id: null,
    flags: 0,
  };
}

/** A channel as `GET /channels/{id}` and interactions give it. */
export function channelPayload(channel: Channel): object {
  if (channel.kind === 'guild') return guildChannelPayload(channel);
  const people = channel.kind === 'dm' ? [channel.with] : channel.people;
  const type = channel.kind === 'dm' ? 1 : 3;
  return { id: channel.id, type, flags: 0, last_message_id: null, recipients: people.map(userPayload) };
}

/** What the gateway sends of a guild after READY. */
export function guildCreatePayload(
  guild: Guild,
  channels: GuildChannel[],
  bot: Person,
  owner: Person,
): Wire<GatewayGuildCreateDispatchData> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    stickers: [],
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
    hub_type: null,
    region: '',
    roles: guild.roles.map((role, position) => ({
      id: role.id,
      name: role.name,
      permissions: role.permissions,
      position,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: true,
      flags: 0,
      icon: null,
      unicode_emoji: null,
    })),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    presences: [],
    threads: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    channels: channels.map(guildChannelPayload),
    members: [memberPayload(bot)],
  };
}
