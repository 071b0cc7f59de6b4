import { DIGIT_CLASSES } from '../../network/digit-network.ts';
import type { MapLayer } from '../../network/digits.ts';
import { type DrawnDigit, drawDigits } from '../../network/drawn-digits.ts';
import { meanDistances, nearestOf, sharedLabels } from '../../network/nearest.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTilesFigure, type TileGroup, type TilesFigureInput } from '../../render/tiles-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import type { DigitPreparation } from '../../vision/digit/preparation.ts';
import { prepareDigit } from '../../vision/digit/prepare.ts';
import type { Plane } from '../../vision/picture.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/**
 * What of the digit network is looked at: the filters of its first layer; one filter of the second, channel by channel; the maps that a digit
 * leaves in a layer; the parts of drawn digits that excite units of `relu2` most; or the drawn digits that are nearest to a picture, by their
 * pixels and by the network's last hidden layer; or how far apart the ten digits are on average in both spaces.
 */
export type NetworkTilesInput = FigureStyle &
  (
    | { show: 'filters' }
    | { show: 'channels'; filter: number }
    | { show: 'maps'; layer: MapLayer; bytes: Uint8Array }
    | { show: 'patches'; units: number[] /** What output 0 of the layer sees, and how far neighbors are apart, pixels. */; field: Field }
    | {
        show: 'neighbors' /** Columns by which the prepared digit is moved to the right first; 0 if not given. */;
        shift?: number;
        bytes: Uint8Array;
      }
    | { show: 'distances' }
  );

interface Field {
  start: number;
  size: number;
  jump: number;
}

type Drawn = Omit<TilesFigureInput, keyof FigureStyle>;

const SIDE = 28;
/** Digits that neighbors and patches are looked for in: enough that each digit comes in many hands. */
const SET = { count: 400, seed: 28 };
const NEIGHBORS = 5;
const PATCHES = 6;
const MAX_WORKING_PIXELS = 1_000_000;

/** The inside of the digit network as small pictures. */
export const networkTiles = job({
  timeoutMs: 20_000,
  cached: true,
  usesNetworks: true,
  async run(input: NetworkTilesInput) {
    const { language, theme } = input;
    const figure = drawTilesFigure({ ...(await drawnOf(input)), language, theme });
    return { figure: await rendered(figure) };
  },
});

function drawnOf(input: NetworkTilesInput): Promise<Drawn> {
  switch (input.show) {
    case 'filters':
    case 'channels':
      return filtersOf(input);
    case 'maps':
      return mapsOf(input);
    case 'patches':
      return patchesOf(input);
    case 'neighbors':
      return neighborsOf(input);
    case 'distances':
      return distancesOf(input);
  }
}

async function filtersOf(input: Extract<NetworkTilesInput, { show: 'filters' | 'channels' }>): Promise<Drawn> {
  const t = figureTexts(input.language);
  const { digits } = await networks();
  const planes = input.show === 'filters' ? (await digits.filters('conv1')).flat() : (await digits.filters('conv2'))[input.filter];
  if (planes === undefined) throw new RangeError('there is no such filter');
  const title = input.show === 'filters' ? t('tiles-filters') : t('tiles-channels', { filter: input.filter + 1 });
  return {
    title: t('tiles-title', { what: title, count: planes.length, shape: '3×3' }),
    groups: [{ tiles: planes.map((plane) => ({ plane })), columns: 8, signed: true }],
    notes: [t('tiles-signed')],
  };
}

