import type { Locator } from 'playwright-core';

/**
 * A function that runs inside the page. It is written as text because the tests are compiled without the browser's types,
 * and made a function because that is what the browser's driver hands its arguments to.
 */
function inPage<Argument, Result>(text: string): (target: unknown, argument: Argument) => Result {
  return new Function(`return ${text}`)();
}

const HAS_FOCUS = inPage<null, boolean>('(element) => element === document.activeElement');

export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate(HAS_FOCUS, null);
}

/** Gives the element a file by pasting or dropping: `{ kind, name, bytes }`. */
export const GIVE_FILE = inPage<{ kind: string; name: string; bytes: number[] }, void>(`(target, { kind, name, bytes }) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const settings = { bubbles: true, cancelable: true };
  target.dispatchEvent(
    kind === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, ...settings }) : new DragEvent('drop', { dataTransfer: data, ...settings }),
  );
}`);

/** Chooses a file of so many bytes in a file input. */
export const CHOOSE_FILE_OF = inPage<number, void>(`(input, size) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(size)], 'huge.png', { type: 'image/png' }));
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}`);

/** Whether anything dark is on the canvas. */
export const IS_INKED = inPage<null, boolean>(`(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 0 && value < 100);
}`);

/** Whether anything has been drawn on a canvas at all. */
export const IS_DRAWN = inPage<null, boolean>(`(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 3 && value > 0);
}`);

/** The elements that a finger would miss: below 44×44 CSS pixels, with what their ::after adds around them. */
export const SMALL_TARGETS = inPage<null, string[]>(`(targets) => targets.flatMap((target) => {
  const { width, height } = target.getBoundingClientRect();
  const around = getComputedStyle(target, '::after');
  const grown = around.position === 'absolute' ? 2 * Math.max(0, -parseFloat(around.top)) : 0;
  return width >= 44 && height + grown >= 44 ? [] : [target.className + ' ' + width + '×' + height];
})`);

/** The contrast of each element's text with what is behind it, as WCAG 2 defines it. */
export const CONTRASTS = inPage<null, number[]>(`(elements) => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const behind = (element) => {
    const color = channels(getComputedStyle(element).backgroundColor);
    return color.length === 3 || color[3] === 1 ? color : behind(element.parentElement);
  };
  // a message drawn anew meanwhile is no longer in the page, and nobody sees its old element
  return elements.filter((element) => element.isConnected).map((element) => {
    const [text, ground] = [channels(getComputedStyle(element).color), behind(element)].map(luminance);
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  });
}`);

/** Elements that a screen reader could only call "button" or "link". */
export const UNNAMED = inPage<null, string[]>(`(targets) => targets
  .filter((target) => !(target.getAttribute('aria-label') ?? target.getAttribute('alt') ?? target.textContent).trim())
  .map((target) => target.outerHTML)`);

export const PLACEHOLDER_COLOR = inPage<null, string>("(field) => getComputedStyle(field, '::placeholder').color");

export const FITS_ITS_WIDTH = inPage<null, boolean>('(element) => element.scrollWidth <= element.clientWidth');
