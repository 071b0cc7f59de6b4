import type { Translate } from '../src/chat/texts.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import type { FigureStyle } from '../src/engine/jobs/figure-style.ts';
import { outputSize, overlap, participation, samePadding } from './arithmetic.ts';
import { inLanguage } from './formula.ts';
import { type AxisResult, axisFormula, type ChainStep, type Shape, type WindowLayer } from './layer-chain.ts';

type Drawing = JobInput<'size'>;
type Heatmap = Extract<Drawing, { view: 'heatmap' }>;
type Grid = Extract<Drawing, { view: 'grid' }>;

/** A step whose window slides. */
export type WindowStep = ChainStep & { layer: WindowLayer };

/** What axes are called in formulas, in their order. */
const LETTERS: Record<number, readonly string[]> = { 1: ['L'], 2: ['H', 'W'], 3: ['D', 'H', 'W'] };

/** True when nothing tells the axes of a layer apart. */
export const isEven = (axes: readonly AxisResult[]): boolean =>
  axes.every((axis) => (Object.keys(axis) as (keyof AxisResult)[]).every((key) => axis[key] === axes[0]![key]));

/** The axes whose formulas differ: one for all when they are equal, else each with its letter. */
export const distinctAxes = (axes: readonly AxisResult[]): { letter: string; axis: AxisResult }[] =>
  isEven(axes) ? [{ letter: 'N', axis: axes[0]! }] : axes.map((axis, index) => ({ letter: LETTERS[axes.length]![index]!, axis }));

/** The formula of one axis with its numbers. */
export function numbersFormula({ layer }: WindowStep, axis: AxisResult, letter: string, language: FigureStyle['language']) {
  const { latex, plain } = inLanguage(axisFormula(layer, axis)[1]!, language);
  return { latex: latex.replace(/^N'/, `${letter}'`), plain: plain.replace(/^N'/, `${letter}'`) };
}

/** `6×28×28`; channels only where they are spoken of or are all there is. */
export const shapeLabel = ({ channels, sizes }: Shape, withChannels: boolean): string =>
  (withChannels || sizes.length === 0 ? [channels, ...sizes] : sizes).join('×');

/** The windows of a layer: as a grid, which the drawing divides into strips when it is too large, or as strips of each axis. */
export function gridOf(step: WindowStep, style: FigureStyle): Drawing {
  const drawn = (axis: AxisResult, letter: string): Grid['rows'] => ({
    ...axis,
    counts: axis.transposed ? overlap(axis) : participation(axis),
    formula: numbersFormula(step, axis, letter, style.language).plain,
  });
  const distinct = distinctAxes(step.axes).map(({ axis, letter }) => drawn(axis, letter));
  if (step.axes.length !== 2) return { view: 'strips', axes: distinct, ...style };
  return { view: 'grid', rows: distinct[0]!, columns: distinct.at(-1)!, ...style };
}

/** How often each cell of a layer is used: with its padding and without it, where that makes a difference. */
export function heatmapOf(step: WindowStep, layer: string, style: FigureStyle): Heatmap {
  const { axes } = step;
  const [transposed, padded] = [axes[0]!.transposed, axes.some(({ p, q }) => p + q > 0)];
  const others = transposed ? undefined : padded ? unpadded(axes) : withSame(axes);
  const all = others === undefined ? [axes] : padded ? [others, axes] : [axes, others];
  return {
    view: 'heatmap',
    of: transposed ? 'output' : 'input',
    maps: all.map(mapOf),
    slice: axes.length === 3,
    layer,
    ...style,
  };
}

const countsOf = (axis: AxisResult) => (axis.transposed ? overlap(axis) : participation(axis));
const middle = (counts: readonly number[]) => counts[Math.floor((counts.length - 1) / 2)]!;

function mapOf(axes: readonly AxisResult[]): Heatmap['maps'][number] {
  const columns = axes.at(-1)!;
  const rows = axes.length > 1 ? axes.at(-2)! : undefined;
  const ends = (axis: AxisResult | undefined) => (axis === undefined || axis.transposed ? { p: 0, q: 0 } : axis);
  return {
    rows: rows === undefined ? [1] : countsOf(rows),
    columns: countsOf(columns),
    depth: axes.length === 3 ? middle(countsOf(axes[0]!)) : 1,
    padding: { top: ends(rows).p, bottom: ends(rows).q, left: ends(columns).p, right: ends(columns).q },
  };
}

/** The same layer without its padding; undefined when it does not fit then. */
function unpadded(axes: readonly AxisResult[]): AxisResult[] | undefined {
  const bare = axes.map((axis) => ({ ...axis, p: 0, q: 0 }));
  return bare.every((axis) => outputSize(axis).fits) ? bare : undefined;
}

/** The same layer with P = D(F − 1)/2; undefined where that is nothing or no whole number. */
function withSame(axes: readonly AxisResult[]): AxisResult[] | undefined {
  const paddings = axes.map(({ f, d }) => samePadding(f, d));
  if (paddings.includes(undefined) || paddings.every((padding) => padding === 0)) return undefined;
  return axes.map((axis, index) => ({ ...axis, p: paddings[index]!, q: paddings[index]! }));
}

/** The least or the largest of many numbers. */
const reduce = (values: readonly number[], end: (...values: number[]) => number) => values.reduce((found, value) => end(found, value));

/** How often the corner and the middle of each map are used. */
export function heatmapEnds({ maps }: Heatmap): { padding: number; corner: number; middle: number }[] {
  return maps.map(({ rows, columns, depth, padding }) => ({
    padding: Math.max(padding.top, padding.left),
    corner: depth * rows[padding.top]! * columns[padding.left]!,
    middle: depth * middle(rows) * middle(columns),
  }));
}

/** What a heat map says, in sentences. */
export function heatmapSentences(t: Translate, heatmap: Heatmap): string[] {
  if (heatmap.of === 'output') {
    const { rows, columns, depth } = heatmap.maps[0]!;
    const [least, most] = [Math.min, Math.max].map((end) => depth * reduce(rows, end) * reduce(columns, end)) as [number, number];
    return [t(least === most ? 'size-overlap-even' : 'size-overlap', { least, most })];
  }
  return heatmapEnds(heatmap).map(({ padding, corner, middle: inner }) =>
    t(padding === 0 ? 'size-participation' : 'size-participation-padded', { padding, corner, middle: inner }),
  );
}

/** Cells of the data, not of its padding, that no window reads: at the far end, and between windows that are farther apart than they are wide. */
export function unreadCells(axis: AxisResult): { far: number; between: number } {
  if (axis.transposed) return { far: 0, between: 0 };
  const { p, q, n, unreached } = axis;
  const far = Math.max(0, unreached - q);
  const unread = participation(axis)
    .slice(p, p + n)
    .filter((count) => count === 0).length;
  return { far, between: unread - far };
}
