import type { Language } from '../src/chat/texts.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import type { FigureStyle } from '../src/engine/jobs/figure-style.ts';
import type { Axis } from './arithmetic.ts';
import type { Drawing } from './drawing.ts';
import { runChain } from './layer-chain.ts';
import { gridOf, heatmapOf, type WindowStep } from './size-drawing.ts';

type Sliding = Omit<Axis, 'q'>;
type Kind = 'conv' | 'tconv';

/** A layer with one filter along these axes, as the figures of sizes take it. @throws RangeError when the window does not fit */
function stepOf(axes: readonly Sliding[], kind: Kind): WindowStep {
  const along = (key: 'f' | 'p' | 's' | 'd', usual: number) => axes.map(({ [key]: value = usual }) => value);
  const f = along('f', 1);
  const name = (axes.length === 1 ? [f[0], f[0]] : f).join('×');
  const layer = { kind, name, f, s: along('s', 1), p: along('p', 0), d: along('d', 1), op: [0], filters: 1 };
  const sizes = axes.map(({ n }) => n);
  const [step] = runChain({ channels: 1, sizes }, [layer]).steps;
  if (step === undefined) throw new RangeError(`a window of ${name} does not fit into ${sizes.join('×')}`);
  return step as WindowStep;
}

const asFigure =
  (make: (style: FigureStyle) => JobInput<'size'>) =>
  (language: Language): Drawing => {
    const { language: _language, theme: _theme, ...input } = make({ language, theme: 'light' });
    return { job: 'size', input };
  };

/** The padded grid with its windows at their strides, the formula with its numbers, and what no window reaches hatched; 1D as a strip. */
export const gridFigure = (axis: Sliding, dims: 1 | 2 = 2) => axesFigure(new Array<Sliding>(dims).fill(axis));

/** The same where the axes differ; one or three are drawn as strips. */
export const axesFigure = (axes: readonly Sliding[]) => asFigure((style) => gridOf(stepOf(axes, 'conv'), style));

/** How many windows each cell is in, with padding and without; of a transposed convolution: how many windows reach each output cell. */
export const heatmapFigure = (axis: Sliding, kind: Kind = 'conv') =>
  asFigure((style) => {
    const step = stepOf([axis, axis], kind);
    const shape = ({ sizes }: { sizes: number[] }) => sizes.join('×');
    return heatmapOf(step, `${step.layer.name} · ${shape(step.input)} → ${shape(step.output)}`, style);
  });
