/**
 * A local Discord for tests, bench and preview: HTTP API and gateway on one port of 127.0.0.1, with people to act as, a
 * stream of what happens, faults to inject, and judges of every body the bot sends.
 *
 * @module
 */
export type { Fault, Faults } from './faults.ts';
export type { Happening, HappeningStream, Kind } from './happenings.ts';
export type { Interaction } from './interactions/interaction.ts';
export type { Values } from './interactions/options.ts';
export type { As } from './interactions/sender.ts';
export type { Choice } from './limits/callbacks.ts';
export type { Command, CommandOption } from './limits/commands.ts';
export { commandSet } from './limits/commands.ts';
export type { Button, Component, Select, TopLevelComponent } from './limits/components.ts';
export { problemsOf } from './limits/invalid-form.ts';
export { FLAGS, LIMITS, LOCALES, type LocaleName } from './limits/values.ts';
export type { People } from './people.ts';
export { buttonsOf, componentsOf, customIdOf, selectsOf, textOf } from './reading.ts';
export type { RecordedRequest, UploadedFile, Verdict } from './rest/recorded.ts';
export { LocalDiscord, type Options } from './server.ts';
export type { Settings } from './settings.ts';
export type { RegisteredCommand } from './world/command-book.ts';
export { type Attachment, isEphemeral, isThinking, type Message } from './world/messages.ts';
export type { Person } from './world/person.ts';
export type { Channel, Guild, Role } from './world/places.ts';
export type { World } from './world/world.ts';
