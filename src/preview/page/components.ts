import type { ActionRow, Button, Component, Container, Media, Section } from '../../local-discord/limits/components.ts';
import { action, h, ownFile } from './dom.ts';
import { linkView, markdown } from './markdown-view.ts';
import { selectView } from './select.ts';
import type { Session } from './session.ts';
import type { Shown } from './shown.ts';

/** A component as Discord would show it; what stands in it too. */
export function componentView(component: Component, shown: Shown): HTMLElement {
  const { session } = shown;
  switch (component.type) {
    case 1:
      return rowView(component, shown);
    case 2:
      return buttonView(component, shown);
    case 9:
      return sectionView(component, shown);
    case 10:
      return markdown(component.content, session);
    case 11:
      return pictureView(component.media, component.description, component.spoiler, session, 'thumbnail');
    case 12:
      return h(
        'div',
        { class: 'gallery' },
        ...component.items.map((it) => pictureView(it.media, it.description, it.spoiler, session, 'picture')),
      );
    case 13:
      return fileView(component.name ?? fileName(component.file.url), component.size ?? null, component.file.url);
    case 14:
      return h('hr', { class: `gap-${component.spacing ?? 1} ${component.divider === false ? 'invisible' : ''}` });
    case 17:
      return containerView(component, shown);
    default:
      return selectView(component, shown);
  }
}

function containerView({ components, accent_color, spoiler }: Container, shown: Shown): HTMLElement {
  const inner = components.map((it) => componentView(it, shown));
  const box = h('div', { class: 'container' }, ...(spoiler ? [covered(inner, shown.session)] : inner));
  // A style set by script: the page's policy forbids style attributes.
  if (accent_color != null) box.style.setProperty('--accent', hexColour(accent_color));
  return box;
}

export function hexColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

function sectionView({ components, accessory }: Section, shown: Shown): HTMLElement {
  const texts = h('div', {}, ...components.map((it) => componentView(it, shown)));
  return h('div', { class: 'section' }, texts, componentView(accessory, shown));
}

function rowView({ components }: ActionRow, shown: Shown): HTMLElement {
  return h('div', { class: 'row' }, ...components.map((it) => componentView(it, shown)));
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];

function buttonView(button: Button, { message, session }: Shown): HTMLElement {
  const words = [button.emoji?.name, button.label].filter((it) => it).join(' ');
  const look = `button ${STYLES[button.style] ?? ''}`;
  if (button.url !== undefined)
    return linkView(button.url, [words, h('span', { 'aria-hidden': 'true' }, ' ↗')], { class: look });
  const customId = button.custom_id ?? '';
  const pressed = action(
    words,
    async () => {
      pressed.disabled = true;
      pressed.setAttribute('aria-busy', 'true');
      await session.act({ do: 'press', message: message.id, customId });
      pressed.disabled = false;
      pressed.removeAttribute('aria-busy');
      // A disabled button lost the focus; whoever went on meanwhile keeps it.
      if (document.activeElement === document.body) pressed.focus({ preventScroll: true });
    },
    { class: look, disabled: button.disabled === true, 'data-custom-id': customId },
  );
  return pressed;
}

function pictureView(
  media: Media,
  description: string | null | undefined,
  spoiler: boolean | null | undefined,
  session: Session,
  look: string,
): HTMLElement {
  const source = ownFile(media.url);
  const alt = description ?? session.texts.picture;
  // Nothing is loaded from elsewhere: a picture there is a link.
  if (source === null)
    return h('p', { class: 'elsewhere' }, linkView(media.url, [alt]), h('br'), h('small', {}, session.texts.elsewhere));
  const picture = h('a', { class: look, href: source, target: '_blank' }, h('img', { src: source, alt, title: alt }));
  return spoiler ? covered([picture], session) : picture;
}

/** A file with its name and size, to be saved. */
export function fileView(name: string, size: number | null, address: string): HTMLElement {
  const source = ownFile(address);
  const shown = source === null ? linkView(address, [name]) : h('a', { href: source, download: name }, name);
  return h('p', { class: 'file' }, shown, size === null ? null : h('small', {}, ` ${kilobytes(size)}`));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

function fileName(address: string): string {
  return decodeURIComponent(address.split('/').at(-1) ?? address);
}

function covered(inner: readonly HTMLElement[], { texts }: Session): HTMLElement {
  const cover = action(texts.spoiler, () => cover.replaceWith(...inner), { class: 'spoiler' });
  return cover;
}
