import { AXIS_ROOM, drawChart, drawDot } from './chart.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { niceTicks } from './panels/ticks.ts';
import { createSheet, drawText, drawTitle } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface TwoWeightsInput extends Style {
  /** The loss is (a·w₁² + b·w₂²)/2. */
  curvatures: [number, number];
  /** Paths over the two weights, the start first; at most three. */
  paths: { name: string; points: number[][] }[];
}

const MARGIN = 40;
const HEIGHT = 560;
const LEGEND = 56;
const RINGS = 6;

/** A loss over two weights as rings of equal loss, and the ways that optimizers take to its middle. */
export function drawTwoWeightsFigure({ curvatures, paths, language, theme }: TwoWeightsInput): Figure {
  const t = figureTexts(language);
  const write = (value: number) => withDecimalMark(formatNumber(value), language);
  const top = 110 + paths.length * LEGEND;
  const sheet = createSheet(top + AXIS_ROOM.top + HEIGHT + AXIS_ROOM.bottom + 20, theme);
  const { context, colors } = sheet;
  drawTitle(sheet, t('two-weights-title'), { x: MARGIN, y: 58, width: FIGURE_WIDTH - 2 * MARGIN }, sizes.title);
  const palette = [colors.red, colors.blue, colors.green];
  const reach = [0, 1].map((axis) => 1.15 * Math.max(...paths.flatMap(({ points }) => points.map((point) => Math.abs(point[axis]!)))));
  const [reachX, reachY] = reach as [number, number];
  const ticksOf = (most: number) => niceTicks(-most, most, 6).filter((tick) => Math.abs(tick) <= most);
  const rect = { x: AXIS_ROOM.left, y: top + AXIS_ROOM.top, width: FIGURE_WIDTH - AXIS_ROOM.left - AXIS_ROOM.right, height: HEIGHT };
  const chart = drawChart(sheet, rect, {
    x: { low: -reachX, high: reachX, ticks: ticksOf(reachX), label: 'w₁', write },
    y: { low: -reachY, high: reachY, ticks: ticksOf(reachY), label: 'w₂', write },
  });
  const [a, b] = curvatures;
  const start = paths[0]!.points[0]!;
  const high = (a * start[0]! ** 2 + b * start[1]! ** 2) / 2;
  chart.within(() => {
    context.strokeStyle = colors.muted;
    context.lineWidth = 2;
    for (let ring = 1; ring <= RINGS; ring++) {
      // rings at equal distances: the one before the last goes through the start
      const loss = high * (ring / (RINGS - 1)) ** 2;
      const radius = (curvature: number, scale: number) => Math.sqrt((2 * loss) / curvature) * scale;
      context.beginPath();
      context.ellipse(
        chart.atX(0),
        chart.atY(0),
        radius(a, rect.width / (2 * reachX)),
        radius(b, rect.height / (2 * reachY)),
        0,
        0,
        2 * Math.PI,
      );
      context.stroke();
    }
  });
  paths.forEach(({ name, points }, index) => {
    const color = palette[index]!;
    context.strokeStyle = color;
    context.lineWidth = 4;
    context.setLineDash(index === 0 ? [] : [14, 8]);
    context.beginPath();
    for (const [x, y] of points) context.lineTo(chart.atX(x!), chart.atY(y!));
    context.stroke();
    context.setLineDash([]);
    for (const [x, y] of points) drawDot(sheet, chart.atX(x!), chart.atY(y!), 10, color);
    const legend = 128 + index * LEGEND;
    drawDot(sheet, MARGIN + 14, legend, 13, color);
    drawText(sheet, name, MARGIN + 44, legend, { font: fonts.text(sizes.small), color: colors.ink });
  });
  drawDot(sheet, chart.atX(start[0]!), chart.atY(start[1]!), 15, colors.ink);
  return sheet.figure();
}
