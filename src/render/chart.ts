import { drawText, measure, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

export interface Axis {
  low: number;
  high: number;
  ticks: number[];
  /** What the axis says; stands at its end. */
  label: string;
  /** How a tick is written. */
  write(tick: number): string;
}

export interface Chart {
  atX(x: number): number;
  atY(y: number): number;
  /** Draws only within the chart. */
  within(draw: () => void): void;
}

const TYPE = 28;
/** What ticks and labels take outside of the chart's own rectangle. */
export const AXIS_ROOM = { left: 74, right: 60, top: 50, bottom: 52 };

/** A chart's grid with numbers at its left and below: `rect` is the grid itself, AXIS_ROOM what is around it. */
export function drawChart(sheet: Sheet, rect: Rect, { x, y }: { x: Axis; y: Axis }): Chart {
  const { context, colors } = sheet;
  const font = fonts.text(TYPE);
  const atX = (value: number) => rect.x + ((value - x.low) / (x.high - x.low)) * rect.width;
  const atY = (value: number) => rect.y + rect.height - ((value - y.low) / (y.high - y.low)) * rect.height;
  context.fillStyle = colors.line;
  for (const tick of y.ticks) {
    context.fillStyle = colors.line;
    context.fillRect(rect.x, atY(tick) - 1, rect.width, 2);
    drawText(sheet, y.write(tick), rect.x - 14, atY(tick), { font, color: colors.muted, anchor: 'right' });
  }
  for (const tick of x.ticks) {
    context.fillStyle = colors.line;
    context.fillRect(atX(tick) - 1, rect.y, 2, rect.height);
    drawText(sheet, x.write(tick), atX(tick), rect.y + rect.height + 28, { font, color: colors.muted, anchor: 'center' });
  }
  drawText(sheet, y.label, rect.x - Math.min(50, measure(y.label, font) / 2), rect.y - 36, { font: fonts.bold(TYPE), color: colors.ink });
  drawText(sheet, x.label, rect.x + rect.width + 18, rect.y + rect.height, { font: fonts.bold(TYPE), color: colors.ink });
  return {
    atX,
    atY,
    within(draw) {
      context.save();
      context.beginPath();
      context.rect(rect.x, rect.y, rect.width, rect.height);
      context.clip();
      draw();
      context.restore();
    },
  };
}

/** A function's curve from low to high. */
export function drawCurve(
  sheet: Sheet,
  chart: Chart,
  { low, high, f }: { low: number; high: number; f(x: number): number },
  color: string,
): void {
  const { context } = sheet;
  const points = 240;
  context.strokeStyle = color;
  context.lineWidth = 6;
  context.lineJoin = 'round';
  chart.within(() => {
    context.beginPath();
    for (let index = 0; index <= points; index++) {
      const x = low + ((high - low) * index) / points;
      context.lineTo(chart.atX(x), chart.atY(f(x)));
    }
    context.stroke();
  });
}

/** A filled dot with a rim in the background's color, so that it stands out of lines. */
export function drawDot({ context, colors }: Sheet, x: number, y: number, radius: number, color: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = colors.background;
  context.lineWidth = 3;
  context.stroke();
}
