import { type Layer, runChain, type Shape } from '../layer-chain.ts';
import type { Lesson } from '../lesson.ts';
import { measuredOf, percentOf } from '../measured.ts';
import { type LayerCost, layerCost, totalCost } from '../parameters.ts';
import { panels } from '../quiz/cell-panels.ts';
import { crossEntropySkill, curvesOf, epochSteps, learningRate, sgdStep, softmaxSkill } from './skills.ts';

/** Scores of three classes, of which the first is right. */
const SCORES = [2, 1, 0];
const powersOf = (scores: readonly number[]) => scores.map((score) => Math.exp(score));
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const softmax = (scores: readonly number[]) => powersOf(scores).map((power) => power / sumOf(powersOf(scores)));
const short = (value: number, digits = 3) => Number(value.toFixed(digits));
const shares = softmax(SCORES);
/** Gradients of the scores: p − y. */
const slopes = shares.map((p, index) => p - (index === 0 ? 1 : 0));
const classBars = (values: readonly number[], caption: string) => ({
  kind: 'bars' as const,
  caption,
  bars: values.map((value, index) => ({ label: String(index + 1), value: short(value) })),
});

/** A weight from an input into the right class's score, and one step of SGD for it. */
const STEP = { weight: 0.5, input: 2, rate: 0.1 };
const gradient = slopes[0]! * STEP.input;
const stepped = STEP.weight - STEP.rate * gradient;
const after = softmax([SCORES[0]! + (stepped - STEP.weight) * STEP.input, SCORES[1]!, SCORES[2]!])[0]!;
/** The tangent's picture: where, how steep. */
const TANGENT = { weight: 3, slope: 2 };

/** MNIST's training pictures, and the lecture's recipe. */
const PICTURES = 60_000;
const BATCH = 64;
const EPOCHS = 10;
const STEPS = Math.ceil(PICTURES / BATCH);

/** The lecture's network for MNIST, and the multilayer perceptron of lesson 1 for the same pictures. */
const INPUT: Shape = { channels: 1, sizes: [28, 28] };
const same = (value: number) => [value, value];
const convolution: Layer = { kind: 'conv', name: 'conv3same@32', f: same(3), s: same(1), p: 'same', d: same(1), op: same(0), filters: 32 };
const pooling: Layer = { kind: 'pool', name: 'pool2', f: same(2), s: same(2), p: same(0), d: same(1), op: same(0), filters: 0 };
const linear = (features: number): Layer => ({ kind: 'linear', name: `linear${features}`, features });
const flatten: Layer = { kind: 'flatten', name: 'flatten' };
const costsOf = (layers: readonly Layer[]) => runChain(INPUT, layers).steps.map(layerCost);
const network = costsOf([convolution, pooling, convolution, pooling, flatten, linear(100), linear(10)]);
const [first, , second, , , hidden, last] = network;
const whole = totalCost(network);
const perceptron = totalCost(costsOf([flatten, linear(100), linear(10)]));

const countsOf = ({ parameters, multiplications }: LayerCost) => ({ parameters, multiplications });

/** Learning rates of the loss curves: too small, good, large, too large. */
const RATES = [0.02, 0.25, 1.15, 2.1];

/** The lecture's recipe as the project ran it, the MLP beside it, and the network that reads digits here. */
const RUN = measuredOf('digits-lecture');
const MLP = measuredOf('mlp-digits');
const TEST_PICTURES = 10_000;
const wrong = (accuracy: number) => Math.round(TEST_PICTURES * (1 - accuracy));

