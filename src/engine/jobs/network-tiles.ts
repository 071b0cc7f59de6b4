import { DIGIT_CLASSES } from '../../network/digit-network.ts';
import type { MapLayer } from '../../network/digits.ts';
import { meanDistances, nearestOf, sharedLabels } from '../../network/nearest.ts';
import { pixelInfluence, shareInMiddle } from '../../network/pixel-influence.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTilesFigure, type TileGroup, type TilesFigureInput } from '../../render/tiles-figure.ts';
import type { Plane } from '../../vision/picture.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { DRAWN, drawnSet, strongestPatches } from './digit-patches.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { type Field, planeOf, preparedDigit, SIDE, seenOf } from './seen-digit.ts';

/**
 * What of the digit network is looked at: the filters of its first layer; one filter of the second, channel by channel; the maps that a digit
 * leaves in a layer; the parts of drawn digits that excite units of `relu2` most; or the drawn digits that are nearest to a picture, by their
 * pixels and by the network's last hidden layer; how far apart the ten digits are on average in both spaces; or how strongly each pixel reaches
 * the middle place of `relu2`, beside what equal weights would give.
 */
export type NetworkTilesInput = FigureStyle &
  (
    | { show: 'filters' }
    | { show: 'channels'; filter: number }
    | { show: 'maps'; layer: MapLayer; bytes: Uint8Array }
    | { show: 'patches'; units: number[]; field: Field }
    | {
        show: 'neighbors' /** Columns by which the prepared digit is moved to the right first; 0 if not given. */;
        shift?: number;
        bytes: Uint8Array;
      }
    | { show: 'distances' }
    | { show: 'influence'; field: Field /** Influence of each cell of the field along one axis, with equal weights. */; equal: number[] }
  );

type Drawn = Omit<TilesFigureInput, keyof FigureStyle>;

const NEIGHBORS = 5;
const PATCHES = 6;
/** Drawn digits, one of each, whose pixels are changed one by one, pixels around the field, and the middle place of the 7×7 maps. */
const NUDGED = { digits: 10, beside: 1, place: 3 };

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
    case 'influence':
      return influenceOf(input);
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
  const patches = await strongestPatches(units, field, PATCHES);
  const groups = units.map(
    (unit, index): TileGroup => ({
      caption: t('tiles-unit', { unit: unit + 1 }),
      tiles: patches[index]!.map(({ patch }) => ({ plane: patch })),
      columns: PATCHES,
      signed: false,
    }),
  );
  return { title: t('tiles-patches', { size: field.size }), groups, notes: [t('tiles-patches-note', { count: DRAWN })] };
}

async function neighborsOf({ bytes, shift = 0, language }: Extract<NetworkTilesInput, { show: 'neighbors' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawnSet();
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
    notes: [t('tiles-neighbors-note', { count: DRAWN, near: NEIGHBORS })],
  };
}

/** Ten by ten squares in each space: the mean distance of drawings of one digit to those of another. */
async function distancesOf({ language }: FigureStyle): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const set = drawnSet();
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

async function influenceOf({ field, equal, language }: Extract<NetworkTilesInput, { show: 'influence' }>): Promise<Drawn> {
  const t = figureTexts(language);
  const { digits } = await networks();
  const { digits: count, beside, place } = NUDGED;
  const size = field.size + 2 * beside;
  const area = { from: field.start + place * field.jump - beside, size };
  const pictures = drawnSet(count).map(({ input }) => input);
  const measured = await pixelInfluence((inputs) => digits.maps(inputs, 'relu2'), pictures, { row: place, column: place }, area);
  const along = (at: number) => equal[at - beside] ?? 0;
  const data = Float32Array.from({ length: size * size }, (_, at) => along(Math.floor(at / size)) * along(at % size));
  const middle = 2 * Math.round(field.size / 4) + (field.size % 2);
  const tiles = [
    { id: 'equal', plane: { width: size, height: size, data } },
    { id: 'measured', plane: measured },
  ].map(({ id, plane }) => ({ plane, label: t(`tiles-influence-${id}`, { percent: Math.round(100 * shareInMiddle(plane, middle)) }) }));
  return {
    title: t('tiles-influence', { size: field.size }),
    groups: [{ tiles, columns: 2, signed: false, ownScale: true }],
    notes: [t('tiles-influence-note', { count, middle })],
  };
}

/** A 28×28 picture moved to the right; what leaves it is lost. */
function shifted(input: Float32Array, columns: number): Float32Array {
  return input.map((_, at) => ((at % SIDE) - columns >= 0 && (at % SIDE) - columns < SIDE ? input[at - columns]! : 0));
}
