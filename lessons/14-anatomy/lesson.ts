import type { Drawing } from '../drawing.ts';
import { type ChainStep, type Layer, numbersIn, type Shape } from '../layer-chain.ts';
import type { Lesson } from '../lesson.ts';
import { layerTable, networkLayers } from '../network-drawing.ts';
import { layerCost, totalCost } from '../parameters.ts';
import { panels } from '../quiz/cell-panels.ts';
import { activation, conv, flatten, linear, pool, square, stepsOf } from './layers.ts';
import { missingLayer } from './missing-layer.ts';
import { flattenLength, networkParameters, networkShape } from './skills.ts';

interface Network {
  input: Shape;
  steps: ChainStep[];
}

const RELU = activation('ReLU');
const SIGMOID = activation('sigmoid');
const network = (input: Shape, ...layers: Layer[]): Network => ({ input, steps: stepsOf(input, layers) });
const fullyConnected = [linear(100), RELU, linear(10)];

const SMALL = network(square(3, 32), conv(6, 3), RELU, flatten, ...fullyConnected);
const POOLED = network(square(3, 32), conv(6, 3), RELU, pool(2), flatten, ...fullyConnected);
const MLP = network(square(3, 32), flatten, ...fullyConnected);
/** The network that reads digits in the chat. */
const DIGITS = network(square(1, 28), ...[1, 2].flatMap(() => [conv(32, 3, { p: 1 }), RELU, pool(2)]), flatten, ...fullyConnected);
const lenet = (side: number) =>
  network(
    square(1, side),
    ...[6, 16].flatMap((filters) => [conv(filters, 5), SIGMOID, pool(2, 'avgpool')]),
    flatten,
    ...[linear(120), SIGMOID, linear(84), SIGMOID, linear(10)],
  );
const LENET = lenet(32);
const LENET_28 = lenet(28);

const costOf = ({ steps }: Network) => totalCost(steps.map(layerCost));
/** Of the layers that learn, in their order. */
const parametersOf = ({ steps }: Network) => steps.map((step) => layerCost(step).parameters).filter((parameters) => parameters > 0);
const flattened = ({ steps }: Network) => numbersIn(steps.find(({ layer }) => layer.kind === 'flatten')!.input);
/** Sides after each window, the input's first. */
const sidesOf = ({ input, steps }: Network) =>
  [input.sizes[0]!, ...steps.filter(({ layer }) => 'f' in layer).map(({ output }) => output.sizes[0]!)].join(' → ');
const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;

const convolutions = totalCost(LENET.steps.filter(({ layer }) => layer.kind === 'conv').map(layerCost));
const lenetCost = costOf(LENET);
const smallParameters = parametersOf(SMALL);

const drawing = ({ input, steps }: Network, title?: string): Drawing => ({
  job: 'network',
  input: { view: 'drawing', layers: networkLayers(input, steps), ...(title === undefined ? {} : { title }) },
});
const table = ({ input, steps }: Network, title?: string): Drawing => ({
  job: 'network',
  input: { view: 'table', ...layerTable(input, steps), ...(title === undefined ? {} : { title }) },
});

/** Dark, bright, dark: an edge with each sign. */
const STRIPE = [0, 1, 2, 3].map((row) => [0, 1, 4 + (row % 2), 5, 2, 0]);
const EDGE = [-1, 0, 1];
const convolved = [0, 1].map((row) =>
  [0, 1, 2, 3].map((column) =>
    [0, 1, 2].reduce((sum, y) => sum + EDGE.reduce((inRow, weight, x) => inRow + weight * STRIPE[row + y]![column + x]!, 0), 0),
  ),
);
/** Two small maps, and all their numbers in a row. */
const MAPS = [
  [
    [4, 0, 1],
    [2, 5, 3],
  ],
  [
    [7, 6, 0],
    [8, 9, 1],
  ],
];

export const anatomy: Lesson = {
  number: 14,
  id: 'anatomy',
  skills: [networkShape, flattenLength, networkParameters, missingLayer],
  numbers: {
    flattened: flattened(SMALL),
    first: smallParameters[0]!,
    connected: smallParameters[1]!,
    last: smallParameters[2]!,
    small: costOf(SMALL).parameters,
    share: percent(smallParameters[1]!, costOf(SMALL).parameters),
    mlp: costOf(MLP).parameters,
    pooledFlat: flattened(POOLED),
    pooled: costOf(POOLED).parameters,
    sides: sidesOf(LENET),
    lenet: lenetCost.parameters,
    lenetFirst: parametersOf(LENET)[0]!,
    lenetFlat: flattened(LENET),
    convolutions: convolutions.parameters,
    convolutionShare: percent(convolutions.parameters, lenetCost.parameters),
    workShare: percent(convolutions.multiplications, lenetCost.multiplications),
    sides28: sidesOf(LENET_28),
    flat28: flattened(LENET_28),
    connected32: parametersOf(LENET)[2]!,
    connected28: parametersOf(LENET_28)[2]!,
  },
  figures: {
    relu: panels([
      { kind: 'matrix', caption: '@convolution', values: convolved, heat: true },
      { kind: 'matrix', caption: 'ReLU', values: convolved.map((row) => row.map((value) => Math.max(0, value))), heat: true },
    ]),
    small: drawing(SMALL),
    flat: panels([
      ...MAPS.map((values, index) => ({ kind: 'matrix' as const, caption: `c = ${index + 1}`, values })),
      { kind: 'matrix', caption: '@flatten', values: [MAPS.flat(2)] },
    ]),
    smallTable: table(SMALL),
    digits: drawing(DIGITS),
    lenet: drawing(LENET, 'LeNet-5'),
    lenetTable: table(LENET, 'LeNet-5'),
    lenet28: drawing(LENET_28, 'LeNet-5, 28×28'),
  },
};
