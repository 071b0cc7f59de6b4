import { LearnerError } from './errors.ts';
import { continuesAsMatrix, type Options, shown, suggestion } from './options.ts';

const QUOTES: Record<string, string> = { '"': '"', "'": "'", '«': '»', '“': '”', '„': '“' };

interface Token {
  text: string;
  /** The text was in quotes: it is a value, whatever it looks like. */
  quoted: boolean;
  /** `name=` or `name:` directly before the text. */
  key?: string;
}

/** `/convolve@my_bot kernel=sobel` → its name, whom it is addressed to, and the rest; undefined for text that is no command. */
export function splitCommand(line: string): { name: string; addressee?: string; rest: string } | undefined {
  const match = /^\/([\p{L}\p{N}_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/u.exec(line.trim());
  if (match === null) return undefined;
  const [, name = '', addressee, rest = ''] = match;
  return { name: name.toLowerCase(), ...(addressee === undefined ? {} : { addressee }), rest };
}

/**
 * Reads the arguments of a text command against its options: `kernel=sobel`, `kernel: sobel`, values in the options' order,
 * quotes, and matrices without quotes. A text option that takes the rest of the line, once it has a word that stands alone, has every
 * later one too, also behind `key=value`. Values stay text; options.ts turns them into numbers and so on.
 * @throws LearnerError `option-unknown`, `option-unknown-suggest`, `option-twice`, `arguments-too-many`, `quote-open`
 */
export function parseArguments(rest: string, options: Options): Record<string, string> {
  const names = Object.keys(options);
  const values: Record<string, string> = {};
  const tokens = joinKeys(tokenize(rest), options);
  // a picture is named with #, so that a number in the first place is never taken for one
  const free = (token: Token) =>
    names.find((name) => !(name in values) && (options[name]?.kind === 'image' ? token.text.startsWith('#') && !token.quoted : true));
  let taker: string | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.key === undefined && taker !== undefined) {
      values[taker] += ` ${token.text}`;
      continue;
    }
    const name = token.key === undefined ? free(token) : findOption(token.key, options);
    if (name === undefined) throw new LearnerError('arguments-too-many', { value: shown(token.text), count: names.length });
    if (name in values) throw new LearnerError('option-twice', { option: name });
    const option = options[name]!;
    if (token.key === undefined && option.kind === 'text' && option.rest) taker = name;
    let text = token.text;
    const joins = (next: Token) =>
      next.key === undefined &&
      !next.quoted &&
      ((option.kind === 'text' && option.rest) || (continuesAsMatrix(option, token.text) && continuesAsMatrix(option, next.text)));
    while (!token.quoted && index + 1 < tokens.length && joins(tokens[index + 1]!)) text += ` ${tokens[++index]!.text}`;
    values[name] = text;
  }
  return values;
}

function findOption(key: string, options: Options): string {
  const names = Object.keys(options);
  const word = key.toLowerCase();
  const name = names.find((candidate) => candidate === word);
  if (name !== undefined) return name;
  const meant = suggestion(word, names);
  throw meant === undefined
    ? new LearnerError('option-unknown', { option: shown(key), options: names.join(', ') })
    : new LearnerError('option-unknown-suggest', { option: shown(key), meant });
}

/** Splits at white space outside quotes; keeps `key=` with its value. */
function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at]!)) {
      at++;
      continue;
    }
    const key = /^([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*/u.exec(line.slice(at));
    if (key !== null) at += key[0].length;
    const closing = QUOTES[line[at] ?? ''];
    let text: string;
    if (closing !== undefined) {
      const end = line.indexOf(closing, at + 1);
      if (end < 0) throw new LearnerError('quote-open', { value: shown(line.slice(at)) });
      text = line.slice(at + 1, end);
      at = end + 1;
    } else {
      text = /^\S*/.exec(line.slice(at))![0];
      at += text.length;
    }
    tokens.push({ text, quoted: closing !== undefined, ...(key === null ? {} : { key: key[1]! }) });
  }
  return tokens;
}

/** `kernel: sobel`, `kernel:sobel` and `kernel: "1 0 1"`: a colon names an option only where there is such an option. */
function joinKeys(tokens: Token[], options: Options): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const match = token.key === undefined && !token.quoted ? /^([\p{L}_][\p{L}\p{N}_-]*):(.*)$/u.exec(token.text) : null;
    const next = tokens[index + 1];
    if (match === null) joined.push(token);
    else if (match[2] === '' && next !== undefined && next.key === undefined) {
      joined.push({ ...next, key: match[1]! });
      index++;
    } else if (match[1]!.toLowerCase() in options) joined.push({ text: match[2]!, quoted: false, key: match[1]! });
    else joined.push(token);
  }
  return joined;
}
