import {
  FLOAT32_BYTES,
  filterMultiplications,
  filterParameters,
  linearParameters,
  outputSize,
  parallelRounds,
  weightRatio,
  workRatio,
} from '../arithmetic.ts';
import { numbersIn } from '../layer-chain.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { heaviestLayer } from './heaviest-skill.ts';
import { connectedCost, convMultiplications } from './layer-skills.ts';
import { layerMemory, parallelRoundsSkill } from './machine-skills.ts';
import { ALEXNET, costOf, DIGITS, isConnected, isConvolution, LENET, stagesOf, VGG16 } from './networks.ts';
import { costRatio } from './ratio-skills.ts';

/** The picture of both layers, and the layers. */
const [C, N, NEURONS, FILTERS, F] = [3, 32, 100, 6, 5] as const;
const side = outputSize({ n: N, f: F }).output;
const inputs = C * N * N;
const outputs = FILTERS * side * side;
const bank = { channels: C, filters: FILTERS, f: F };
const filterWeights = FILTERS * C * F * F;
const multiplications = filterMultiplications(bank, [side, side]);
const rivals = (n: number) => ({ h: n, w: n, neurons: NEURONS, filters: FILTERS, f: F });
/** A window at every place, as a convolution has it, but each place with weights of its own. */
const unshared = linearParameters(C * F * F, outputs);

const MEGABYTE = 1e6;
const BATCH = 64;
const WORKERS = 10_000;
const megabytes = (count: number) => (FLOAT32_BYTES * count) / MEGABYTE;
/** To three digits, as the cards tell it. */
const shortly = (value: number) => Number(value.toPrecision(3));
const tenth = (value: number) => Math.round(10 * value) / 10;
const percent = (part: number, whole: number) => tenth((100 * part) / whole);

const vgg = costOf(VGG16);
const vggConnected = costOf(VGG16.filter(isConnected));
const vggConvolutions = costOf(VGG16.filter(isConvolution));
const first = VGG16.find(isConvolution)!;
const connected = VGG16.find(isConnected)!;
const firstCost = costOf([first]);
const connectedCosts = costOf([connected]);
const firstNumbers = numbersIn(first.output);
const stages = stagesOf(VGG16).map((steps) => {
  const { layer, output } = steps.at(-1)!;
  const { parameters, multiplications: work, weights } = costOf(steps);
  const shape = [output.channels, ...output.sizes].join('×');
  return { name: layer.name.replace(/p1/, ''), count: steps.length, shape, parameters, work, uses: work / weights };
});

/** Which round computes each number of a small map. */
const roundsWith = (workers: number) =>
  [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => Math.floor((4 * row + column) / workers) + 1));

