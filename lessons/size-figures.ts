import type { Language } from '../src/chat/texts.ts';
import type { Axis } from './arithmetic.ts';
import type { Drawing } from './drawing.ts';
import { runChain } from './layer-chain.ts';
import { gridOf, heatmapOf, type WindowStep } from './size-drawing.ts';

/** A convolution along `dims` equal axes as the figures of sizes take it. @throws RangeError when the window does not fit */
function stepOf({ n, f, p = 0, s = 1, d = 1 }: Omit<Axis, 'q'>, dims: 1 | 2): WindowStep {
  const sizes = dims === 1 ? [n] : [n, n];
  const layer = { kind: 'conv' as const, name: `${f}×${f}`, f: [f], s: [s], p: [p], d: [d], op: [0], filters: 1 };
  const [step] = runChain({ channels: 1, sizes }, [layer]).steps;
  if (step === undefined) throw new RangeError(`a window of ${f} does not fit into ${n} with a padding of ${p}`);
  return step as WindowStep;
}

/** The padded grid with its windows at their strides, the formula with its numbers, and what no window reaches hatched; 1D as a strip. */
export const gridFigure =
  (axis: Omit<Axis, 'q'>, dims: 1 | 2 = 2) =>
  (language: Language): Drawing => {
    const { language: _language, theme: _theme, ...input } = gridOf(stepOf(axis, dims), { language, theme: 'light' });
    return { job: 'size', input };
  };

/** How many windows each cell is in, with padding and without. */
export const heatmapFigure =
  (axis: Omit<Axis, 'q'>) =>
  (language: Language): Drawing => {
    const step = stepOf(axis, 2);
    const shape = ({ sizes }: { sizes: number[] }) => sizes.join('×');
    const label = `${step.layer.name} · ${shape(step.input)} → ${shape(step.output)}`;
    const { language: _language, theme: _theme, ...input } = heatmapOf(step, label, { language, theme: 'light' });
    return { job: 'size', input };
  };
