import type { Picture } from '../vision/picture.ts';
import { BAR_NUMBERS, drawColorBar } from './color-bar.ts';
import type { convolveLayout } from './convolve-figure.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitSize, placePicture, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface HarrisFigureInput extends Style {
  /** The photo and its response in two colors, of the layout's sizes or smaller. */
  photo: Picture;
  response: Picture;
  layout: ReturnType<typeof convolveLayout>;
  /** Of the photo as it was worked on, pixels: what the corners' places refer to. */
  size: { width: number; height: number };
  corners: { x: number; y: number }[];
  k: number;
  /** The response that is shown in full color. */
  most: number;
  /** How far the mean around a pixel reaches. */
  window: { shape: 'box'; size: number } | { shape: 'gaussian'; sigma: number };
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const GAP = 30;
const TOP = 150;
const LABEL = 60;

/** The photo with its corners marked, the response map with its color bar, and the formula. */
export function drawHarrisFigure(input: HarrisFigureInput): Figure {
  const { layout, language, theme, corners, window } = input;
  const t = figureTexts(language);
  const { stacked, before, after } = layout;
  const column = stacked ? INNER : (INNER - GAP) / 2;
  const secondTop = stacked ? TOP + before.height + LABEL + 20 : TOP;
  const barTop = secondTop + after.height + LABEL + 20;
  const sheet = createSheet(barTop + 50 + BAR_NUMBERS + 130, theme);
  drawTitle(sheet, t('harris-title'), { x: MARGIN, y: 56, width: INNER }, sizes.title);
  const settings =
    window.shape === 'box'
      ? t('harris-settings-box', { k: formatNumber(input.k, 3), size: window.size })
      : t('harris-settings-gaussian', { k: formatNumber(input.k, 3), sigma: formatNumber(window.sigma) });
  line(sheet, settings, MARGIN, 112, INNER, sheet.colors.muted);

  const photo = { x: Math.round(MARGIN + (column - before.width) / 2), y: TOP, ...before };
  drawPicture(sheet, input.photo, photo);
  for (const corner of corners) mark(sheet, corner, photo, input.size);
  const left = stacked ? MARGIN : MARGIN + column + GAP;
  placePicture(sheet, input.response, { x: Math.round(left + (column - after.width) / 2), y: secondTop, ...after });
  line(sheet, t('harris-corners', { count: corners.length }), MARGIN, TOP + before.height + LABEL / 2, column);
  line(sheet, t('harris-response'), left, secondTop + after.height + LABEL / 2, column);

  drawColorBar(
    sheet,
    { display: 'signed', scale: [-input.most, input.most], zero: 'white' },
    { x: MARGIN, y: barTop, width: INNER, height: 50 },
  );
  line(sheet, t('harris-colors'), MARGIN, barTop + 50 + BAR_NUMBERS + 30, INNER, sheet.colors.muted);
  line(sheet, t('harris-formula', { k: formatNumber(input.k, 3) }), MARGIN, barTop + 50 + BAR_NUMBERS + 84, INNER);
  return sheet.figure();
}

function line(sheet: Sheet, text: string, x: number, y: number, width: number, color = sheet.colors.ink): void {
  drawText(sheet, text, x, y, { font: fonts.text(fitSize(text, fonts.text, width, { max: sizes.small, min: 22 })), color });
}

/** A ring that is seen on dark and on light. */
function mark({ context, colors }: Sheet, corner: { x: number; y: number }, photo: Rect, size: { width: number; height: number }): void {
  const x = photo.x + ((corner.x + 0.5) * photo.width) / size.width;
  const y = photo.y + ((corner.y + 0.5) * photo.height) / size.height;
  for (const [color, width] of [
    ['#ffffff', 7],
    [colors.red, 4],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 11, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