export const cost: Lesson = {
  number: 12,
  id: 'cost',
  skills: [convMultiplications, connectedCost, costRatio, heaviestLayer, layerMemory, parallelRoundsSkill],
  numbers: {
    inputs,
    connectedWeights: inputs * NEURONS,
    connectedParameters: linearParameters(inputs, NEURONS),
    filterWeights,
    filterParameters: filterParameters(bank),
    side,
    places: side * side,
    multiplications,
    weightRatio: weightRatio(rivals(N)),
    times: Math.round(weightRatio(rivals(N))),
    workRatio: workRatio(rivals(N), [side, side]),
    timesLarge: Math.round(weightRatio(rivals(224))),
    outputs,
    sameParameters: linearParameters(inputs, outputs),
    sameWork: inputs * outputs,
    window: C * F * F,
    fewerInputs: inputs / (C * F * F),
    fewerWeights: Math.round((inputs / (C * F * F)) * side * side),
    lenet: costOf(LENET).parameters,
    lenetWork: costOf(LENET).multiplications,
    digits: costOf(DIGITS).parameters,
    digitsWork: costOf(DIGITS).multiplications,
    alexnet: costOf(ALEXNET).parameters,
    alexnetWork: costOf(ALEXNET).multiplications,
    vgg: vgg.parameters,
    vggWork: vgg.multiplications,
    vggBillions: Math.round(vgg.multiplications / 1e7) / 100,
    connectedShare: percent(vggConnected.parameters, vgg.parameters),
    convolutionWork: percent(vggConvolutions.multiplications, vgg.multiplications),
    oneShare: percent(connectedCosts.parameters, vgg.parameters),
    vggMegabytes: Math.round(megabytes(vgg.parameters)),
    firstParameters: firstCost.parameters,
    firstBytes: FLOAT32_BYTES * firstCost.parameters,
    firstNumbers,
    firstMegabytes: tenth(megabytes(firstNumbers)),
    batch: BATCH,
    batchMegabytes: Math.round(megabytes(BATCH * firstNumbers)),
    firstWindow: firstCost.weights / first.output.channels,
    workers: WORKERS,
    rounds: parallelRounds(firstNumbers, WORKERS),
    firstUses: first.output.sizes.reduce((product, size) => product * size, 1),
    connectedMillions: Math.round(connectedCosts.weights / 1e6),
    connectedMegabytes: Math.round(megabytes(connectedCosts.weights)),
  },
  figures: {
    once: panels([
      {
        kind: 'neurons',
        layers: [
          { count: inputs, label: '@input' },
          { count: NEURONS, label: '@output' },
        ],
        weights: true,
      },
    ]),
    // the window at its first two places, and at its last
    many: panels([
      {
        kind: 'cells',
        caption: `${side}·${side} = ${side * side}`,
        rows: N,
        columns: N,
        windows: [
          [0, 0],
          [0, 1],
          [side - 1, side - 1],
        ].map(([row, column]) => ({ row: row!, column: column!, rows: F, columns: F })),
      },
    ]),
    bill: {
      job: 'costs',
      input: {
        of: 'designs',
        bars: [
          {
            label: `flatten → linear${NEURONS}`,
            detail: String(NEURONS),
            parameters: linearParameters(inputs, NEURONS),
            multiplications: inputs * NEURONS,
          },
          { label: `conv${F}@${FILTERS}`, detail: `${FILTERS}×${side}×${side}`, parameters: filterParameters(bank), multiplications },
        ],
      },
    },
    sides: panels([
      {
        kind: 'bars',
        caption: '@weight-ratio',
        unit: '×',
        bars: [16, N, 64, 128, 224].map((n) => ({ label: `${n}×${n}`, value: Math.round(weightRatio(rivals(n))) })),
      },
    ]),
    sharing: panels([
      {
        kind: 'bars',
        caption: '@parameters',
        logarithmic: true,
        bars: [
          { label: '@all-connected', value: linearParameters(inputs, outputs) },
          { label: '@own-windows', value: unshared },
          { label: '@shared-window', value: filterParameters(bank) },
        ],
      },
    ]),
    vgg: {
      job: 'costs',
      input: {
        of: 'layers',
        bars: stages.map(({ name, count, shape, parameters, work }) => ({
          label: count === 1 ? name : `${count} × ${name}`,
          detail: shape,
          parameters,
          multiplications: work,
        })),
      },
    },
    memory: panels([
      {
        kind: 'bars',
        caption: 'VGG16',
        unit: '@megabytes',
        logarithmic: true,
        bars: [
          { label: '@first-convolution-weights', value: shortly(megabytes(firstCost.parameters)) },
          { label: '@first-convolution-outputs', value: shortly(megabytes(firstNumbers)) },
          { label: '@first-connected-weights', value: shortly(megabytes(connectedCosts.parameters)) },
          { label: '@first-connected-outputs', value: shortly(megabytes(numbersIn(connected.output))) },
        ],
      },
    ]),
    rounds: panels([1, 4, 16].map((workers) => ({ kind: 'matrix', caption: `P = ${workers}`, values: roundsWith(workers), heat: true }))),
    uses: panels([
      {
        kind: 'bars',
        caption: '@uses-of-weight',
        logarithmic: true,
        bars: stages.map(({ name, count, uses }) => ({ label: count === 1 ? name : `${count} × ${name}`, value: uses })),
      },
    ]),
  },
};
