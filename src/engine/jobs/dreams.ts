import { DIGIT_SIZE } from '../../network/digit-network.ts';
import type { DigitNetwork } from '../../network/digits.ts';
import type { NetworkUnit } from '../../network/input-gradient.ts';
import type { Dream, Recipe } from '../../network/optimise/ascend.ts';
import { DIGIT_RECIPE, DREAM_STEPS, dreamDigits, UNIT_RECIPE } from '../../network/optimise/dreams.ts';
import { formatNumber, withDecimalMark } from '../../render/numbers.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTilesFigure, type TileGroup, type TilesFigureInput } from '../../render/tiles-figure.ts';
import type { Plane } from '../../vision/picture.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { DRAWN, drawnSet, strongestPatches } from './digit-patches.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { type Field, patchOf } from './seen-digit.ts';

/**
 * Pictures that the digit network would like to see most, found by gradient ascent: one of each class; one on its way, after some steps; one
 * with several λ; one with each regularizer turned off; one from several seeds; some by their score and by their probability; some around the
 * mean picture of drawn digits; or those of units of the second layer, beside the drawn patches that excite them most.
 */
export type DreamsInput = FigureStyle &
  (
    | { show: 'classes' }
    | { show: 'steps'; digit: number; keep: number[] }
    | { show: 'decay'; digit: number; decays: number[] }
    | { show: 'regularizers'; digit: number }
    | { show: 'seeds'; digit: number; seeds: number[] }
    | { show: 'probability'; digits: number[] }
    | { show: 'mean'; digits: number[] }
    | { show: 'units'; units: number[]; field: Field }
  );
type Asked<Show> = Extract<DreamsInput, { show: Show }>;
type Drawn = Omit<TilesFigureInput, keyof FigureStyle>;

const CLASSES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Strong enough that dreams of one digit come out different. */
const NOISE = 0.3;
/** Climbing a probability, whose slopes are gentler: a tenfold rate, with the same share decayed in each step. */
const PROBABILITY_RECIPE: Recipe = { ...DIGIT_RECIPE, rate: 10 * DIGIT_RECIPE.rate, decay: DIGIT_RECIPE.decay / 10 };
/** The unit in the middle of the 7×7 maps sees no padding. */
const MIDDLE = { row: 3, column: 3 };
const REAL_PATCHES = 3;

/** What the digit network dreams. */
export const dreams = job({
  timeoutMs: 60_000,
  cached: true,
  async run(input: DreamsInput) {
    const { digits } = await networks();
    const { language, theme } = input;
    return rendered(drawTilesFigure({ ...(await drawnOf(input, digits)), language, theme }));
  },
});

function drawnOf(input: DreamsInput, network: DigitNetwork): Drawn | Promise<Drawn> {
  switch (input.show) {
    case 'classes':
      return classesOf(input, network);
    case 'steps':
      return stepsOf(input, network);
    case 'decay':
    case 'regularizers':
      return recipesOf(input, network);
    case 'seeds':
      return seedsOf(input, network);
    case 'probability':
      return probabilityOf(input, network);
    case 'mean':
      return meanOf(input, network);
    case 'units':
      return unitsOf(input, network);
  }
}

const score = (unit: number): NetworkUnit => ({ of: 'score', unit });

/** What figures say in one language: texts and scores. */
function wordsOf({ language }: FigureStyle) {
  const t = figureTexts(language);
  const number = (value: number, digits = 1) =>
    withDecimalMark(formatNumber(Number(value.toFixed(Math.abs(value) < 10 ? digits : 0)), digits), language);
  return { t, number, score: (value: number) => `S = ${number(value)}` };
}

const last = ({ values }: Dream) => values.at(-1)!;
/** Each tile from black, zero and below, to white, its largest number. */
const gray = (group: Pick<TileGroup, 'tiles' | 'columns'> & { caption?: string }): TileGroup => ({
  signed: false,
  ownScale: true,
  large: true,
  ...group,
});

