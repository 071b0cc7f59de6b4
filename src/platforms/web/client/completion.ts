import type { WireCommand, WireOption } from './wire.ts';

export interface Suggestion {
  /** What the list shows, and a line about it. */
  label: string;
  detail: string;
  /** What takes the place of the text between `from` and the caret. */
  insert: string;
}

export interface Completion {
  from: number;
  /** The first suggestion is what Enter takes: a command's name is being typed. Otherwise Enter sends. */
  eager: boolean;
  suggestions: Suggestion[];
}

/** How an option is described in one line; the page gives the words. */
export interface OptionWords {
  required: string;
  byDefault(value: string): string;
}

/** What may come at the caret of a line that starts with `/`: commands, then their options, then an option's values. */
export function complete(text: string, caret: number, commands: readonly WireCommand[], words: OptionWords): Completion | undefined {
  const before = text.slice(0, caret);
  const name = /^\/([\p{L}\p{N}_]*)$/u.exec(before)?.[1];
  if (name !== undefined) return completeName(name, text.slice(caret), commands);
  const line = /^\/([\p{L}\p{N}_]+)\s/u.exec(before);
  const command = commands.find(({ name: own, localName }) => own === line?.[1]?.toLowerCase() || localName === line?.[1]?.toLowerCase());
  if (line === null || command === undefined) return undefined;
  const token = /\S*$/.exec(before)![0];
  const key = /^([\p{L}_][\p{L}\p{N}_-]*)[=:](.*)$/u.exec(token);
  const option = command.options.find((candidate) => candidate.name === key?.[1]);
  const suggestions =
    key === null ? completeOption(token, before, command.options, words) : option === undefined ? [] : completeValue(option, key[2]!);
  return suggestions.length === 0 ? undefined : { from: caret - token.length, eager: false, suggestions };
}

function completeName(typed: string, after: string, commands: readonly WireCommand[]): Completion | undefined {
  const word = typed.toLowerCase();
  const starts = ({ name, localName }: WireCommand) => name.startsWith(word) || localName.startsWith(word);
  const contains = (command: WireCommand) => !starts(command) && (command.name.includes(word) || command.localName.includes(word));
  const found = [...commands.filter(starts), ...(word.length < 2 ? [] : commands.filter(contains))];
  // the name is whole: Enter must send it
  if (found.length === 0 || after.trim() !== '' || (found.length === 1 && found[0]!.name === word)) return undefined;
  return {
    from: 0,
    eager: word !== '' && !found.some(({ name, localName }) => name === word || localName === word),
    suggestions: found.map((command) => {
      const own = word === '' || command.name.startsWith(word) || !command.localName.startsWith(word) ? command.name : command.localName;
      return { label: `/${own}`, detail: command.description, insert: `/${own} ` };
    }),
  };
}

function completeOption(token: string, before: string, options: readonly WireOption[], words: OptionWords): Suggestion[] {
  const used = new Set([...before.matchAll(/(\S+?)\s*[=:]/g)].map((match) => match[1]));
  return options
    .filter(({ name }) => !used.has(name) && name.startsWith(token.toLowerCase()))
    .map((option) => ({ label: `${option.name}=`, detail: describe(option, words), insert: `${option.name}=` }));
}

function completeValue({ name, values }: WireOption, typed: string): Suggestion[] {
  const word = typed.toLowerCase();
  if (values.includes(typed)) return [];
  return values
    .filter((value) => value.toLowerCase().startsWith(word))
    .map((value) => ({ label: value, detail: '', insert: `${name}=${/\s/.test(value) ? `"${value}"` : value} ` }));
}

function describe({ description, required, default: fallback, range, values }: WireOption, words: OptionWords): string {
  const notes = [
    ...(required ? [words.required] : []),
    ...(range !== undefined && values.length === 0 ? [`${range.min}…${range.max}`] : []),
    ...(fallback === undefined ? [] : [words.byDefault(fallback)]),
  ];
  return notes.length === 0 ? description : `${description} · ${notes.join(', ')}`;
}
