import type { Display, Zero } from '../vision/display.ts';
import type { Picture } from '../vision/picture.ts';
import { drawColorBar } from './color-bar.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { drawGrid, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawText, drawTitle, fitPicture, fitSize, placePicture, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface ConvolveFigureInput extends Style {
  layout: ReturnType<typeof convolveLayout>;
  before: Picture;
  after: Picture;
  kernelName: string;
  kernels: { name: string; values: number[][]; denominator?: number }[];
  /** Channels, height, width. */
  inShape: number[];
  outShape: number[];
  range: [number, number];
  display: Display;
  /** The numbers at the two ends of the color bar. */
  scale: [number, number];
  /** What zero is in a `signed` display. */
  zero: Zero;
  stride: number;
  padding: string;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
/** Pictures this much wider than high stand one above the other. */
const STACK_ABOVE = 1.25;
/** Side of a kernel's grid by how many numbers stand in a row: they must be readable on a phone. */
const KERNEL_SIDES = { few: 300, some: 440, many: 620 };
/** A kernel with more rows than this is a heatmap. */
const MOST_NUMBERS = 7;

interface Size {
  width: number;
  height: number;
}

/** How large the two pictures are drawn: whoever resizes them to this beforehand, with a library made for it, saves most of the drawing's time. */
export function convolveLayout(before: Size, after: Size): { stacked: boolean; before: Size; after: Size } {
  const stacked = before.width / before.height > STACK_ABOVE;
  const box = stacked ? { width: INNER, height: 600 } : { width: (INNER - 30) / 2, height: 780 };
  const shown = fitPicture(before, box);
  // both at one scale, so that lost borders and strides show
  const scale = shown.width / before.width;
  const fitted = fitPicture(after, {
    width: Math.max(shown.width / 3, Math.min(box.width, after.width * scale)),
    height: Math.max(shown.height / 3, Math.min(box.height, after.height * scale)),
  });
  return { stacked, before: shown, after: fitted };
}

/** Before and after, the kernel with its numbers, shapes, range. The pictures may have been resized to the layout already. */
export function drawConvolveFigure(input: ConvolveFigureInput): Figure {
  const t = figureTexts(input.language);
  const { stacked, before: shown, after } = input.layout;
  const label = 56;
  const top = 120;
  const picturesHeight = stacked ? shown.height + after.height + 2 * label + 20 : Math.max(shown.height, after.height) + label;
  const kernelTop = top + picturesHeight + 20;
  const side = kernelSide(input.kernels);
  const sheet = createSheet(kernelTop + side + 150, input.theme);
  const { colors } = sheet;
  drawTitle(
    sheet,
    input.kernelName === 'typed' ? t('convolve-typed') : input.kernelName,
    { x: MARGIN, y: 56, width: INNER / 2 },
    sizes.title,
  );
  const facts = t('convolve-window', { stride: input.stride, padding: input.padding });
  drawText(sheet, facts, FIGURE_WIDTH - MARGIN, 60, {
    font: fonts.text(fitSize(facts, fonts.text, INNER / 2, { max: sizes.text, min: 24 })),
    color: colors.muted,
    anchor: 'right',
  });

  const column = stacked ? INNER : (INNER - 30) / 2;
  const second = stacked ? { x: MARGIN, y: top + shown.height + label + 20 } : { x: MARGIN + column + 30, y: top };
  const place = (x: number, width: number) => Math.round(x + (column - width) / 2);
  placePicture(sheet, input.before, { x: place(MARGIN, shown.width), y: top, ...shown });
  placePicture(sheet, input.after, { x: place(second.x, after.width), y: second.y, ...after });
  const caption = (text: string, x: number, y: number) =>
    drawText(sheet, text, x + column / 2, y + label / 2, {
      font: fonts.text(fitSize(text, fonts.text, column, { max: sizes.small, min: 22 })),
      color: colors.ink,
      anchor: 'center',
    });
  caption(t('convolve-before', { shape: input.inShape.join('×') }), MARGIN, top + shown.height);
  caption(t('convolve-after', { shape: input.outShape.join('×') }), second.x, second.y + after.height);

  drawKernels(sheet, input, kernelTop, side);
  drawRange(sheet, input, kernelTop);
  const note = t(`convolve-display-${input.display}`, { most: formatNumber(input.scale[1]) });
  drawText(sheet, note, MARGIN, kernelTop + side + 100, {
    font: fonts.text(fitSize(note, fonts.text, INNER, { max: sizes.small, min: 22 })),
    color: colors.muted,
  });
  return sheet.figure();
}

function kernelSide(kernels: ConvolveFigureInput['kernels']): number {
  const columns = Math.max(...kernels.map(({ values }) => Math.max(values.length, values[0]!.length)));
  if (kernels.length > 1 || columns <= 3) return KERNEL_SIDES.few;
  return columns <= 5 ? KERNEL_SIDES.some : KERNEL_SIDES.many;
}

function drawKernels(sheet: Sheet, { kernels, language }: ConvolveFigureInput, top: number, side: number): void {
  kernels.slice(0, 2).forEach(({ name, values, denominator }, index) => {
    const x = MARGIN + index * (side + 40);
    const cell = Math.floor(Math.min(side / values[0]!.length, side / values.length));
    const numbers = values.length <= MOST_NUMBERS && values[0]!.length <= MOST_NUMBERS;
    drawGrid(sheet, values, x, top, { cell: numbers ? cell : Math.min(cell, 33), scale: largest(values), language });
    const label = denominator === undefined ? name : `1/${formatNumber(denominator)} × ${name}`;
    drawText(sheet, label, x, top + side + 36, {
      font: fonts.mono(fitSize(label, fonts.mono, side, { max: sizes.small, min: 20 })),
      color: sheet.colors.ink,
    });
  });
}

/** What black and white stand for, and the numbers the filter gave. */
function drawRange(sheet: Sheet, { language, range, display, scale, zero }: ConvolveFigureInput, top: number): void {
  const { colors } = sheet;
  const t = figureTexts(language);
  const x = MARGIN + 2 * (KERNEL_SIDES.few + 40);
  const width = FIGURE_WIDTH - MARGIN - x;
  drawColorBar(sheet, { display, scale, zero, bothSigns: display === 'absolute' && range[0] < 0 }, { x, y: top, width, height: 56 });
  drawText(sheet, t('convolve-range'), x, top + 160, { font: fonts.text(sizes.small), color: colors.muted });
  [t('convolve-least', { value: formatNumber(range[0], 1) }), t('convolve-most', { value: formatNumber(range[1], 1) })].forEach(
    (line, index) => {
      const size = fitSize(line, fonts.mono, width, { max: sizes.text, min: 20 });
      drawText(sheet, line, x, top + 210 + index * 50, { font: fonts.mono(size), color: colors.ink });
    },
  );
}
