type Child = Node | string | null | undefined | false | readonly Child[];

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Makes an element. Text is always put in as text, never as HTML: letters and questions are hostile until shown. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : String(value));
  append(element, children);
  return element;
}

/** A button that does something. */
export function action(label: Child, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onPress);
  return element;
}

/** Puts other children in place of those there are. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** The element of the page with an id, which index.html holds. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'string' || child instanceof Node) element.append(child);
    else append(element, child);
  }
}

/** An address that may be followed; null for anything but http(s). */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** The path of a file of this server; null for a file elsewhere, which the page does not load. */
export function ownFile(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, port, pathname } = new URL(address);
  const isOwn = (hostname === '127.0.0.1' || hostname === 'localhost') && port === location.port;
  return isOwn && pathname.startsWith('/attachments/') ? pathname : null;
}
