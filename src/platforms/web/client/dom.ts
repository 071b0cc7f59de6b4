import type { WireMath } from './wire.ts';

type Child = Node | string | undefined | false;
type Props = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/**
 * Makes an element. `onX` properties are listeners, `class` and everything else attributes; `true` is an attribute without value,
 * `false` and undefined are left out. Texts become text nodes: nothing that a person wrote is ever read as HTML.
 */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setProps(made, props);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

function setProps(target: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') target.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) target.setAttribute(name, value === true ? '' : String(value));
  }
}

const PATHS = {
  send: 'M5 12h13M12 5.5 18.5 12 12 18.5',
  picture:
    'M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5zM4.5 16.5l4.3-4.3a1.5 1.5 0 0 1 2.1 0l6.6 6.6M14 13.5l1-1a1.5 1.5 0 0 1 2.1 0L20 15.4M15.5 8.5h.01',
  draw: 'M4 20l1-4.2L15.8 5a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.2 19zM13.5 7.3l3.2 3.2',
  slash: 'M15 4 9 20',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h9.5v11H9zM6 15H4.5V4H15v1.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11M3 19.5c.4-3.3 2.8-5 6-5s5.6 1.7 6 5M15.5 4.9a3.1 3.1 0 0 1 0 5.9M17.3 14.9c2.1.600 3.4 2.2 3.7 4.6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  reply: 'M10 6 4.5 11.5 10 17M5 11.5h8.5a6 6 0 0 1 6 6V18',
  down: 'M12 5v14M6 13l6 6 6-6',
  undo: 'M8.5 5.5 4 10l4.5 4.5M4.5 10H14a5.5 5.5 0 0 1 0 11h-3',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  retry: 'M19 12a7 7 0 1 1-2-4.9L19.5 9.5M19.5 4.5v5h-5',
  external: 'M14 4.5h5.5V10M19 5l-8.5 8.5M16.5 13.5v6h-12v-12h6',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10',
  play: 'M8 5.5v13l10.5-6.5z',
  expand: 'M14.5 4.5h5v5M9.5 19.5h-5v-5M19 5l-5.5 5.5M5 19l5.5-5.5',
} as const;
export type IconName = keyof typeof PATHS;

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const SVG = 'http://www.w3.org/2000/svg';

/** A line icon of 24×24 that takes the color of the text; it says nothing to a screen reader. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  setProps(svg, { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' });
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** A formula, element by element. */
export function mathElement({ tag, attributes, children }: WireMath): Element {
  const made = document.createElementNS(MATHML, tag);
  setProps(made, attributes);
  made.append(...children.map((child) => (typeof child === 'string' ? child : mathElement(child))));
  return made;
}

/** A button with an icon alone; its label is read and shown as a tooltip. */
export function iconButton(name: IconName, label: string, onclick: (event: MouseEvent) => void, className = ''): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: `icon-button ${className}`.trim(), 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/** A new id that the server has not seen: letters and digits of 128 random bits. */
export function newId(): string {
  // crypto.randomUUID exists on secure addresses only, and the chat may be served in a home network without TLS
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Copies a text; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // without TLS there is no clipboard object: the older way still works there
    const area = element('textarea', { class: 'visually-hidden', 'aria-hidden': 'true' });
    area.value = text;
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
