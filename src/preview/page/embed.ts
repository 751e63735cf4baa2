import type { Embed } from '../../local-discord/limits/embeds.ts';
import { hexColour } from './components.ts';
import { h, ownFile } from './dom.ts';
import { linkView, markdown } from './markdown-view.ts';
import type { Session } from './session.ts';

/** An embed: author, title, text, fields and footer in a box. */
export function embedView(embed: Embed, session: Session): HTMLElement {
  const { author, title, url, description, fields, footer } = embed;
  const titled = (words: string, to: string | null | undefined) => (to ? linkView(to, [words]) : words);
  const box = h(
    'div',
    { class: 'container embed' },
    author && h('p', { class: 'small' }, titled(author.name, author.url)),
    title && h('h4', {}, titled(title, url)),
    description && markdown(description, session),
    ...(fields ?? []).map(({ name, value, inline }) =>
      h('div', { class: inline ? 'field inline' : 'field' }, h('h5', {}, name), markdown(value, session)),
    ),
    picture(embed.image?.url) ?? picture(embed.thumbnail?.url),
    footer && h('p', { class: 'small' }, footer.text),
  );
  if (embed.color != null) box.style.setProperty('--accent', hexColour(embed.color));
  return box;
}

function picture(address: string | undefined): HTMLElement | null {
  const source = address === undefined ? null : ownFile(address);
  return source === null ? null : h('img', { src: source, alt: '' });
}
