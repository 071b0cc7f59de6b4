import { conv, pool, square, stepsOf } from '../14-anatomy/layers.ts';
import {
  chainSizes,
  effectiveField,
  filterParameters,
  influences,
  layersToSee,
  outputSize,
  pathCounts,
  receptiveFields,
} from '../arithmetic.ts';
import { DIGIT_FIELD, DIGIT_LAYERS } from '../digit-layers.ts';
import type { Layer } from '../layer-chain.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { type Sight, seeAlong, slidingSteps, type WindowStep } from '../receptive-field.ts';
import { pyramidLevels, sightBoxes } from '../sight-drawing.ts';
import { fieldJump, stackedField, stridedField } from './chain-skills.ts';
import { chainPanel, lastField, type Sliding } from './chains.ts';
import { fieldDepth, smallWindows } from './design-skills.ts';
import { effectiveFieldSkill, fieldPaths } from './influence-skills.ts';
import { fieldPlace } from './place-skills.ts';

const CONV = { f: 3 };
const POOL = { f: 2, s: 2 };
const repeated = (layer: Sliding, count: number) => new Array<Sliding>(count).fill(layer);
const fieldsAt = (layers: readonly Sliding[], chosen: readonly number[]) => {
  const fields = receptiveFields(layers);
  return chosen.map((index) => fields[index]!.field).join(', ');
};
const poolings = (layers: readonly Sliding[]) =>
  fieldsAt(
    layers,
    [...layers.keys()].filter((index) => layers[index] === POOL),
  );

/** A photo of this side, pixels. */
const LARGE = 1024;

const STRIDED = [{ f: 3, s: 2 }, CONV];
const N = 32;
/** The rule of thumb by sizes: N·F/N'. */
const estimate = (N * CONV.f) / outputSize({ n: N, f: 3, s: 2 }).output;

const LENET = [{ f: 5 }, POOL, { f: 5 }, POOL];
const lenet = receptiveFields(LENET);
const CELL = { column: 4, row: 0 };

const DILATED = [1, 2, 4].map((d) => ({ f: 3, d }));

/** Convolutions of VGG in five blocks, each with pooling behind it (Simonyan and Zisserman, 2014). */
const vgg = (blocks: readonly number[]) => blocks.flatMap((count) => [...repeated(CONV, count), POOL]);
const VGG16 = vgg([2, 2, 3, 3, 3]);
const ALEXNET = [{ f: 11, s: 4 }, { f: 3, s: 2 }, { f: 5 }, { f: 3, s: 2 }, CONV, CONV, CONV, { f: 3, s: 2 }];
/** 3×3 windows of ResNet-50's blocks; TF-Slim puts the stride of each of the first three blocks at its end. */
const RESNET50 = [
  { f: 7, s: 2 },
  { f: 3, s: 2 },
  ...[3, 4, 6].flatMap((units) => [...repeated(CONV, units - 1), { f: 3, s: 2 }]),
  ...repeated(CONV, 3),
];

const CHANNELS = 64;
const parametersOf = (f: number) => filterParameters({ channels: CHANNELS, filters: CHANNELS, f });

/** Fields after 1, 2, … convolutions at stride 1, and with pooling behind every second one. */
const GROWTH = 10;
const pooledChain = Array.from({ length: GROWTH }, (_, index) => (index % 2 === 1 ? [CONV, POOL] : [CONV])).flat();
const pooledGrowth = receptiveFields(pooledChain).filter((_, index) => pooledChain[index] === CONV);

/** Depths at which the effective field is compared. */
const DEPTHS = [5, 20, 80] as const;
const deep = DEPTHS.map((layers) => {
  const chain = repeated(CONV, layers);
  const weights = influences(
    chain.map(({ f }, index) => ({ f, n: lastField(chain).field - 2 * index })),
    0,
  )[0]!;
  return { weights, field: weights.length, effective: effectiveField(weights) };
});
const WIDEST = deep[1]!.field;
/** Percent of the strongest, in the middle of a row as wide as the field of 20 layers. */
function bell({ weights }: { weights: number[] }): number[] {
  const most = Math.max(...weights);
  const beside = new Array<number>((WIDEST - weights.length) / 2).fill(0);
  return [...beside, ...weights.map((weight) => (100 * weight) / most), ...beside];
}