export const training: Lesson = {
  number: 15,
  id: 'training',
  skills: [softmaxSkill, crossEntropySkill, sgdStep, learningRate, epochSteps],
  numbers: {
    ...Object.fromEntries(powersOf(SCORES).map((power, index) => [`e${index + 1}`, power])),
    ...Object.fromEntries(shares.map((p, index) => [`p${index + 1}`, p])),
    sum: sumOf(powersOf(SCORES)),
    loss: -Math.log(shares[0]!),
    lossThird: -Math.log(shares[2]!),
    guess: Math.log(10),
    slope: String(short(-slopes[0]!)),
    gradient: -gradient,
    step: -STEP.rate * gradient,
    stepped,
    lossAfter: -Math.log(after),
    tangentStep: TANGENT.weight - STEP.rate * TANGENT.slope,
    full: Math.floor(PICTURES / BATCH),
    steps: STEPS,
    rest: PICTURES % BATCH,
    all: EPOCHS * STEPS,
    conv1: first!.parameters,
    conv2: second!.parameters,
    hidden: hidden!.parameters,
    last: last!.parameters,
    network: whole.parameters,
    perceptron: perceptron.parameters,
    reads: percentOf(measuredOf('digits').test.accuracy),
    firstLoss: RUN.losses[0]!,
    lastLoss: RUN.losses.at(-1)!,
    trainAccuracy: percentOf(RUN.train.accuracy),
    testAccuracy: percentOf(RUN.test.accuracy),
    testLoss: RUN.test.loss,
    mlpLoss: MLP.test.loss,
    mlpParameters: MLP.parameters,
    mlpAccuracy: percentOf(MLP.test.accuracy),
    wrong: wrong(RUN.test.accuracy),
    mlpWrong: wrong(MLP.test.accuracy),
    times: Math.round(whole.multiplications / perceptron.multiplications),
  },
  figures: {
    softmax: panels([classBars(SCORES, '@scores'), classBars(shares, '@probabilities')]),
    loss: { job: 'cross-entropy', input: { marks: shares.map((p) => short(p)) } },
    slopes: panels([classBars(slopes, 'p − y')]),
    tangent: { job: 'tangent', input: TANGENT },
    rates: {
      job: 'descent',
      input: {
        curvature: 1,
        start: 4,
        runs: [
          { rate: 0.04, steps: 8 },
          { rate: 0.3, steps: 6 },
          { rate: 1.05, steps: 4 },
        ],
      },
    },
    batches: panels([
      {
        kind: 'cells',
        rows: 1,
        columns: 10,
        windows: [
          { row: 0, column: 0, rows: 1, columns: 4 },
          { row: 0, column: 4, rows: 1, columns: 4 },
          { row: 0, column: 8, rows: 1, columns: 2 },
        ],
      },
    ]),
    network: panels([
      {
        kind: 'layers',
        layers: [
          { name: '@input', lines: ['1 × 28 × 28'], shape: [1, 28, 28] },
          { name: '@feature-maps', lines: ['32 × 14 × 14'], shape: [32, 14, 14] },
          { name: '@feature-maps', lines: ['32 × 7 × 7'], shape: [32, 7, 7] },
          { name: '@hidden', lines: ['100'], shape: [100] },
          { name: '@classes', lines: ['10'], shape: [10] },
        ],
      },
    ]),
    adam: {
      job: 'two-weights',
      input: {
        curvatures: [0.2, 8],
        start: [-4, 1.5],
        runs: [
          { optimizer: 'sgd', rate: 0.22, steps: 20 },
          { optimizer: 'adam', rate: 0.3, steps: 20 },
        ],
      },
    },
    curves: (language) =>
      curvesOf(
        RATES,
        RATES.map((rate) => `η = ${new Intl.NumberFormat(language).format(rate)}`),
      ),
    run: panels([
      { kind: 'curves', series: [{ name: 'digits-lecture', points: RUN.losses.map((loss) => short(loss, 4)) }], x: '@epoch', y: '@loss' },
    ]),
    mistakes: panels([
      {
        kind: 'bars',
        caption: '@mistakes-of-10000',
        bars: [
          { label: 'mlp-digits', value: wrong(MLP.test.accuracy) },
          { label: 'digits-lecture', value: wrong(RUN.test.accuracy) },
        ],
      },
    ]),
    designs: {
      job: 'costs',
      input: {
        of: 'designs',
        bars: [
          { label: '784 → 100 → 10', ...countsOf(perceptron) },
          { label: '28×28 → 32×14×14 → 32×7×7 → 100 → 10', ...countsOf(whole) },
        ],
      },
    },
  },
};
