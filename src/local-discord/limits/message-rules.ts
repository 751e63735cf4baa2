import type { Refuse } from './check.ts';
import { allComponents, type Component } from './components.ts';
import { embedTexts } from './embeds.ts';
import type { MessageBody } from './message-fields.ts';
import { FLAGS, LIMITS } from './values.ts';

/** Where a message body goes. */
export interface Placement {
  /** The message it edits, or null when it makes a new one. */
  edits: {
    flags: number;
    content: string;
    embeds: readonly unknown[];
    attachments: readonly { filename: string }[];
  } | null;
  /** Only an answer to an interaction can be ephemeral. */
  mayBeEphemeral: boolean;
  /** Names of the files uploaded with it. */
  files: readonly string[];
}

/** The documented rules that span more than one field of a message. */
export function refuseByRules(body: MessageBody, placement: Placement, refuse: Refuse): void {
  const components = allComponents(body.components ?? []);
  refuseFlags(body, placement, refuse);
  if (((body.flags ?? 0) | (placement.edits?.flags ?? 0)) & FLAGS.componentsV2) {
    refuseInV2(body, components, refuse);
    refuseLeftovers(body, placement, refuse);
  } else {
    refuseWithoutV2(body, refuse);
  }
  refuseRepeatedIds(components, refuse);
  refuseMissingFiles(components, body, placement, refuse);
  const embedded = (body.embeds ?? []).flatMap(embedTexts).join('').length;
  if (embedded > LIMITS.embedsText) refuse(['embeds'], `Embed size exceeds maximum size of ${LIMITS.embedsText}.`);
  if (!placement.edits && isEmpty(body, placement)) refuse(['content'], 'Cannot send an empty message');
}

function refuseFlags(body: MessageBody, placement: Placement, refuse: Refuse): void {
  let allowed = FLAGS.suppressEmbeds | FLAGS.componentsV2;
  if (!placement.edits) allowed |= FLAGS.suppressNotifications | FLAGS.voiceMessage;
  if (placement.mayBeEphemeral) allowed |= FLAGS.ephemeral;
  const others = (body.flags ?? 0) & ~allowed;
  if (others) refuse(['flags'], `Flags ${others} cannot be set here.`);
}

function refuseInV2(body: MessageBody, components: Component[], refuse: Refuse): void {
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[key];
    const used = Array.isArray(value) ? value.length > 0 : value != null && value !== '';
    if (used) refuse([key], `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`);
  }
  if (components.length > LIMITS.components) {
    refuse(['components'], `${components.length} components, nested ones counted; at most ${LIMITS.components}.`);
  }
  const shown = components.reduce((sum, it) => sum + (it.type === 10 ? it.content.length : 0), 0);
  if (shown > LIMITS.displayedText) {
    refuse(['components'], `${shown} characters of text display together; at most ${LIMITS.displayedText}.`);
  }
}

/** A message that becomes V2 by an edit must be emptied of what V2 forbids. */
function refuseLeftovers(body: MessageBody, { edits }: Placement, refuse: Refuse): void {
  if (!edits || edits.flags & FLAGS.componentsV2) return;
  if (edits.content && body.content === undefined) refuse(['content'], 'Must be null when IS_COMPONENTS_V2 is added.');
  if (edits.embeds.length && body.embeds === undefined) {
    refuse(['embeds'], 'Must be emptied when IS_COMPONENTS_V2 is added.');
  }
}

function refuseWithoutV2(body: MessageBody, refuse: Refuse): void {
  const components = body.components ?? [];
  if (components.length > LIMITS.actionRows) refuse(['components'], `Must be ${LIMITS.actionRows} or fewer in length.`);
  components.forEach((it, index) => {
    if (it.type !== 1) refuse(['components', index, 'type'], 'Only an action row is allowed without IS_COMPONENTS_V2.');
  });
}

function refuseRepeatedIds(components: Component[], refuse: Refuse): void {
  const customIds = components.flatMap((it) => ('custom_id' in it && it.custom_id ? [it.custom_id] : []));
  const ids = components.flatMap((it) => (it.id ? [it.id] : []));
  const repeated = (list: (string | number)[]) => list.find((it, index) => list.indexOf(it) < index);
  const customId = repeated(customIds);
  if (customId !== undefined) refuse(['components'], `Component custom id cannot be duplicated: ${customId}`);
  const id = repeated(ids);
  if (id !== undefined) refuse(['components'], `Component id cannot be duplicated: ${id}`);
}

/** Every `attachment://name` must be a file of this very message. */
function refuseMissingFiles(components: Component[], body: MessageBody, placement: Placement, refuse: Refuse): void {
  const kept = placement.edits?.attachments.map((it) => it.filename) ?? [];
  const present = new Set([...placement.files, ...kept]);
  const named = components.flatMap((it) => {
    if (it.type === 11) return [it.media.url];
    if (it.type === 12) return it.items.map((item) => item.media.url);
    return it.type === 13 ? [it.file.url] : [];
  });
  const pictures = (body.embeds ?? []).flatMap((it) => [it.image?.url, it.thumbnail?.url]);
  for (const url of [...named, ...pictures]) {
    const name = url?.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    if (name !== undefined && !present.has(name)) refuse(['attachments'], `No attachment is named ${name}.`);
  }
}

function isEmpty(body: MessageBody, placement: Placement): boolean {
  const lists = [body.embeds, body.components, body.sticker_ids, placement.files];
  return !body.content?.trim() && !body.poll && lists.every((list) => !list?.length);
}