const MIDDLE = 3;
const DIGIT_SIDE = 28;
const digitSides = [DIGIT_SIDE, ...chainSizes(DIGIT_SIDE, DIGIT_LAYERS)];
const digitStart = DIGIT_FIELD.start + MIDDLE * DIGIT_FIELD.jump;
const digitWeights = influences(
  DIGIT_LAYERS.map((layer, index) => ({ ...layer, n: digitSides[index]! })),
  MIDDLE,
)[0]!.slice(digitStart, digitStart + DIGIT_FIELD.size);

const PATHS = [1, 2, 3].map((layers) => pathCounts(repeated(CONV, layers)));
const pathRows = [[1], ...PATHS].map((row) => {
  const beside = new Array<string>((PATHS.at(-1)!.length - row.length) / 2).fill('');
  return [...beside, ...row, ...beside];
});

/** Layers under the names that the figure shows. */
const named = (name: string, layer: Layer): Layer => ({ ...layer, name });
const lenetSteps = slidingSteps(
  stepsOf(square(3, N), [named('conv1', conv(6, 5)), named('pool1', pool(2)), named('conv2', conv(16, 5)), named('pool2', pool(2))]),
);
const paddedSteps = slidingSteps(
  stepsOf(
    square(1, 10),
    ['conv1', 'conv2'].map((name) => named(name, conv(1, 3, { p: 1 }))),
  ),
);
const vggSteps = slidingSteps(
  stepsOf(
    square(3, 224),
    [2, 2, 3, 3, 3].flatMap((count, block) => [
      ...Array.from({ length: count }, () => conv(Math.min(512, CHANNELS * 2 ** block), 3, { p: 1 })),
      pool(2),
    ]),
  ),
);

/** What one output sees of the sample photo, as boxes of the layers with these names. */
function photoFigure(
  steps: readonly WindowStep[],
  cell: typeof CELL,
  names: readonly (string | undefined)[],
  title: string,
): Lesson['figures'][string] {
  const [rows, columns] = [seeAlong(steps, 0, cell.row), seeAlong(steps, 1, cell.column)] as [Sight, Sight];
  const boxes = sightBoxes(rows, columns, names);
  return { job: 'receptive-photo', sample: 'scene', input: { boxes, rows: rows.weights, columns: columns.weights, title } };
}

function pyramidFigure(steps: readonly WindowStep[], output: number): Lesson['figures'][string] {
  const sight = seeAlong(steps, 1, output);
  const { weights, effective } = sight;
  return { job: 'receptive', input: { view: 'pyramid', levels: pyramidLevels(steps, sight), weights, effective } };
}

const vggNames = VGG16.map((layer, index) =>
  layer === POOL ? `pool${VGG16.slice(0, index + 1).filter((other) => other === POOL).length}` : undefined,
);
const cornerSight = seeAlong(paddedSteps, 1, 0);
const lenetEnd = lastField(LENET);

