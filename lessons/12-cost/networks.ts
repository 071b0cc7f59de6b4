import { conv, flatten, linear, pool, square, stepsOf } from '../14-anatomy/layers.ts';
import type { ChainStep, Layer } from '../layer-chain.ts';
import { layerCost, totalCost } from '../parameters.ts';

/** A large pooling of AlexNet: its windows overlap. */
const overlapping: Layer = { ...pool(3), s: [2] };
/** The picture that classifiers of ImageNet take. */
const PHOTO = square(3, 224);
const block = (filters: number, convolutions: number): Layer[] => [
  ...Array.from({ length: convolutions }, () => conv(filters, 3, { p: 1 })),
  pool(2),
];
const classifier = [flatten, linear(4096), linear(4096), linear(1000)];

/** Networks whose parameters and multiplications are published; the chains of networks.ts as steps. */
export const LENET = stepsOf(square(1, 32), [conv(6, 5), pool(2), conv(16, 5), pool(2), flatten, linear(120), linear(84), linear(10)]);
export const DIGITS = stepsOf(square(1, 28), [...block(32, 1), ...block(32, 1), flatten, linear(100), linear(10)]);
/** Krizhevsky, 2014, as torchvision has it. */
export const ALEXNET = stepsOf(PHOTO, [
  conv(64, 11, { s: 4, p: 2 }),
  overlapping,
  conv(192, 5, { p: 2 }),
  overlapping,
  ...[384, 256, 256].map((filters) => conv(filters, 3, { p: 1 })),
  overlapping,
  ...classifier,
]);
/** Simonyan and Zisserman, 2014, configuration D. */
export const VGG16 = stepsOf(PHOTO, [
  ...block(64, 2),
  ...block(128, 2),
  ...block(256, 3),
  ...block(512, 3),
  ...block(512, 3),
  ...classifier,
]);

export const costOf = (steps: readonly ChainStep[]) => totalCost(steps.map(layerCost));
export const isConvolution = ({ layer }: ChainStep) => layer.kind === 'conv';
export const isConnected = ({ layer }: ChainStep) => layer.kind === 'linear';

/** Convolutions between two poolings together, each fully connected layer by itself; poolings and flatten are left out. */
export function stagesOf(steps: readonly ChainStep[]): ChainStep[][] {
  const stages: ChainStep[][] = [[]];
  for (const step of steps) {
    if (isConvolution(step)) stages.at(-1)!.push(step);
    else if (isConnected(step)) stages.push([step]);
    else stages.push([]);
  }
  return stages.filter(({ length }) => length > 0);
}