async function mapsOf({ layer, bytes, language }: Extract<NetworkTilesInput, { show: 'maps' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const maps = (await digits.maps([seenOf(await preparedDigit(bytes))], layer))[0]!;
  const zeros = maps.reduce((sum, { data }) => sum + data.filter((value) => value <= 0).length, 0);
  const silent = maps.filter(({ data }) => data.every((value) => value <= 0)).length;
  const [{ height, width, data }] = maps as [Plane, ...Plane[]];
  const signed = layer.startsWith('conv');
  const group: TileGroup = {
    tiles: maps.map((plane) => ({ plane, ...(plane.data.every((value) => value <= 0) ? { mark: 'bad' as const } : {}) })),
    columns: 8,
    signed,
    ownScale: true,
  };
  const percent = Math.round((100 * zeros) / (maps.length * data.length));
  return {
    title: t('tiles-title', { what: layer, count: maps.length, shape: `${height}×${width}` }),
    groups: [group],
    notes: [t(signed ? 'tiles-signed-own' : 'tiles-zeros', { percent, silent })],
  };
}

async function patchesOf({ units, field, language }: Extract<NetworkTilesInput, { show: 'patches' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawDigits(SET.count, SET.seed);
  const maps = await digits.maps(
    set.map(({ input }) => input),
    'relu2',
  );
  const groups = units.map((unit): TileGroup => {
    // one patch of a digit at most: its neighbors look nearly the same
    const best = maps
      .map((planes, digit) => ({ digit, ...strongest(planes[unit]!) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, PATCHES);
    return {
      caption: t('tiles-unit', { unit: unit + 1 }),
      tiles: best.map(({ digit, row, column }) => ({ plane: patchOf(set[digit]!, row, column, field) })),
      columns: PATCHES,
      signed: false,
    };
  });
  return { title: t('tiles-patches', { size: field.size }), groups, notes: [t('tiles-patches-note', { count: SET.count })] };
}

function strongest({ width, data }: Plane): { value: number; row: number; column: number } {
  const place = data.reduce((found, value, at) => (value > data[found]! ? at : found), 0);
  return { value: data[place]!, row: Math.floor(place / width), column: place % width };
}

/** What a unit sees of a digit; the padding around it is black. */
function patchOf({ input }: DrawnDigit, row: number, column: number, { start, size, jump }: Field): Plane {
  const pixel = (y: number, x: number) => (y >= 0 && x >= 0 && y < SIDE && x < SIDE ? input[y * SIDE + x]! : 0);
  const [top, left] = [start + row * jump, start + column * jump];
  const data = Float32Array.from({ length: size * size }, (_, at) => pixel(top + Math.floor(at / size), left + (at % size)));
  return { width: size, height: size, data };
}

async function neighborsOf({ bytes, shift = 0, language }: Extract<NetworkTilesInput, { show: 'neighbors' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawDigits(SET.count, SET.seed);
  const preparation = await preparedDigit(bytes);
  const query = shifted(seenOf(preparation), shift);
  const inputs = set.map(({ input }) => input);
  const labels = set.map(({ label }) => label);
  const features = await digits.features([query, ...inputs]);
  const { digit } = await digits.classify(preparation);
  const spaces = [
    { id: 'pixels', query, vectors: inputs },
    { id: 'features', query: features[0]!, vectors: features.slice(1) },
  ];
  const planeOf = (data: Float32Array): Plane => ({ width: SIDE, height: SIDE, data });
  const groups = spaces.map(({ id, query: from, vectors }): TileGroup => {
    const near = nearestOf(from, vectors, NEIGHBORS);
    const percent = Math.round(100 * sharedLabels(vectors, labels, NEIGHBORS));
    return {
      caption: t(`tiles-near-${id}`, { size: from.length, percent }),
      tiles: near.map((place) => ({
        plane: planeOf(inputs[place]!),
        label: String(labels[place]),
        mark: labels[place] === digit ? ('good' as const) : ('bad' as const),
      })),
      columns: NEIGHBORS,
      signed: false,
    };
  });
  return {
    title: t('tiles-neighbors'),
    groups: [{ tiles: [{ plane: planeOf(query) }], columns: NEIGHBORS, signed: false }, ...groups],
    notes: [t('tiles-neighbors-note', { count: SET.count, near: NEIGHBORS })],
  };
}

/** Ten by ten squares in each space: the mean distance of drawings of one digit to those of another. */
async function distancesOf({ language }: FigureStyle): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawDigits(SET.count, SET.seed);
  const inputs = set.map(({ input }) => input);
  const labels = set.map(({ label }) => label);
  const tiles = [
    { id: 'pixels', vectors: inputs },
    { id: 'features', vectors: await digits.features(inputs) },
  ].map(({ id, vectors }) => ({
    plane: { width: DIGIT_CLASSES, height: DIGIT_CLASSES, data: meanDistances(vectors, labels, DIGIT_CLASSES) },
    label: t(`tiles-space-${id}`),
  }));
  return {
    title: t('tiles-distances'),
    groups: [{ tiles, columns: 2, signed: false, ownScale: true }],
    notes: [t('tiles-distances-note')],
  };
}

/** A 28×28 picture moved to the right; what leaves it is lost. */
function shifted(input: Float32Array, columns: number): Float32Array {
  return input.map((_, at) => ((at % SIDE) - columns >= 0 && (at % SIDE) - columns < SIDE ? input[at - columns]! : 0));
}

async function preparedDigit(bytes: Uint8Array): Promise<DigitPreparation> {
  const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
  return prepareDigit(picture);
}

/** What the network sees of it; where no digit was found, the picture merely squashed. */
const seenOf = (preparation: DigitPreparation) => (preparation.found ? preparation.input : preparation.unprepared);
