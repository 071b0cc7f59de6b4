import { DIVERGING, type Display, type Zero } from '../vision/display.ts';
import { formatNumber } from './numbers.ts';
import { drawText, fitSize, type Rect, type Sheet } from './sheet.ts';
import { fonts, sizes } from './theme.ts';

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

/** Height of the numbers below a bar, pixels. */
export const BAR_NUMBERS = 44;

export interface ColorBar {
  display: Display;
  /** The numbers at the two ends. */
  scale: [number, number];
  zero: Zero;
  /** Signs were left out, so the end stands for both. */
  bothSigns?: boolean;
}

/** What the colors of a picture stand for: a bar with the numbers of its ends below it, and of its middle where that is zero. */
export function drawColorBar(sheet: Sheet, { display, scale, zero, bothSigns }: ColorBar, { x, y, width, height }: Rect): void {
  const { context, colors } = sheet;
  const [low, high] = scale.map((value) => formatNumber(value, 1)) as [string, string];
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  const shades = display === 'signed' ? [DIVERGING[zero].negative, DIVERGING[zero].zero, DIVERGING[zero].positive] : [BLACK, WHITE];
  shades.forEach(([red, green, blue], index) => {
    gradient.addColorStop(index / (shades.length - 1), `rgb(${red}, ${green}, ${blue})`);
  });
  context.fillStyle = gradient;
  context.fillRect(x, y, width, height);
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(x, y, width, height);
  const ends = [low, bothSigns === true ? `±${high}` : high] as const;
  const longest = ends[0].length > ends[1].length ? ends[0] : ends[1];
  const size = fitSize(longest, fonts.mono, width * 0.42, { max: sizes.small, min: 20 });
  const look = { font: fonts.mono(size), color: colors.ink };
  drawText(sheet, ends[0], x, y + height + 28, look);
  drawText(sheet, ends[1], x + width, y + height + 28, { ...look, anchor: 'right' });
  if (display === 'signed' || display === 'shifted') drawText(sheet, '0', x + width / 2, y + height + 28, { ...look, anchor: 'center' });
}