function classesOf(input: FigureStyle, network: DigitNetwork): Drawn {
  const { t, score: says } = wordsOf(input);
  const dreamed = dreamDigits(
    network,
    CLASSES.map((digit) => ({ unit: score(digit), recipe: DIGIT_RECIPE })),
  );
  const tiles = dreamed.map((dream, digit) => ({ plane: dream.picture, label: String(digit), value: says(last(dream)) }));
  return { title: t('dreams-classes'), groups: [gray({ tiles, columns: 4 })], notes: [t('dreams-shades', { steps: DREAM_STEPS })] };
}

function stepsOf({ digit, keep, ...style }: Asked<'steps'>, network: DigitNetwork): Drawn {
  const { t, number, score: says } = wordsOf(style);
  const [dream] = dreamDigits(network, [{ unit: score(digit), recipe: DIGIT_RECIPE }], { steps: Math.max(...keep), keep });
  const tiles = keep.map((step, index) => ({
    plane: dream!.kept[index]!,
    label: t('dreams-step', { step }),
    value: says(dream!.values[step]!),
  }));
  const drawn = drawnSet().filter(({ label }) => label === digit);
  const real = network.gradients(
    drawn.map(({ input }) => input),
    drawn.map(() => score(digit)),
  );
  const scores = real.map(({ value }) => value);
  const mean = number(scores.reduce((sum, value) => sum + value, 0) / scores.length);
  const note = t('dreams-real', { digit, count: drawn.length, mean, most: number(Math.max(...scores)) });
  return { title: t('dreams-steps', { digit }), groups: [gray({ tiles, columns: 3 })], notes: [note] };
}

function recipesOf(input: Asked<'decay' | 'regularizers'>, network: DigitNetwork): Drawn {
  const { t, number, score: says } = wordsOf(input);
  const { digit } = input;
  const { blur, ...unblurred } = DIGIT_RECIPE;
  const recipes: { label: string; recipe: Recipe }[] =
    input.show === 'decay'
      ? input.decays.map((decay) => ({ label: `λ = ${number(decay, 2)}`, recipe: { ...DIGIT_RECIPE, decay } }))
      : [
          { label: t('dreams-all'), recipe: DIGIT_RECIPE },
          { label: t('dreams-no-decay'), recipe: { ...DIGIT_RECIPE, decay: 0 } },
          { label: t('dreams-no-blur'), recipe: unblurred },
          { label: t('dreams-no-pixels'), recipe: { ...DIGIT_RECIPE, smallPixels: 0 } },
          { label: t('dreams-no-gradients'), recipe: { ...DIGIT_RECIPE, smallGradients: 0 } },
          { label: t('dreams-none'), recipe: { rate: DIGIT_RECIPE.rate, decay: 0 } },
        ];
  const dreamed = dreamDigits(
    network,
    recipes.map(({ recipe }) => ({ unit: score(digit), recipe })),
  );
  const tiles = dreamed.map((dream, index) => ({
    plane: dream.picture,
    label: recipes[index]!.label,
    value: input.show === 'decay' ? `${says(last(dream))}, ‖I‖² = ${number(squares(dream.picture))}` : says(last(dream)),
  }));
  const note = input.show === 'decay' ? t('dreams-shared-scale') : t('dreams-shades', { steps: DREAM_STEPS });
  const group = gray({ tiles, columns: input.show === 'decay' ? 2 : 3 });
  return { title: t(`dreams-${input.show}`, { digit }), groups: [{ ...group, ownScale: input.show !== 'decay' }], notes: [note] };
}

const squares = ({ data }: Plane) => data.reduce((sum, value) => sum + value ** 2, 0);

function seedsOf({ digit, seeds, ...style }: Asked<'seeds'>, network: DigitNetwork): Drawn {
  const { t, score: says } = wordsOf(style);
  const dreamed = dreamDigits(
    network,
    seeds.map((seed) => ({ unit: score(digit), recipe: DIGIT_RECIPE, noise: { seed, deviation: NOISE } })),
  );
  const tiles = dreamed.map((dream, index) => ({
    plane: dream.picture,
    label: t('dreams-seed', { seed: seeds[index]! }),
    value: says(last(dream)),
  }));
  return {
    title: t('dreams-seeds', { digit }),
    groups: [gray({ tiles, columns: 3 })],
    notes: [t('dreams-shades', { steps: DREAM_STEPS })],
  };
}