export const receptiveFieldLesson: Lesson = {
  number: 10,
  id: 'receptive-field',
  skills: [stackedField, smallWindows, fieldDepth, stridedField, fieldJump, fieldPlace, fieldPaths, effectiveFieldSkill],
  numbers: {
    two: lastField(repeated(CONV, 2)).field,
    three: lastField(repeated(CONV, 3)).field,
    mixed: lastField([{ f: 5 }, { f: 3 }, { f: 7 }]).field,
    large: LARGE,
    layers: layersToSee(LARGE, 3),
    pooledLast: pooledGrowth.at(-1)!.field,
    plainLast: lastField(repeated(CONV, GROWTH)).field,
    growth: GROWTH,
    channels: CHANNELS,
    small: 3 * parametersOf(3),
    single: parametersOf(7),
    saved: parametersOf(7) - 3 * parametersOf(3),
    percent: Math.round((100 * 3 * parametersOf(3)) / parametersOf(7)),
    strided: lastField(STRIDED).field,
    n: N,
    half: outputSize({ n: N, f: 3, s: 2 }).output,
    estimate: Math.round(10 * estimate) / 10,
    lenet1: lenet[0]!.field,
    lenet2: lenet[1]!.field,
    lenet3: lenet[2]!.field,
    lenet4: lenet[3]!.field,
    jump1: lenet[0]!.jump,
    jump2: lenet[1]!.jump,
    jump3: lenet[2]!.jump,
    jump4: lenet[3]!.jump,
    dilated: lastField(DILATED).field,
    column: CELL.column,
    row: CELL.row,
    left: CELL.column * lenetEnd.jump,
    right: CELL.column * lenetEnd.jump + lenetEnd.field - 1,
    bottom: lenetEnd.field - 1,
    start: String(cornerSight.layers.at(-1)!.start).replace('-', '−'),
    padded: cornerSight.layers.at(-1)!.field,
    real: cornerSight.weights.filter((weight) => weight > 0).length,
    vgga: poolings(vgg([1, 1, 2, 2, 2])),
    vgg16: poolings(VGG16),
    vggLast: lastField(VGG16).field,
    alexnet: fieldsAt(ALEXNET, [0, 1, 2, 4, 5, 6, 7]),
    resnet: lastField(RESNET50).field,
    paths: PATHS.at(-1)!.join(', '),
    ways: PATHS.at(-1)!.reduce((sum, count) => sum + count, 0),
    most: Math.max(...PATHS.at(-1)!),
    depth1: DEPTHS[0],
    depth2: DEPTHS[1],
    depth3: DEPTHS[2],
    field1: deep[0]!.field,
    field2: deep[1]!.field,
    field3: deep[2]!.field,
    effective1: deep[0]!.effective,
    effective2: deep[1]!.effective,
    effective3: deep[2]!.effective,
    vggEffective: seeAlong(vggSteps, 1, 3).effective,
    digit: DIGIT_FIELD.size,
  },
  figures: {
    cone: panels([chainPanel(repeated(CONV, 2))]),
    three: panels([chainPanel(repeated(CONV, 3))]),
    design: panels([
      {
        kind: 'bars',
        caption: '@parameters',
        bars: [
          { label: '3 × (3×3)', value: 3 * parametersOf(3) },
          { label: '1 × (7×7)', value: parametersOf(7) },
        ],
      },
    ]),
    growth: panels([
      {
        kind: 'curves',
        series: [
          { name: '3×3 + 2×2', points: pooledGrowth.map(({ field }) => field) },
          { name: '3×3', points: receptiveFields(repeated(CONV, GROWTH)).map(({ field }) => field) },
        ],
        x: '@layer',
        y: '@receptive-field',
      },
    ]),
    stride: panels([chainPanel(STRIDED)]),
    lenet: pyramidFigure(lenetSteps, 2),
    dilated: panels([chainPanel(DILATED, { size: lastField(DILATED).field })]),
    shift: panels([
      {
        kind: 'cells',
        rows: 1,
        columns: 12,
        windows: [0, 1].map((cell) => ({ row: 0, column: cell * lastField(STRIDED).jump, rows: 1, columns: lastField(STRIDED).field })),
      },
    ]),
    place: photoFigure(lenetSteps, CELL, ['conv1', 'pool1', 'conv2', 'pool2'], 'LeNet-5'),
    corner: pyramidFigure(paddedSteps, 0),
    objects: photoFigure(vggSteps, { column: 3, row: 3 }, vggNames, 'VGG16'),
    paths: panels([{ kind: 'matrix', values: pathRows, heat: true }]),
    bell: panels([
      {
        kind: 'curves',
        series: [
          { name: `${DEPTHS[1]} × (3×3)`, points: bell(deep[1]!) },
          { name: `${DEPTHS[0]} × (3×3)`, points: bell(deep[0]!) },
        ],
        x: '@pixels',
        y: '%',
      },
    ]),
    measured: { job: 'network-tiles', input: { show: 'influence', field: DIGIT_FIELD, equal: digitWeights } },
  },
};
