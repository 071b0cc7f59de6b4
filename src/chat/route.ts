/** What a button means: a command with its arguments, e.g. `convolve image=#k3J9 kernel=outline` or `quiz.answer 2k 3`. */

/** Telegram's limit on callback data, the smallest of all platforms. */
export const MAX_ROUTE_BYTES = 64;

/** The route, or undefined when it would be longer than every platform carries: the button is then left out. */
export function tryRoute(target: string, values: Record<string, string | number | boolean | undefined> = {}): string | undefined {
  const words = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${/[\s"']/.test(String(value)) ? `"${value}"` : value}`);
  const route = [target, ...words].join(' ');
  return new TextEncoder().encode(route).length <= MAX_ROUTE_BYTES ? route : undefined;
}

/** @throws RangeError when the route is longer than MAX_ROUTE_BYTES */
export function route(target: string, values: Record<string, string | number | boolean | undefined> = {}): string {
  const found = tryRoute(target, values);
  if (found === undefined) throw new RangeError(`the route of ${target} is longer than ${MAX_ROUTE_BYTES} bytes`);
  return found;
}

/** Splits a route into command, action and arguments; undefined for what is no route. */
export function parseRoute(text: string): { command: string; action?: string; rest: string } | undefined {
  const match = /^([a-z0-9_]{1,32})(?:\.([a-z0-9_]{1,32}))?(?:\s+([\s\S]*))?$/.exec(text);
  if (match === null) return undefined;
  return { command: match[1]!, rest: match[3] ?? '', ...(match[2] === undefined ? {} : { action: match[2] }) };
}
