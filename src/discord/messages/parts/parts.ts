import {
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { visible } from '../../../visible.ts';
import { cutPlace } from '../../../whole-characters.ts';
import { LIMITS } from '../../limits.ts';

/** A message the bot sends: Components V2, and the only people it may ping. */
export interface OutgoingMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** User ids. */
  readonly pings?: readonly string[];
  /** It says that what was asked can't be done: what was typed for it goes back with it. */
  readonly refuses?: true;
  /** Pictures and files that its components show as `attachment://name`. */
  readonly files?: readonly OutgoingFile[];
}

export interface OutgoingFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** For whoever can't see it. */
  readonly description: string;
}

/** A part of a message. Its content is Markdown: escape what people or letters wrote. */
export type Part = APIComponentInContainer;

export const ACCENT = { answer: 0x154273, refusal: 0x8a8f98, problem: 0xb45309 } as const;

/** Text; `id` makes it findable when the message comes back. */
export function text(content: string, id?: number): Part {
  return { type: ComponentType.TextDisplay, content, ...(id !== undefined && { id }) };
}

export function small(content: string, id?: number): Part {
  return text(`-# ${content}`, id);
}

/** Text with a button beside it, which takes no row of its own. */
export function beside(content: string, accessory: APIButtonComponent): Part {
  return { type: ComponentType.Section, components: [{ type: ComponentType.TextDisplay, content }], accessory };
}

export function line(): Part {
  return { type: ComponentType.Separator, divider: true };
}

/** Plain text as a code block, which is easy to copy; null for what would end one or turn the direction of text. */
export function codeBlock(plain: string): string | null {
  return plain.includes('```') || visible(plain) !== plain ? null : `\`\`\`\n${plain}\n\`\`\``;
}

/** A file that the message brings, by its name. */
export function file(name: string): Part {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Rows of buttons, as many as it takes; none for none. */
export function rows(buttons: readonly APIButtonComponent[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow)
    parts.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsInRow) });
  return parts;
}

export function button(
  label: string,
  customId: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label: cutLabel(label, LIMITS.buttonLabel), custom_id: customId };
}

/** A menu of which each choice is a button: what is chosen is pressed. */
export function menu(placeholder: string, choices: readonly { readonly label: string; readonly id: string }[]): Part {
  const options = choices.map(({ label, id }) => ({ label: cutLabel(label, LIMITS.choiceName), value: id }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: MENU, placeholder, options }],
  };
}

/** The choices of a menu say what is pressed, so that its own custom id says nothing. */
const MENU = 'menu';

/** A link button; none where the address is not one that Discord takes. */
export function link(label: string, url: string | null): APIButtonComponent[] {
  const address = safeUrl(url);
  return address === null ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url: address }];
}

/** An http(s) address within Discord's limit, safe inside a Markdown link; null for anything else. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const address = href.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return address.length <= LIMITS.url ? address : null;
}

/** One box with everything in it. */
export function panel(parts: readonly Part[], accent: number, pings: readonly string[] = []): OutgoingMessage {
  return { components: [{ type: ComponentType.Container, accent_color: accent, components: [...parts] }], pings };
}

/** A label with an ending that is kept when the label must be cut: a date, say. */
export function labelWithEnding(label: string, ending: string, limit: number): string {
  return `${cutLabel(label, limit - ending.length)}${ending}`;
}

/** Plain text for a label or a choice (no Markdown there), {@link visible}, cut with "…", never inside a surrogate pair. */
export function cutLabel(label: string, limit: number): string {
  const shown = visible(label);
  if (shown.length <= limit) return shown;
  return `${shown.slice(0, cutPlace(shown, limit - 1)).trimEnd()}…`;
}
