/** Unicode's full-width digits and signs lie this far behind the plain ones. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Reads numbers as people type them: `28`, `28x28`, `28 × 28`, `(1, 6, 28, 28)`, `6@28×28`, `1/9`, `0,5`, `2 1/3`, `≈ 2.33`, units, full-width digits.
 * @returns the numbers in their order (one for a plain number); undefined when the text is no answer at all
 */
export function readAnswer(typed: string): number[] | undefined {
  const text = typed
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[−–—]/g, '-')
    .toLowerCase()
    .trim()
    .replace(/^(?:[a-z]['′]?\s*)?(?:=|≈|~|ответ:?|answer:?|it is|it's|это)\s*/u, '')
    .replace(/(?:\s*(?:px|pixels?|cells?|columns?|rows?|cols?|пикс(?:ел[а-я]*)?|клет[а-я]*|столб[а-я]*|строк[а-я]*|шт))?[.!?]?$/u, '');
  if (text === '' || text.length > 60) return undefined;
  const mixed = /^(-?\d+)\s+(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (mixed !== null) return finite([Number(mixed[1]) + (Math.sign(Number(mixed[1])) || 1) * (Number(mixed[2]) / Number(mixed[3]))]);
  const fraction = /^(-?\d+)\s*\/\s*(\d+)$/.exec(text);
  if (fraction !== null) return finite([Number(fraction[1]) / Number(fraction[2])]);
  const decimal = /^(-?\d+),(\d+)$/.exec(text);
  if (decimal !== null) return finite([Number(`${decimal[1]}.${decimal[2]}`)]);
  const parts = text.replace(/^[([{]\s*|\s*[)\]}]$/g, '').split(/\s*(?:[x×х*@,;]|\bon\b|\bby\b|\bна\b|\s)\s*/u);
  if (!parts.every((part) => /^-?\d+(?:\.\d+)?$/.test(part))) return undefined;
  return finite(parts.map(Number));
}

const finite = (numbers: number[]) => (numbers.every(Number.isFinite) ? numbers : undefined);

/** The one number that an answer means: a size said as `28×28` means 28; undefined when the numbers differ. */
export function readNumber(typed: string): number | undefined {
  const numbers = readAnswer(typed);
  if (numbers === undefined) return undefined;
  return numbers.every((value) => value === numbers[0]) ? numbers[0] : undefined;
}
