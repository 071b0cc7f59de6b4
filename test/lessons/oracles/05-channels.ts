import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Oracles } from './oracle.ts';

const matrices = (text: string) =>
  text
    .replaceAll('−', '-')
    .split('; ')
    .map((matrix) => matrix.split(/[ /]+/).map(Number));
const panelsOf = ({ task }: Exercise) =>
  // biome-ignore lint/suspicious/noExplicitAny: panels of several kinds
  (task.figure?.input as { panels: any[] } | undefined)?.panels;
const shapeIn = (text: string) => text.split('×').map(Number);
/** The layer as it is written or, in pictures, drawn: input, kernel and output. */
// biome-ignore lint/suspicious/noExplicitAny: each skill has values of its own
const layerIn = (values: any, exercise: Exercise) => {
  const lines: string[][] | undefined = panelsOf(exercise)?.[0].layers.map((layer: { lines: string[] }) => layer.lines);
  if (lines === undefined)
    return { input: [values.channels, values.h, values.w], kernel: [values.f], output: shapeIn(values.output), p: values.p };
  return {
    input: shapeIn(lines[0]![0]!),
    kernel: shapeIn(lines[1]![0]!),
    output: shapeIn(lines[2]![0]!),
    p: Number(/P = (\d+)/.exec(lines[1]![1]!)![1]),
  };
};
/** How many places a window has, by moving it. */
const places = (n: number, f: number, p: number) => {
  let count = 0;
  for (let first = -p; first + f <= n + p; first++) count++;
  return count;
};

export const oracles: Oracles = {
  // the channels laid one behind the other: one long product
  'channels-window': ({ windows, kernels, bias }, exercise) => {
    const drawn = panelsOf(exercise);
    const numbers: number[] = drawn?.flatMap(({ input }) => input.flat()) ?? matrices(windows).flat();
    const weights: number[] = drawn?.flatMap(({ kernel }) => kernel.flat()) ?? matrices(kernels).flat();
    return numbers.reduce((sum, number, index) => sum + number * weights[index]!, Number(String(bias).replace('−', '-')));
  },
  'weight-shape': (values, exercise) => {
    const { input, kernel, output } = layerIn(values, exercise);
    const side = kernel.at(-1)!;
    return exercise.form.id === 'shape' ? [input[0]!, side, side] : [output[0]!, input[0]!, side, side];
  },
  'layer-maps': (values, exercise) => {
    const { input, kernel, p } = layerIn({ output: '', ...values }, exercise);
    const filters = kernel.length === 4 ? kernel[0]! : values.filters;
    return [filters, places(input[1]!, kernel.at(-1)!, p), places(input[2]!, kernel.at(-1)!, p)];
  },
  // every weight counted, and every bias
  'bank-parameters': (values, exercise) => {
    const { input, kernel, output } = layerIn(values, exercise);
    let count = 0;
    for (let filter = 0; filter < output[0]!; filter++) {
      for (let channel = 0; channel < input[0]!; channel++) for (let row = 0; row < kernel.at(-1)!; row++) count += kernel.at(-1)!;
      count++;
    }
    return count;
  },
};
