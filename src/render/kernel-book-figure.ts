import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { drawGrid, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawText, drawTitle, fitPicture, fitSize, measure, placePicture, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface KernelBookEntry {
  /** What to type after `kernel=`. */
  label: string;
  /** What the kernel does, in the figure's language. */
  what: string;
  kernels: { values: number[][]; denominator: number }[];
  /** Of the size that bookPicture tells, or smaller. */
  result: Picture;
}

export interface KernelBookInput extends Style {
  title: string;
  photo: Picture;
  entries: KernelBookEntry[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
/** Kernel and result beside each other. */
const KERNEL = 320;
const GAP = 30;
const BOX = { width: INNER - KERNEL - GAP, height: 400 };
const HEADING = 66;
const LINE = 42;
/** Between the words and the pictures. */
const TEXT_GAP = 10;
const SPACE = 36;
/** A grid without numbers has cells of this side at most. */
const MOST_PLAIN_CELL = 33;

interface Size {
  width: number;
  height: number;
}

/** How large the photo and each result are drawn; results are a little smaller than the photo and drawn as large. */
export const bookPicture = (photo: Size): Size => fitPicture(photo, BOX);

/** One page of the picture book: the photo, then each kernel with its numbers beside what it does to the photo. */
export function drawKernelBook({ title, photo, entries, language, theme }: KernelBookInput): Figure {
  const t = figureTexts(language);
  const shown = bookPicture(photo);
  const texts = entries.map(({ what }) => wrap(what, fonts.text(sizes.small), INNER));
  const bodies = entries.map((entry) => Math.max(shown.height, kernelsHeight(entry.kernels)));
  const heights = entries.map((_, index) => HEADING + texts[index]!.length * LINE + TEXT_GAP + bodies[index]! + SPACE);
  const top = 120;
  const sheet = createSheet(top + shown.height + SPACE + heights.reduce((sum, height) => sum + height, 0), theme);
  const { colors } = sheet;
  drawTitle(sheet, title, { x: MARGIN, y: 60, width: INNER }, sizes.title);
  const right = MARGIN + KERNEL + GAP;
  const place = (picture: Picture, y: number) =>
    placePicture(sheet, picture, { x: Math.round(right + (BOX.width - shown.width) / 2), y, ...shown });
  place(photo, top);
  wrap(t('book-photo'), fonts.text(sizes.small), KERNEL).forEach((line, row) => {
    drawText(sheet, line, MARGIN, top + 24 + row * LINE, { font: fonts.text(sizes.small), color: colors.muted });
  });
  let y = top + shown.height + SPACE;
  entries.forEach((entry, index) => {
    sheet.context.fillStyle = colors.line;
    sheet.context.fillRect(MARGIN, y, INNER, 2);
    drawText(sheet, entry.label, MARGIN, y + 38, {
      font: fonts.mono(fitSize(entry.label, fonts.mono, INNER, { max: 38, min: 24 })),
      color: colors.ink,
    });
    texts[index]!.forEach((line, row) => {
      drawText(sheet, line, MARGIN, y + HEADING + row * LINE + LINE / 2 - 4, { font: fonts.text(sizes.small), color: colors.ink });
    });
    const bodyTop = y + HEADING + texts[index]!.length * LINE + TEXT_GAP;
    drawKernels(sheet, entry.kernels, bodyTop);
    place(entry.result, bodyTop);
    y += heights[index]!;
  });
  return sheet.figure();
}

/** Side of the square that one of these kernels is drawn in: two stand one above the other. */
const sideFor = (kernels: KernelBookEntry['kernels']) => (kernels.length === 1 ? KERNEL : 190);
/** Room for the divisor or the size below a kernel. */
const NOTE = 44;

/** Where numbers would be too small to read on a phone, colors alone say more. */
function lookOf({ values, denominator }: KernelBookEntry['kernels'][number], side: number): { cell: number; note?: string } {
  const cell = Math.floor(Math.min(side / values[0]!.length, side / values.length, 90));
  const readable = values.flat().every((value) => measure(formatNumber(value), fonts.mono(26)) <= cell - 8);
  if (!readable) return { cell: Math.min(cell, MOST_PLAIN_CELL), note: `${values.length}×${values[0]!.length}` };
  return denominator === 1 ? { cell } : { cell, note: `÷ ${formatNumber(denominator)}` };
}

function kernelsHeight(kernels: KernelBookEntry['kernels']): number {
  const side = sideFor(kernels);
  return kernels.reduce((height, kernel) => {
    const { cell, note } = lookOf(kernel, side);
    return height + cell * kernel.values.length + (note === undefined ? 0 : NOTE) + 16;
  }, 0);
}

function drawKernels(sheet: Sheet, kernels: KernelBookEntry['kernels'], top: number): void {
  const side = sideFor(kernels);
  let y = top;
  for (const kernel of kernels) {
    const { values } = kernel;
    const { cell, note } = lookOf(kernel, side);
    drawGrid(sheet, values, MARGIN, y, { cell, scale: largest(values) });
    y += cell * values.length;
    if (note !== undefined) {
      drawText(sheet, note, MARGIN, y + NOTE / 2 + 2, { font: fonts.mono(sizes.small), color: sheet.colors.ink });
      y += NOTE;
    }
    y += 16;
  }
}
