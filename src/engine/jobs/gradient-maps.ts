import { gradient } from '../../network/attribution/gradient.ts';
import { guidedBackprop } from '../../network/attribution/guided-backprop.ts';
import { saliency } from '../../network/attribution/saliency.ts';
import { type Attribution, targetValues } from '../../network/attribution/target.ts';
import { correlation } from '../../network/correlation.ts';
import { createDigitNetwork } from '../../network/digit-network.ts';
import { drawDigits } from '../../network/drawn-digits.ts';
import { wordsOf } from '../../render/panels/words.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTilesFigure, type TileGroup, type TilesFigureInput } from '../../render/tiles-figure.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { type Field, patchOf, planeOf, preparedDigit, seenOf, strongestPlaces } from './seen-digit.ts';

/** Attribution methods by the ids of their texts, `gradient-method-ID`. */
export const METHODS = { gradient, guided: guidedBackprop } satisfies Record<string, Attribution>;
export type MethodId = keyof typeof METHODS;

/**
 * Gradients of the digit network with respect to its picture: of the score of one digit or more, with signs or as saliency; of a unit of
 * `relu2`, on the parts of drawn digits that excite it most; or of the score of a digit by the trained network and by one with random weights.
 */
export type GradientMapsInput = FigureStyle &
  (
    | { show: 'scores'; digits: number[]; methods: MethodId[]; signed: boolean; bytes: Uint8Array }
    | { show: 'unit'; unit: number; field: Field }
    | { show: 'untrained'; digit: number; bytes: Uint8Array }
  );

type Drawn = Omit<TilesFigureInput, keyof FigureStyle>;

/** Digits among which a unit's strongest patches are looked for. */
const SET = { count: 400, seed: 28 };
const PATCHES = 5;
const UNIT_LAYER = 'relu2';
/** Of the first weights of the network that has learned nothing. */
const UNTRAINED_SEED = 1;

/** Which pixels move a number of the digit network, as small pictures. */
export const gradientMaps = job({
  timeoutMs: 20_000,
  cached: true,
  async run(input: GradientMapsInput) {
    const { language, theme } = input;
    const figure = drawTilesFigure({ ...(await drawnOf(input)), language, theme });
    return { figure: await rendered(figure) };
  },
});

function drawnOf(input: GradientMapsInput): Promise<Drawn> {
  switch (input.show) {
    case 'scores':
      return scoresOf(input);
    case 'unit':
      return unitOf(input);
    case 'untrained':
      return untrainedOf(input);
  }
}

async function scoresOf({ digits, methods, signed, bytes, language }: Extract<GradientMapsInput, { show: 'scores' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { layers } = (await networks()).digits;
  const seen = seenOf(await preparedDigit(bytes));
  const groups = digits.map((digit): TileGroup => {
    const [score] = targetValues(layers, [seen], { class: digit }) as [number];
    return {
      caption: t('gradient-score', { digit, score: wordsOf(language).number(score, 1) }),
      tiles: [
        { plane: planeOf(seen), label: t('gradient-picture'), signed: false },
        ...methods.map((method) => {
          const [map] = METHODS[method](layers, [seen], { class: digit }) as [Float32Array];
          return { plane: planeOf(signed ? map : saliency(map, 1)), label: t(`gradient-method-${method}`) };
        }),
      ],
      columns: methods.length + 1,
      signed,
      ownScale: true,
    };
  });
  return { title: t('gradient-title'), groups, notes: [t(signed ? 'gradient-signed' : 'gradient-sizes')] };
}

/** Rows of patches, and what moves the unit in each. */
async function unitOf({ unit, field, language }: Extract<GradientMapsInput, { show: 'unit' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawDigits(SET.count, SET.seed).map(({ input }) => input);
  const maps = (await digits.maps(set, UNIT_LAYER)).map((planes) => {
    const plane = planes[unit];
    if (plane === undefined) throw new RangeError(`${UNIT_LAYER} has no map ${unit}`);
    return plane;
  });
  const places = strongestPlaces(maps, PATCHES);
  const rows = [
    { caption: t('gradient-patches'), signed: false, mapOf: (picture: number) => set[picture]! },
    ...Object.entries(METHODS).map(([id, method]) => ({
      caption: t(`gradient-method-${id}`),
      signed: true,
      mapOf: (picture: number, row: number, column: number) =>
        method(digits.layers, [set[picture]!], { layer: UNIT_LAYER, channel: unit, row, column })[0]!,
    })),
  ];
  const groups = rows.map(
    ({ caption, signed, mapOf }): TileGroup => ({
      caption,
      tiles: places.map(({ picture, row, column }) => ({ plane: patchOf(mapOf(picture, row, column), row, column, field) })),
      columns: PATCHES,
      signed,
      ownScale: true,
    }),
  );
  return { title: t('gradient-unit', { unit: unit + 1 }), groups, notes: [t('gradient-unit-note', { count: SET.count })] };
}

/** Each method's map of the trained network beside that of a network with random weights, and how alike they are. */
async function untrainedOf({ digit, bytes, language }: Extract<GradientMapsInput, { show: 'untrained' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { layers } = (await networks()).digits;
  const random = createDigitNetwork(UNTRAINED_SEED);
  const seen = seenOf(await preparedDigit(bytes));
  const groups = Object.entries(METHODS).map(([id, method]): TileGroup => {
    const maps = [layers, random].map((network) => method(network, [seen], { class: digit })[0]!) as [Float32Array, Float32Array];
    const alike = correlation(...(maps.map((map) => saliency(map, 1)) as typeof maps));
    return {
      caption: t('gradient-alike', { method: t(`gradient-method-${id}`), correlation: wordsOf(language).number(alike, 2) }),
      tiles: [
        { plane: planeOf(seen), label: t('gradient-picture'), signed: false },
        ...maps.map((map, index) => ({ plane: planeOf(map), label: t(index === 0 ? 'gradient-trained' : 'gradient-random') })),
      ],
      columns: 3,
      signed: true,
      ownScale: true,
    };
  });
  random.dispose();
  return { title: t('gradient-untrained', { digit }), groups, notes: [t('gradient-untrained-note')] };
}
