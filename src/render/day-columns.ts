import type { Language } from './figure.ts';
import { drawText, measure, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

/** A day's counts, stacked from below; the date as 2026-11-23. */
export interface DayColumn {
  date: string;
  parts: { count: number; color: string }[];
}

const TYPE = 26;
/** Room above the highest column for its number, and below the line for dates. */
const ABOVE = 40;
const BELOW = 52;
/** A column that is this high stands for so many at least: few answers do not fill the chart. */
const LEAST_SCALE = 4;

/** Columns of days side by side with their sums above them; dates under the first, the middle and the last, and `today` in place of today's. */
export function drawDayColumns(
  sheet: Sheet,
  days: readonly DayColumn[],
  { x, y, width, height }: Rect,
  { language, today, todayAt }: { language: Language; today: string; todayAt: 'first' | 'last' },
): void {
  const { context, colors } = sheet;
  const font = fonts.text(TYPE);
  const sums = days.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const most = Math.max(LEAST_SCALE, ...sums);
  const column = width / days.length;
  const ground = y + height - BELOW;
  const room = ground - y - ABOVE;
  const write = new Intl.NumberFormat(language);
  const tight = sums.some((sum) => measure(write.format(sum), font) > column - 6);
  const highest = sums.indexOf(Math.max(...sums));
  context.fillStyle = colors.line;
  context.fillRect(x, ground, width, 3);
  days.forEach(({ parts }, index) => {
    const left = x + index * column + column * 0.15;
    let top = ground;
    for (const { count, color } of parts) {
      const high = (room * count) / most;
      top -= high;
      context.fillStyle = color;
      context.fillRect(left, top, column * 0.7, high);
    }
    // where the numbers would touch each other only the largest is written
    if (sums[index] === 0 || (tight && index !== highest)) return;
    const text = write.format(sums[index]!);
    const half = measure(text, font) / 2;
    const center = Math.min(Math.max(left + column * 0.35, x + half), x + width - half);
    drawText(sheet, text, center, top - 20, { font, color: colors.ink, anchor: 'center' });
  });
  const dated = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const last = days.length - 1;
  const label = (index: number) =>
    index === (todayAt === 'first' ? 0 : last) ? today : dated.format(Date.parse(`${days[index]!.date}T00:00:00Z`));
  drawText(sheet, label(0), x, ground + 32, { font, color: colors.muted });
  const middle = Math.floor(last / 2);
  drawText(sheet, label(middle), x + (middle + 0.5) * column, ground + 32, { font, color: colors.muted, anchor: 'center' });
  drawText(sheet, label(last), x + width, ground + 32, { font, color: colors.muted, anchor: 'right' });
}