function probabilityOf({ digits, ...style }: Asked<'probability'>, network: DigitNetwork): Drawn {
  const { t, number, score: says } = wordsOf(style);
  const groups = (['score', 'probability'] as const).map((of) => {
    const recipe = of === 'score' ? DIGIT_RECIPE : PROBABILITY_RECIPE;
    const dreamed = dreamDigits(
      network,
      digits.map((unit) => ({ unit: { of, unit }, recipe })),
    );
    const pictures = dreamed.map(({ picture }) => picture.data);
    const valuesOf = (what: 'score' | 'probability') =>
      network
        .gradients(
          pictures,
          digits.map((unit) => ({ of: what, unit })),
        )
        .map(({ value }) => value);
    const [scores, shares] = [valuesOf('score'), valuesOf('probability')];
    const tiles = dreamed.map(({ picture }, index) => ({
      plane: picture,
      label: says(scores[index]!),
      value: `P = ${number(Math.floor(100 * shares[index]!) / 100, 2)}`,
    }));
    return { ...gray({ tiles, columns: digits.length, caption: t(`dreams-by-${of}`) }), ownScale: false };
  });
  // one scale for both rows: how bright they are is what they differ in
  const most = Math.max(...groups.flatMap(({ tiles }) => tiles.flatMap(({ plane }) => [...plane.data])));
  const scaled = groups.map((group) => ({ ...group, scale: most }));
  return { title: t('dreams-probability'), groups: scaled, notes: [t('dreams-shared-scale')] };
}

function meanOf({ digits, ...style }: Asked<'mean'>, network: DigitNetwork): Drawn {
  const { t, score: says } = wordsOf(style);
  const mean = new Float32Array(DIGIT_SIZE * DIGIT_SIZE);
  for (const { input } of drawnSet()) for (const [at, pixel] of input.entries()) mean[at]! += pixel / DRAWN;
  const dreamed = dreamDigits(
    network,
    digits.map((digit) => ({ unit: score(digit), recipe: DIGIT_RECIPE })),
    { around: mean },
  );
  const plane = (data: Float32Array): Plane => ({ width: DIGIT_SIZE, height: DIGIT_SIZE, data });
  const changes = dreamed.map(({ picture }) => ({ plane: picture }));
  const sums = dreamed.map((dream, index) => ({
    plane: plane(dream.picture.data.map((pixel, at) => pixel + mean[at]!)),
    label: String(digits[index]),
    value: says(last(dream)),
  }));
  const columns = digits.length;
  return {
    title: t('dreams-mean'),
    groups: [
      gray({ tiles: [{ plane: plane(mean) }], columns, caption: t('dreams-mean-alone', { count: DRAWN }) }),
      { ...gray({ tiles: changes, columns, caption: t('dreams-mean-change') }), signed: true },
      gray({ tiles: sums, columns, caption: t('dreams-mean-sum') }),
    ],
  };
}

async function unitsOf({ units, field, ...style }: Asked<'units'>, network: DigitNetwork): Promise<Drawn> {
  const { t, number } = wordsOf(style);
  const dreamed = dreamDigits(
    network,
    units.map((unit) => ({ unit: { of: 'pool2', unit, ...MIDDLE }, recipe: UNIT_RECIPE })),
  );
  const real = await strongestPatches(units, field, REAL_PATCHES);
  const groups = units.map((unit, index) => {
    const dream = dreamed[index]!;
    return gray({
      caption: t('tiles-unit', { unit: unit + 1 }),
      tiles: [
        { plane: patchOf(dream.picture.data, MIDDLE.row, MIDDLE.column, field), label: t('dreams-unit', { value: number(last(dream)) }) },
        ...real[index]!.map(({ patch, value }) => ({ plane: patch, label: number(value) })),
      ],
      columns: 1 + REAL_PATCHES,
    });
  });
  return { title: t('dreams-units', { size: field.size }), groups, notes: [t('dreams-units-note', { count: DRAWN })] };
}
