import { bySchema } from '../limits/check.ts';
import { commandSet } from '../limits/commands.ts';
import type { State } from '../state.ts';
import type { RegisteredCommand } from '../world/command-book.ts';
import { userPayload } from '../world/person.ts';
import { refuse } from './refusal.ts';
import { type Call, ok, type Reply, type Route, route } from './route.ts';

const checkCommands = bySchema(commandSet);

/** The bot itself: its gateway, account, application and commands. */
export const applicationRoutes: Route[] = [
  route('GET', '/gateway/bot', ({ state, call }) => {
    if (!call.authorized) throw refuse.unauthorized();
    return ok({
      url: state.gateway.url,
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: Math.max(0, state.settings.sessionsLeft),
        reset_after: 14_400_000,
        max_concurrency: 1,
      },
    });
  }),
  route('GET', '/gateway', ({ state }) => ok({ url: state.gateway.url })),
  route('GET', '/users/@me', ({ state, call }) => {
    if (!call.authorized) throw refuse.unauthorized();
    const account = { mfa_enabled: false, verified: true, email: null, locale: 'en-US', premium_type: 0 };
    return ok({ ...userPayload(state.world.bot), ...account });
  }),
  route('GET', '/applications/@me', ({ state, call }) => application(state, call)),
  route('GET', '/oauth2/applications/@me', ({ state, call }) => application(state, call)),
  route('GET', '/applications/:app/commands', ({ state, call }) => list(state, call, null)),
  route('GET', '/applications/:app/guilds/:guild/commands', ({ state, call, params }) =>
    list(state, call, params.guild),
  ),
  route('PUT', '/applications/:app/commands', ({ state, call }) => replace(state, call, null)),
  route('PUT', '/applications/:app/guilds/:guild/commands', ({ state, call, params }) =>
    replace(state, call, params.guild),
  ),
];

function replace(state: State, call: Call, guildId: string | null): Reply {
  if (!call.authorized) throw refuse.unauthorized();
  const guild = guildId ? state.world.guilds.get(guildId) : null;
  if (guildId && !guild) throw refuse.unknownGuild();
  if (guild && !guild.hasBot) throw refuse.missingAccess();
  const commands = call.body(checkCommands);
  const registered = state.commands.replace(state.world.bot.id, guildId, commands);
  state.happenings.emit({ kind: 'commands', guildId, commands });
  return ok(registered.map((it) => commandPayload(it, true)));
}

function list(state: State, call: Call, guildId: string | null): Reply {
  if (!call.authorized) throw refuse.unauthorized();
  const localised = call.query.get('with_localizations') === 'true';
  return ok(state.commands.list(guildId).map((it) => commandPayload(it, localised)));
}

/** A command as Discord gives it back; its localisations only when they were asked for. */
function commandPayload(command: RegisteredCommand, localised: boolean): object {
  const { name_localizations: names, description_localizations: descriptions, ...rest } = command;
  return {
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    description: '',
    ...withoutLocalisations(rest, localised),
    ...(localised ? { name_localizations: names ?? null, description_localizations: descriptions ?? null } : {}),
  };
}

interface Localisable {
  options?: Localisable[] | undefined;
  choices?: object[] | undefined;
  name_localizations?: unknown;
  description_localizations?: unknown;
}

function withoutLocalisations(given: Localisable, localised: boolean): object {
  if (localised) return given;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = given;
  return {
    ...rest,
    ...(given.options ? { options: given.options.map((it) => withoutLocalisations(it, false)) } : {}),
    ...(given.choices ? { choices: given.choices.map((it) => withoutLocalisations(it, false)) } : {}),
  };
}

function application(state: State, call: Call): Reply {
  if (!call.authorized) throw refuse.unauthorized();
  const { bot, ada } = state.world;
  return ok({
    id: bot.id,
    name: bot.name,
    icon: null,
    description: '',
    type: null,
    bot: userPayload(bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload(ada),
    team: null,
    approximate_guild_count: [...state.world.guilds.values()].filter((it) => it.hasBot).length,
    approximate_user_install_count: [...state.world.people.values()].filter((it) => it.installedBot).length,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  });
}
