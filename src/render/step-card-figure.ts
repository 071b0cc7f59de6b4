import type { Border } from '../vision/border.ts';
import type { Padding } from '../vision/convolution.ts';
import type { Display } from '../vision/display.ts';
import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { mark, scaled } from './marks.ts';
import { cellText, drawGrid, frame, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { operand, productRow, total } from './products.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Rect, type Sheet, wrap } from './sheet.ts';
import { drawStrand, type Strand, type StrandLayout, strandHeight, strandLayout } from './step-card-strand.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';
import { windowKind } from './window-kind.ts';

/** A picture, already as small as it is drawn or any size, with the size it stands for; or a matrix. `window` is in its own cells. */
export type Thumbnail =
  | { picture: Picture; of: { width: number; height: number }; window: Rect }
  | { matrix: number[][]; padding: Padding; border?: Border | undefined; window: Rect };

export interface StepCardInput extends Style {
  kernelName: string;
  stride: number;
  padding: string;
  dilation: number;
  /** What the padding holds; zeros if not given. */
  border?: Border | undefined;
  /** The kernel is drawn as it was turned by 180°. */
  flipped?: boolean | undefined;
  /** The cell of the output: column x, row y, from 0. */
  at: { x: number; y: number };
  before: Thumbnail;
  after: Thumbnail;
  /** One for each kernel and channel, kernel by kernel. */
  strands: Strand[];
  /** What each kernel gives: the sum over the channels, over the denominator. */
  totals: number[];
  /** The number in the output: the total, or √(gx² + gy²) of two. */
  value: number;
  /** How the number is shown in the picture: the display, and the color, 0…255. */
  shown?: { display: Display; color: [number, number, number] };
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const HEADER = 170;
/** A line more in the header. */
const KIND = 48;
const THUMBNAIL_GAP = 40;
const CAPTION = 92;
/** The largest a picture is drawn in the card, pixels. */
const THUMBNAIL_BOX = { width: (INNER - THUMBNAIL_GAP) / 2, height: 420 };
const MATRIX_CELL = 76;
/** A window of a few pixels gets a frame of at least this size. */
const LEAST_FRAME = 30;
const LEAST_MARK = 20;
/** More products than these are not written into one sum. */
const MOST_PRODUCTS = 25;
const LINE = 50;

/** How large a picture is drawn in the card: whoever resizes it to this beforehand saves most of the drawing's time. */
export const thumbnailSize = (picture: { width: number; height: number }) => fitPicture(picture, THUMBNAIL_BOX);

/** One window in numbers: where it lies, its pixels times the kernel's weights, their sum, and where the sum lands. */
export function drawStepCard(card: StepCardInput): Figure {
  const layout = strandLayout(card.strands, INNER);
  const thumbnails = Math.max(thumbnailHeight(card.before), thumbnailHeight(card.after));
  const strandsTop = thumbnailsTop(card) + thumbnails + CAPTION + 30;
  const formulaTop = strandsTop + card.strands.length * strandHeight(card.strands[0]!, layout) + 20;
  const lines = formulaLines(card, layout);
  const sheet = createSheet(formulaTop + lines.length * LINE + 150, card.theme);
  drawHeader(sheet, card);
  drawThumbnails(sheet, card);
  card.strands.forEach((strand, index) => {
    drawStrand(sheet, strand, layout, { x: MARGIN, y: strandsTop + index * strandHeight(strand, layout), width: INNER }, card);
  });
  drawResult(sheet, card, lines, formulaTop);
  return sheet.figure();
}

function drawHeader(sheet: Sheet, card: StepCardInput): void {
  const { kernelName, stride, padding, dilation, at, language } = card;
  const t = figureTexts(language);
  drawTitle(sheet, kernelName === 'typed' ? t('convolve-typed') : kernelName, { x: MARGIN, y: 56, width: INNER / 2 - 20 }, sizes.title);
  const look = { color: sheet.colors.muted, anchor: 'right' } as const;
  const facts = t('animation-window', { stride, padding, dilation });
  drawText(sheet, facts, FIGURE_WIDTH - MARGIN, 60, {
    ...look,
    font: fonts.text(fitSize(facts, fonts.text, INNER / 2, { max: sizes.small, min: 20 })),
  });
  const place = t('step-place', { row: at.y, column: at.x });
  drawText(sheet, place, MARGIN, 124, {
    font: fonts.text(fitSize(place, fonts.text, INNER, { max: sizes.text, min: 22 })),
    color: sheet.colors.ink,
  });
  const kind = kindOf(card);
  drawText(sheet, kind, MARGIN, 124 + KIND, {
    font: fonts.text(fitSize(kind, fonts.text, INNER, { max: sizes.small, min: 22 })),
    color: sheet.colors.muted,
  });
}

/** A border other than zeros and a turned kernel, in words. */
const kindOf = ({ padding, border, flipped, language }: StepCardInput) =>
  windowKind(figureTexts(language), { padded: padding !== '0', border, flipped }).join(' · ');

const thumbnailsTop = (card: StepCardInput) => HEADER + (kindOf(card) === '' ? 0 : KIND);

function matrixCell(matrix: number[][], { top, right, bottom, left }: Padding): number {
  const rows = matrix.length + top + bottom;
  const columns = matrix[0]!.length + left + right;
  return Math.max(2, Math.floor(Math.min(MATRIX_CELL, THUMBNAIL_BOX.width / columns, THUMBNAIL_BOX.height / rows)));
}

function thumbnailHeight(thumbnail: Thumbnail): number {
  if ('picture' in thumbnail) return thumbnailSize(thumbnail.of).height;
  const { matrix, padding } = thumbnail;
  return (matrix.length + padding.top + padding.bottom) * matrixCell(matrix, padding);
}

function drawThumbnails(sheet: Sheet, card: StepCardInput): void {
  const { before, after, at, language } = card;
  const t = figureTexts(language);
  const top = thumbnailsTop(card);
  const second = MARGIN + THUMBNAIL_BOX.width + THUMBNAIL_GAP;
  const rowsOf = ({ y, height }: Rect) => (height === 1 ? `${y}` : `${formatNumber(y)}…${formatNumber(y + height - 1)}`);
  const columnsOf = ({ x, width }: Rect) => (width === 1 ? `${x}` : `${formatNumber(x)}…${formatNumber(x + width - 1)}`);
  const bottom = top + Math.max(thumbnailHeight(before), thumbnailHeight(after));
  const caption = (lines: string[], x: number) =>
    lines.forEach((text, index) => {
      drawText(sheet, text, x, bottom + 30 + index * 40, {
        font: fonts.text(fitSize(text, fonts.text, THUMBNAIL_BOX.width, { max: sizes.small, min: 18 })),
        color: index === 0 ? sheet.colors.muted : sheet.colors.ink,
      });
    });
  drawThumbnail(sheet, before, { x: MARGIN, y: top }, LEAST_FRAME);
  drawThumbnail(sheet, after, { x: second, y: top }, LEAST_MARK);
  caption(
    [t('step-input', { shape: shapeOf(before) }), t('step-covered', { rows: rowsOf(before.window), columns: columnsOf(before.window) })],
    MARGIN,
  );
  caption([t('step-output', { shape: shapeOf(after) }), t('step-landed', { row: at.y, column: at.x })], second);
}

function shapeOf(thumbnail: Thumbnail): string {
  if ('picture' in thumbnail) return `${thumbnail.of.height}×${thumbnail.of.width}`;
  return `${thumbnail.matrix.length}×${thumbnail.matrix[0]!.length}`;
}

function drawThumbnail(sheet: Sheet, thumbnail: Thumbnail, { x, y }: { x: number; y: number }, least: number): void {
  const { window } = thumbnail;
  if ('picture' in thumbnail) {
    const place = { x, y, ...thumbnailSize(thumbnail.of) };
    drawPicture(sheet, thumbnail.picture, place);
    mark(sheet, scaled(window, place, thumbnail.of), place, least);
    return;
  }
  const { matrix, padding, border } = thumbnail;
  const cell = matrixCell(matrix, padding);
  drawGrid(sheet, matrix, x, y, { cell, scale: largest(matrix), padding, border });
  const framed = {
    x: x + (window.x + padding.left) * cell,
    y: y + (window.y + padding.top) * cell,
    width: window.width * cell,
    height: window.height * cell,
  };
  frame(sheet, framed, sheet.colors.orange, 7);
}

/** The sum with its numbers, in lines that fit. */
function formulaLines({ strands, totals, value, at }: StepCardInput, layout: StrandLayout): string[] {
  const place = `out[${at.y}][${at.x}]`;
  const channels = strands.length / totals.length;
  const [first] = strands;
  if (strands.length === 1) {
    const { pixels, kernel, sum, denominator } = first!;
    const count = pixels.length * pixels[0]!.length;
    if (count > MOST_PRODUCTS || layout.kind === 'heat') return [];
    return wrap(
      `${place} = ${pixels.map((row, i) => productRow(row, kernel[i]!)).join(' + ')} ${total(sum, denominator)}`,
      fonts.mono(29),
      INNER,
    );
  }
  const names = totals.length === 2 ? ['gx', 'gy'] : [place];
  const added = totals.map((sum, index) => {
    const parts = strands.slice(index * channels, (index + 1) * channels).map((strand) => operand(strand.sum));
    const { denominator } = first!;
    const over = denominator === 1 ? parts.join(' + ') : `(${parts.join(' + ')})/${formatNumber(denominator)}`;
    return channels === 1 && denominator === 1
      ? `${names[index]} = ${formatNumber(sum)}`
      : `${names[index]} = ${over} = ${formatNumber(sum, 3)}`;
  });
  if (totals.length === 1) return added;
  const [x, y] = totals;
  return [...added, `${place} = √(${operand(x!)}² + ${operand(y!)}²) = ${formatNumber(value)}`];
}

function drawResult(sheet: Sheet, { value, at, shown, language }: StepCardInput, lines: readonly string[], top: number): void {
  const t = figureTexts(language);
  const { colors, context } = sheet;
  const size = Math.min(...lines.map((line) => fitSize(line, fonts.mono, INNER, { max: 30, min: 16 })));
  lines.forEach((line, index) => {
    drawText(sheet, line, MARGIN, top + 20 + index * LINE, { font: fonts.mono(size), color: colors.ink });
  });
  const y = top + 60 + lines.length * LINE;
  const result = `out[${at.y}][${at.x}] = ${cellText(value)}`;
  const room = shown === undefined ? INNER : INNER * 0.56;
  const large = fitSize(result, fonts.bold, room, { max: 56, min: 24 });
  drawText(sheet, result, MARGIN, y, { font: fonts.bold(large), color: colors.ink });
  if (shown === undefined) return;
  const swatch = { x: FIGURE_WIDTH - MARGIN - 64, y: y - 32, width: 64, height: 64 };
  context.fillStyle = `rgb(${shown.color.join(', ')})`;
  context.fillRect(swatch.x, swatch.y, 64, 64);
  frame(sheet, swatch, colors.line, 2);
  const note = t(`step-shown-${shown.display}`, { level: shown.color[0] });
  drawText(sheet, note, swatch.x - 20, y, {
    font: fonts.text(fitSize(note, fonts.text, INNER * 0.44 - 100, { max: sizes.small, min: 18 })),
    color: colors.muted,
    anchor: 'right',
  });
}
