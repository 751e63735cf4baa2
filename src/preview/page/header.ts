import type { Viewer } from '../protocol.ts';
import { byId, fill, h } from './dom.ts';
import type { Session } from './session.ts';
import { toggleTheme } from './theme.ts';

/** Who one is, in which language, and how it looks. */
export function showHeader(session: Session, become: (other: Partial<Viewer>) => void): void {
  const { texts, snapshot, person, language } = session;
  const focused = document.activeElement?.id;
  document.documentElement.lang = language;
  byId('title').textContent = placeName(session);
  byId('log').setAttribute('aria-label', texts.chat);
  byId('beside').setAttribute('aria-label', texts.beside);
  const people = snapshot.people.map(({ key, name }) => ({ value: key, label: name }));
  fill(
    byId('person'),
    choice('person', texts.person, people, person, (chosen) => become({ person: chosen })),
  );
  const places = [
    { value: 'channel', label: '#', name: texts.inChannel },
    { value: 'direct', label: '@', name: texts.inDirect },
  ] as const;
  fill(
    byId('place'),
    choice('place', texts.place, places, snapshot.place, (place) => become({ place })),
  );
  const languages = [
    { value: 'nl', label: 'NL', name: 'Nederlands' },
    { value: 'en', label: 'EN', name: 'English' },
  ] as const;
  const speak = (chosen: 'nl' | 'en') => void session.act({ do: 'language', language: chosen });
  fill(byId('language'), choice('language', texts.language, languages, language, speak));
  named('theme', texts.theme);
  named('show-beside', texts.showBeside);
  // The radio button that was pressed is a new one now.
  if (focused) document.getElementById(focused)?.focus();
}

/** "Policy team · #general", or the bot one writes to. */
function placeName({ snapshot, texts }: Session): string {
  const { guild, channel, place } = snapshot;
  return place === 'direct' ? texts.inDirect : `${guild} · #${channel.name}`;
}

/** What the header's buttons do. */
export function wireHeader(): void {
  byId('theme').addEventListener('click', toggleTheme);
  const show = byId('show-beside');
  show.addEventListener('click', () => showPanel(show.getAttribute('aria-expanded') !== 'true'));
}

/** Opens or closes what stands beside the channel, where there is no room for both. */
export function showPanel(open: boolean): void {
  byId('show-beside').setAttribute('aria-expanded', String(open));
  document.body.classList.toggle('beside-open', open);
}

function named(id: string, name: string): void {
  byId(id).setAttribute('aria-label', name);
  byId(id).title = name;
}

/** A few radio buttons in a row, of which one is always chosen. */
function choice<Value extends string>(
  name: string,
  legend: string,
  values: readonly { readonly value: Value; readonly label: string; readonly name?: string }[],
  chosen: Value,
  onChoice: (value: Value) => void,
): HTMLElement {
  const radios = values.map(({ value, label, name: spoken }) => {
    const radio = h('input', {
      type: 'radio',
      name,
      value,
      checked: value === chosen,
      id: `${name}-${value}`,
      'aria-label': spoken,
    });
    radio.addEventListener('change', () => onChoice(value));
    return [radio, h('label', { for: radio.id }, label)];
  });
  return h('fieldset', { class: 'choice' }, h('legend', {}, legend), ...radios);
}
