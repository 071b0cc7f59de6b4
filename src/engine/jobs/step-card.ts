import { dot } from '../../render/products.ts';
import { drawStepCard } from '../../render/step-card-figure.ts';
import type { Strand } from '../../render/step-card-strand.ts';
import { borderIndex } from '../../vision/border.ts';
import type { Filter } from '../../vision/kernels.ts';
import { Problem } from '../../vision/problem.ts';
import { job } from '../job.ts';
import { filterOf } from './convolve.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { matrixSource, type Place, pictureSource, type StepCardOutput, type StepCardSource } from './step-card-source.ts';
import { type KernelWindowChoice, kernelName, paddingLabel, slidingWindow } from './window-choice.ts';

export interface StepCardChoice extends KernelWindowChoice {
  /** `color`: the kernel lies on all three channels and their sums are added, as a layer of a network does. */
  channels: 'gray' | 'color';
  /** A cell of the output; by default the strongest answer of a kernel that finds edges, else the middle, and the first of a matrix. */
  at?: Place;
}

type StepCardNumbers = { bytes: Uint8Array } | { matrix: number[][] };
type MovingWindow = ReturnType<typeof slidingWindow>;

/** One window of a picture or matrix: its numbers times the kernel's, their sum, and where it lands in the output. */
export const stepCard = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ numbers, choice, ...style }: { numbers: StepCardNumbers; choice: StepCardChoice } & FigureStyle, { onProgress }) {
    const filter = filterOf(choice.kernel, choice.flip);
    const window = slidingWindow(filter, choice);
    const source = 'matrix' in numbers ? matrixSource(numbers.matrix) : await pictureSource(numbers.bytes, choice.channels);
    onProgress(0.3);
    const output = source.filter(filter, window);
    onProgress(0.6);
    const at = choice.at ?? ('matrix' in numbers ? { x: 0, y: 0 } : defaultPlace(output, source, filter, window));
    if (at.x >= output.width || at.y >= output.height)
      throw new Problem('step-outside', { column: at.x, row: at.y, columns: output.width - 1, rows: output.height - 1 });
    const strands = strandsOf(source, filter, window, at);
    const totals = filter.kernels.map(({ denominator }, index) => {
      const mine = strands.slice(index * source.channels.length, (index + 1) * source.channels.length);
      return mine.reduce((sum, strand) => sum + strand.sum, 0) / denominator;
    });
    const value = totals.length === 1 ? totals[0]! : Math.hypot(...totals);
    const covered = {
      x: at.x * window.stride - window.padding.left,
      y: at.y * window.stride - window.padding.top,
      width: window.dilation * (window.columns - 1) + 1,
      height: window.dilation * (window.rows - 1) + 1,
    };
    const shown = output.shown?.(at);
    const figure = drawStepCard({
      kernelName: filter.name,
      stride: window.stride,
      padding: paddingLabel(window.padding),
      dilation: window.dilation,
      border: window.border ?? 'zero',
      flipped: choice.flip === true,
      at,
      before: await source.thumbnail(covered),
      after: await output.thumbnail(at),
      strands,
      totals,
      value,
      ...(shown === undefined ? {} : { shown }),
      ...style,
    });
    return {
      figure: await rendered(figure),
      kernelName: filter.name,
      at,
      input: { width: source.width, height: source.height },
      output: { width: output.width, height: output.height },
      covered,
      padding: window.padding,
      strands: strands.map(({ channel, pixels, kernel, denominator, sum }) => ({ channel, pixels, kernel, denominator, sum })),
      totals,
      value,
    };
  },
});

/** Where something is to be seen: the strongest answer of a kernel that finds edges, away from the padding's own edge; else the middle. */
function defaultPlace({ width, height, value }: StepCardOutput, source: StepCardSource, filter: Filter, window: MovingWindow): Place {
  const middle = { x: Math.floor((width - 1) / 2), y: Math.floor((height - 1) / 2) };
  if (filter.display !== 'absolute') return middle;
  const { stride, padding, dilation, rows, columns } = window;
  const first = (zeros: number) => Math.ceil(zeros / stride);
  const last = (size: number, zeros: number, span: number) => Math.floor((size + zeros - span) / stride);
  let found = middle;
  let strongest = 0;
  for (let y = first(padding.top); y <= last(source.height, padding.top, dilation * (rows - 1) + 1); y++) {
    for (let x = first(padding.left); x <= last(source.width, padding.left, dilation * (columns - 1) + 1); x++) {
      const strength = Math.abs(value({ x, y }));
      if (strength > strongest) [strongest, found] = [strength, { x, y }];
    }
  }
  return found;
}

function strandsOf({ channels, width, height }: StepCardSource, filter: Filter, window: MovingWindow, at: Place): Strand[] {
  const { rows, columns, stride, dilation, padding, border = 'zero' } = window;
  const row = (i: number) => at.y * stride + i * dilation - padding.top;
  const column = (j: number) => at.x * stride + j * dilation - padding.left;
  const number = (cell: StepCardSource['channels'][number]['cell'], i: number, j: number) => {
    const [y, x] = [borderIndex(row(i), height, border), borderIndex(column(j), width, border)];
    return y === undefined || x === undefined ? 0 : cell(y, x);
  };
  const isOutside = (place: number, size: number) => place < 0 || place >= size;
  return filter.kernels.flatMap(({ values, denominator }, index) =>
    channels.map(({ name, cell }): Strand => {
      const pixels = Array.from({ length: rows }, (_row, i) => Array.from({ length: columns }, (_column, j) => number(cell, i, j)));
      return {
        channel: name,
        pixels,
        outside: pixels.map((line, i) => line.map((_, j) => isOutside(row(i), height) || isOutside(column(j), width))),
        kernelName: kernelName(filter, index),
        kernel: values,
        denominator,
        sum: values.reduce((sum, line, i) => sum + dot(pixels[i]!, line), 0),
      };
    }),
  );
}
