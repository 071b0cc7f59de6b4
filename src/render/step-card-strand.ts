import { type Cell, cellTextWidth, drawCells, grayCell, signedCell } from './cells.ts';
import type { Style } from './figure.ts';
import { cellText, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { operand, total } from './products.ts';
import { drawText, fitSize, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts } from './theme.ts';

/** One channel under one kernel. */
export interface Strand {
  /** `numbers`: a typed matrix. */
  channel: 'gray' | 'red' | 'green' | 'blue' | 'numbers';
  /** Under the window, rows × columns as the kernel; outside the input what its border puts there. */
  pixels: number[][];
  /** Which of them lie outside the input: padding. */
  outside: boolean[][];
  kernelName: string;
  kernel: number[][];
  denominator: number;
  /** Σ pixel · kernel, before the denominator. */
  sum: number;
}

/** Pixels, kernel and products side by side; the products below; or, with too many numbers to read, as heat maps and the largest products. */
export interface StrandLayout {
  kind: 'row' | 'stacked' | 'heat';
  /** Size of the numbers, pixels. */
  font: number;
  cellHeight: number;
  /** Widths of the cells of pixels, kernel and products. */
  widths: [number, number, number];
}

/** Room for `×` and `=` between the grids. */
const SIGN = 58;
const CELL_MARGIN = 16;
const LARGEST_FONT = 40;
/** Side by side only where the numbers are at least this large; below each other where they are at least so; else they are not read on a phone. */
const LEAST_ROW_FONT = 30;
const LEAST_FONT = 23;
/** Cells with short numbers are this wide where there is room. */
const WIDE_CELL = 84;
const CAPTION = 52;
const LARGEST_HEAT_CELL = 60;
/** Products that are told one by one where the grids show only shades. */
const LISTED_PRODUCTS = 5;
const LINE = 46;
const GAP = 36;

const productsOf = ({ pixels, kernel }: Strand) => pixels.map((row, i) => row.map((pixel, j) => pixel * kernel[i]![j]!));

/** The largest layout in which the numbers of every strand fit the width. */
export function strandLayout(strands: readonly Strand[], width: number): StrandLayout {
  const columns = strands[0]!.kernel[0]!.length;
  const longest = (values: (strand: Strand) => number[][]) =>
    Math.max(
      ...strands.flatMap((strand) =>
        values(strand)
          .flat()
          .map((value) => cellText(value).length),
      ),
    );
  const lengths = [longest(({ pixels }) => pixels), longest(({ kernel }) => kernel), longest(productsOf)] as const;
  const letter = cellTextWidth('0', 100) / 100;
  const fontFor = (letters: number, cells: number, signs: number) =>
    Math.floor((width - signs * SIGN - cells * CELL_MARGIN) / (columns === 0 ? 1 : letters * columns * letter));
  const row = Math.min(LARGEST_FONT, fontFor(lengths[0] + lengths[1] + lengths[2], 3 * columns, 2));
  const stacked = Math.min(LARGEST_FONT, fontFor(lengths[0] + lengths[1], 2 * columns, 1), fontFor(lengths[2], columns, 1));
  const kind = row >= LEAST_ROW_FONT || (row >= LEAST_FONT && row >= stacked) ? 'row' : stacked >= LEAST_FONT ? 'stacked' : 'heat';
  if (kind === 'heat') {
    const cell = Math.floor(Math.min(LARGEST_HEAT_CELL, (width - 2 * SIGN) / (3 * columns), 420 / strands[0]!.kernel.length));
    return { kind, font: 0, cellHeight: cell, widths: [cell, cell, cell] };
  }
  const font = kind === 'row' ? row : stacked;
  const room = kind === 'row' ? (width - 2 * SIGN) / (3 * columns) : (width - SIGN) / (2 * columns);
  const least = Math.floor(Math.min(WIDE_CELL, room));
  const exact = lengths.map((letters) => Math.floor(letters * letter * font + CELL_MARGIN));
  const wide = exact.map((cell) => Math.max(cell, least));
  const across = (cells: number[]) =>
    kind === 'row' ? 2 * SIGN + columns * (cells[0]! + cells[1]! + cells[2]!) : SIGN + columns * Math.max(cells[0]! + cells[1]!, cells[2]!);
  const [pixels, kernel, products] = across(wide) <= width ? wide : exact;
  return { kind, font, cellHeight: Math.round(Math.max(52, font * 1.9)), widths: [pixels!, kernel!, products!] };
}

/** How high a strand is with its captions and its sum, pixels. */
export function strandHeight({ kernel }: Strand, { kind, cellHeight }: StrandLayout): number {
  const grid = CAPTION + kernel.length * cellHeight;
  if (kind === 'row') return grid + LINE + GAP;
  if (kind === 'stacked') return 2 * grid + LINE + GAP;
  return grid + (Math.min(LISTED_PRODUCTS, kernel.length * kernel[0]!.length) + 2) * LINE + GAP;
}

/** Draws one strand from its upper left corner. */
export function drawStrand(
  sheet: Sheet,
  strand: Strand,
  layout: StrandLayout,
  { x, y, width }: Omit<Rect, 'height'>,
  { language }: Style,
): void {
  const t = figureTexts(language);
  const { kind, cellHeight, widths } = layout;
  const { kernel } = strand;
  const rows = kernel.length;
  const columns = kernel[0]!.length;
  const top = y + CAPTION;
  const middle = top + (rows * cellHeight) / 2;
  const caption = (text: string, left: number, above: number, room: number) =>
    drawText(sheet, text, left, above - CAPTION / 2 - 2, {
      font: fonts.bold(fitSize(text, fonts.bold, room, { max: 29, min: 15 })),
      color: sheet.colors.ink,
    });
  const sign = (text: string, left: number, at: number) =>
    drawText(sheet, text, left - SIGN / 2, at, { font: fonts.bold(44), color: sheet.colors.ink, anchor: 'center' });

  const kernelX = x + columns * widths[0] + SIGN;
  const beside = kind !== 'stacked';
  const productsX = beside ? kernelX + columns * widths[1] + SIGN : x + SIGN;
  const productsTop = beside ? top : top + rows * cellHeight + CAPTION;
  grid(sheet, pixelCells(sheet, strand), { x, y: top }, layout, 0);
  caption(t(`step-pixels-${strand.channel}`), x, top, columns * widths[0] + SIGN - 8);
  sign('×', kernelX, middle);
  const scale = largest(kernel);
  grid(
    sheet,
    kernel.map((row) => row.map((weight) => signedCell(sheet, weight, scale))),
    { x: kernelX, y: top },
    layout,
    1,
  );
  caption(
    strand.kernelName === 'typed' ? t('animation-kernel') : strand.kernelName,
    kernelX,
    top,
    columns * widths[1] + (beside ? SIGN - 8 : 200),
  );
  sign('=', productsX, beside ? middle : productsTop + (rows * cellHeight) / 2);
  const products = productsOf(strand);
  const productScale = largest(products);
  grid(
    sheet,
    products.map((row) => row.map((product) => signedCell(sheet, product, productScale))),
    { x: productsX, y: productsTop },
    layout,
    2,
  );
  caption(t('step-products'), productsX, productsTop, columns * widths[2]);
  const below = productsTop + rows * cellHeight + LINE / 2 + 8;
  const listed = kind === 'heat' ? listProducts(strand, language) : [];
  listed.forEach((line, index) => {
    drawText(sheet, line, x, below + index * LINE, {
      font: fonts.mono(fitSize(line, fonts.mono, width, { max: 28, min: 16 })),
      color: sheet.colors.ink,
    });
  });
  const sumX = kind === 'heat' ? x : productsX;
  const sum = `Σ ${total(strand.sum, strand.denominator)}`;
  drawText(sheet, sum, sumX, below + listed.length * LINE, {
    font: fonts.bold(fitSize(sum, fonts.bold, x + width - sumX, { max: 36, min: 20 })),
    color: sheet.colors.ink,
  });
}

function grid(
  sheet: Sheet,
  cells: Cell[][],
  at: { x: number; y: number },
  { widths, cellHeight, font }: StrandLayout,
  which: 0 | 1 | 2,
): void {
  drawCells(sheet, cells, at, { width: widths[which], height: cellHeight }, font === 0 ? undefined : font);
}

/** Levels as the shades that they are, a color's in that color; padding hatched. */
function pixelCells(sheet: Sheet, { channel, pixels, outside }: Strand): Cell[][] {
  const scale = largest(pixels);
  const look = (value: number): Cell => {
    if (channel === 'numbers') return signedCell(sheet, value, scale);
    const cell = grayCell(value);
    if (channel === 'gray') return cell;
    const on = { red: 0, green: 1, blue: 2 }[channel];
    return {
      ...cell,
      fill: cell.fill.map((level, index) => (index === on ? level : Math.round(level * 0.25))) as [number, number, number],
    };
  };
  return pixels.map((row, i) =>
    row.map((value, j) => (outside[i]![j]! ? { text: cellText(value), fill: [255, 255, 255], hollow: true } : look(value))),
  );
}

/** The largest products one by one, and what all others add up to. */
function listProducts(strand: Strand, language: Style['language']): string[] {
  const t = figureTexts(language);
  const { pixels, kernel } = strand;
  const all = productsOf(strand).flatMap((row, i) => row.map((product, j) => ({ product, i, j })));
  const ranked = all.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const first = ranked.slice(0, LISTED_PRODUCTS);
  const rest = ranked.slice(LISTED_PRODUCTS);
  const others = rest.reduce((sum, { product }) => sum + product, 0);
  return [
    ...first.map(
      ({ product, i, j }) =>
        `${operand(pixels[i]![j]!)}·${operand(kernel[i]![j]!, 4)} = ${formatNumber(product)}  ${t('step-cell', { row: i, column: j })}`,
    ),
    ...(rest.length === 0 ? [] : [t('step-others', { count: rest.length, value: formatNumber(others) })]),
  ];
}
