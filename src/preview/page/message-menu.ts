import type { MessageView } from '../protocol.ts';
import { action, h } from './dom.ts';
import type { Session } from './session.ts';

/** Room that the menu keeps to the edges of the window, in pixels. */
const MARGIN = 8;

/** The menu of a message: reply, and the bot's commands on messages. At a point, or under the button that opens it. */
export function openMessageMenu(
  { message, ephemeral, thinking }: MessageView,
  session: Session,
  reply: () => void,
  button: HTMLElement,
  point: { x: number; y: number } | null,
): void {
  const { texts, snapshot, act } = session;
  const close = (): void => {
    menu.remove();
    document.removeEventListener('pointerdown', onOutside);
    button.setAttribute('aria-expanded', 'false');
    button.focus({ preventScroll: true });
  };
  const onOutside = (event: PointerEvent): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const item = (label: string, work: () => void) =>
    action(
      label,
      () => {
        close();
        work();
      },
      { role: 'menuitem', tabindex: -1 },
    );
  // What only one person sees can be neither replied to nor used.
  const items = ephemeral
    ? [item(texts.dismiss, () => void act({ do: 'dismiss', message: message.id }))]
    : thinking
      ? []
      : [
          item(texts.reply, reply),
          ...snapshot.apps.map(({ name, label }) =>
            item(label, () => void act({ do: 'apps', message: message.id, command: name })),
          ),
        ];
  if (items.length === 0) return;
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': button.getAttribute('aria-label') }, ...items);
  menu.addEventListener('keydown', (event) => {
    const at = items.findIndex((it) => it.matches(':focus'));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) items[(at + step + items.length) % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  document.body.append(menu);
  document.addEventListener('pointerdown', onOutside);
  button.setAttribute('aria-expanded', 'true');
  const below = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const { x, y } = point ?? { x: below.right - width, y: below.bottom };
  menu.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
  items[0]?.focus();
}
