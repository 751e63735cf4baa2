import type { Gateway } from './gateway/gateway.ts';
import type { HappeningStream } from './happenings.ts';
import type { Interaction } from './interactions/interaction.ts';
import type { Settings } from './settings.ts';
import type { Board } from './world/board.ts';
import type { CommandBook } from './world/command-book.ts';
import type { Files } from './world/files.ts';
import type { World } from './world/world.ts';

/** All that the local Discord knows; REST routes and people's actions work on it. */
export interface State {
  readonly settings: Settings;
  readonly world: World;
  readonly board: Board;
  readonly files: Files;
  readonly commands: CommandBook;
  readonly gateway: Gateway;
  readonly happenings: HappeningStream;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
}
