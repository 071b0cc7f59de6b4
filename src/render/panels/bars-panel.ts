import { powerText } from '../numbers.ts';
import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { BarsPanel, Fitted, Room, Words } from './panel.ts';
import { niceTicks, powerTicks } from './ticks.ts';
import { wrapWithin } from './words.ts';

const TYPE = 28;
const LINE = 36;
const BAR = 40;
/** Between a label and its bar. */
const LABEL_GAP = 10;
const GAP = 26;
const AXIS = 54;
const LEAST_BAR_ROOM = 220;

/** Lying bars with their labels above them. @throws RangeError without bars, for numbers that are none, or not above 0 on a logarithmic axis */
export function fitBars({ bars, unit, logarithmic = false, hideValues = false }: BarsPanel, room: Room, words: Words): Fitted {
  if (bars.length === 0) throw new RangeError('there are no bars');
  const values = bars.map(({ value }) => value);
  if (!values.every(Number.isFinite)) throw new RangeError('a bar has a value that is no number');
  if (logarithmic && Math.min(...values) <= 0) throw new RangeError('a logarithmic axis has no place for 0 and below');
  const font = fonts.text(TYPE);
  const suffix = unit === undefined ? '' : ` ${words.text(unit)}`;
  const texts = values.map((value) => (hideValues ? '' : `${plain(value, words)}${suffix}`));
  const valueWidth = Math.max(...texts.map((text) => measure(text, fonts.bold(TYPE)))) + (hideValues ? 0 : 14);
  const labels = bars.map(({ label }) => wrapWithin(words.text(label), font, room.width));
  const withAxis = hideValues || logarithmic;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const ticks = logarithmic ? powerTicks(least, most) : niceTicks(Math.min(0, least), Math.max(0, most), 4);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const tickTexts = ticks.map((tick) => (logarithmic ? powerText(Math.round(Math.log10(tick))) : plain(tick, words)));
  const tickMargin = withAxis ? measure(tickTexts.at(-1)!, font) / 2 : 0;
  const left = least < 0 && !hideValues ? valueWidth : withAxis ? measure(tickTexts[0]!, font) / 2 : 0;
  const width = room.width;
  const barRoom = width - left - Math.max(valueWidth, tickMargin);
  // so many ticks apart, numbers below the axis do not touch
  const every = Math.ceil((Math.max(...tickTexts.map((text) => measure(text, font))) + 20) / (barRoom / (ticks.length - 1)));
  const along = (value: number) => (logarithmic ? Math.log10(value / low) / Math.log10(high / low) : (value - low) / (high - low));
  const heights = labels.map((lines) => lines.length * LINE + LABEL_GAP + BAR + GAP);
  const body = heights.reduce((sum, height) => sum + height, 0);
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const at = (value: number) => x + left + along(value) * barRoom;
    if (withAxis)
      ticks.forEach((tick, index) => {
        context.fillStyle = colors.line;
        context.fillRect(at(tick) - 1, y, 2, body);
        if (index % every === 0)
          drawText(sheet, tickTexts[index]!, at(tick), y + body + LINE / 2, { font, color: colors.muted, anchor: 'center' });
      });
    const zero = at(logarithmic ? low : 0);
    let top = y;
    bars.forEach(({ value }, index) => {
      labels[index]!.forEach((line, row) => {
        // the axis' lines end beside a label
        context.fillStyle = colors.background;
        context.fillRect(x - 1, top + row * LINE, measure(line, font) + 8, LINE + LABEL_GAP);
        drawText(sheet, line, x, top + (row + 0.5) * LINE, { font, color: colors.ink });
      });
      const barTop = top + labels[index]!.length * LINE + LABEL_GAP;
      const end = at(value);
      context.fillStyle = value < 0 ? colors.red : colors.blue;
      context.fillRect(Math.min(zero, end), barTop, Math.max(3, Math.abs(end - zero)), BAR);
      if (!hideValues)
        drawText(sheet, texts[index]!, value < 0 ? end - 12 : end + 12, barTop + BAR / 2, {
          font: fonts.bold(TYPE),
          color: colors.ink,
          anchor: value < 0 ? 'right' : 'left',
        });
      top += heights[index]!;
    });
  };
  return { width, height: body + (withAxis ? AXIS : 0), readable: barRoom >= LEAST_BAR_ROOM, draw };
}

/** Counts with their thousands apart. */
const plain = (value: number, words: Words) =>
  Math.abs(value) >= 10_000
    ? new Intl.NumberFormat(words.language, { maximumFractionDigits: 0 }).format(value).replace('-', '−')
    : words.number(value);
