/** Unicode's full-width digits and signs lie this far behind the plain ones. */
const FULL_WIDTH_OFFSET = 0xfee0;
/** Longer than any answer, characters. */
const MAX_LENGTH = 60;

/** Names of what is asked for, before an equals sign or a colon: `N' =`, `w_out =`, `ширина:`. Any other word there begins ordinary talk. */
const NAMED =
  /^(?:(?:the|my)\s+)?(?:[a-z](?:_?(?:out|new))?['′’ʹ]?|out(?:put)?|size|width|height|answer|ответ|ширина|размер|выход)\s*(?:is\s+|=\s*|≈\s*|:\s*|-\s+)/u;
/** And how people lead over to a number without a sign. */
const LEADING = /^(?:it['’]?s|it is|i think|about|around|ответ|это|будет|получится|примерно|около|думаю|ширина|width)\s+/u;
const SIGN_BEFORE = /^(?:[=≈~]|-(?=\s))\s*/u;
/** And after it: units and the end of a sentence. */
const UNIT =
  /\s*(?:px|pixels?|cells?|columns?|rows?|cols?|wide|пикс(?:ел[а-я]*)?|кле?ток|клет[а-я]*|ячее?к|ячейк[а-я]*|столб[а-я]*|строк[а-я]*|шт\.?|в ширину)$/u;

/**
 * Reads numbers as people type them: `28`, `28x28`, `28 × 28`, `(1, 6, 28, 28)`, `6@28×28`, `1/9`, `0,5`, `2 1/3`, `≈ 2.33`, `N' = 28`, units,
 * full-width digits.
 * @returns the numbers in their order (one for a plain number); undefined when the text is no answer at all
 */
export function readAnswer(typed: string): number[] | undefined {
  const text = bare(typed);
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const mixed = /^(-?)(\d+)\s+(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (mixed !== null) return finite([(mixed[1] === '-' ? -1 : 1) * (Number(mixed[2]) + Number(mixed[3]) / Number(mixed[4]))]);
  const fraction = /^(-?\d+)\s*\/\s*(\d+)$/.exec(text);
  if (fraction !== null) return finite([Number(fraction[1]) / Number(fraction[2])]);
  const decimal = /^(-?\d+),(\d+)$/.exec(text);
  // 28,28 is a size; nobody means 28.28 by it
  if (decimal !== null && !(decimal[1] === decimal[2] && decimal[1]!.length > 1)) return finite([Number(`${decimal[1]}.${decimal[2]}`)]);
  const parts = text.replace(/^[([{]\s*|\s*[)\]}]$/g, '').split(/\s*[x×х*@,;]\s*|\s+(?:(?:on|by|на)\s+)?/u);
  if (!parts.every((part) => /^-?\d+(?:\.\d+)?$/.test(part))) return undefined;
  return finite(parts.map(Number));
}

/** The text in lower case and plain signs, without what is said around the numbers. */
function bare(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[−–—]/g, '-')
    .toLowerCase()
    .trim()
    .replace(NAMED, '')
    .replace(LEADING, '')
    .trim()
    .replace(SIGN_BEFORE, '')
    .replace(/[.!?]$/, '')
    .replace(UNIT, '')
    .replace(/^\+(?=\d)/, '')
    .trim();
}

const finite = (numbers: number[]) => (numbers.every(Number.isFinite) ? numbers : undefined);

/**
 * The one number that an answer about a width means: a size said as `28×28` means 28, and so does the whole shape `(1, 6, 28, 28)`; undefined when
 * height and width differ.
 */
export function readNumber(typed: string): number | undefined {
  const numbers = readAnswer(typed);
  if (numbers === undefined || numbers.length > 4) return undefined;
  const [height, width] = numbers.length === 1 ? [numbers[0], numbers[0]] : numbers.slice(-2);
  return height === width ? width : undefined;
}
