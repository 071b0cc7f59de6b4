import {
  cover,
  dropsOf,
  meanOf,
  mostProbable,
  type NetworkPicture,
  type Occlusion,
  type OcclusionChoice,
  occlusion as occlude,
} from '../../network/attribution/occlusion.ts';
import { DIGIT_SIZE } from '../../network/digit-network.ts';
import type { DigitNetwork } from '../../network/digits.ts';
import { drawDigits } from '../../network/drawn-digits.ts';
import { encodeGif } from '../../render/animation/gif.ts';
import { occlusionScene } from '../../render/animation/occlusion-scene.ts';
import { formatNumber, withDecimalMark } from '../../render/numbers.ts';
import {
  type CoveredDigit,
  drawOcclusionColumns,
  drawOcclusionFigure,
  drawReadings,
  type OcclusionColumn,
} from '../../render/occlusion-figure.ts';
import { drawPanels } from '../../render/panels/panels-figure.ts';
import { figureTexts } from '../../render/texts.ts';
import { decodePicture } from '../../vision/decode.ts';
import { prepareDigit } from '../../vision/digit/prepare.ts';
import { job, type Rendered } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** The digit that is looked at: a picture, or one of the project's drawn digits by its place among them. */
interface Seen {
  bytes?: Uint8Array;
  /** 0…; used where there are no bytes. */
  drawn?: number;
}

type Settings = Required<Pick<OcclusionChoice, 'patch' | 'stride'>> & Pick<OcclusionChoice, 'fill'>;

/**
 * Which part of a digit its probability rests on: the digit, the map of drops and some patches; several settings side by side that differ in the
 * patch's side or in its filling; the digit read at each position; or the probabilities and drops themselves as two tables, in percent.
 */
export type OcclusionInput = FigureStyle &
  Seen &
  (
    | ({ show: 'map' | 'readings' | 'tables' } & Settings)
    | { show: 'sizes'; patches: number[]; stride: number }
    | { show: 'fills'; patch: number; stride: number; fills: (number | 'mean')[] }
  );

/** The drawn digits that figures choose from. */
const SET = { count: 40, seed: 28 };
const MAX_WORKING_PIXELS = 1_000_000;
/** A drop below this is none, for the eye. */
const HARMLESS = 0.02;

export const occlusion = job({
  timeoutMs: 30_000,
  usesNetworks: true,
  cached: true,
  async run(input: OcclusionInput) {
    const { digits } = await networks();
    const picture = await pictureOf(input);
    const looked = { digits, picture, target: mostProbable((await digits.probabilities([picture.data]))[0]!) };
    return { figure: await rendered(await drawShown(input, looked)), digit: looked.target };
  },
});

/** The patch on its way over the digit, with the probability as a curve that grows and the map that appears. */
export const occlusionAnimation = job({
  timeoutMs: 30_000,
  usesNetworks: true,
  cached: true,
  async run({ language, theme, patch, stride, fill = 0, ...seen }: FigureStyle & Seen & Settings, { onProgress }) {
    const { digits } = await networks();
    const picture = await pictureOf(seen);
    const found = await occlude(picture, digits.probabilities, { patch, stride, fill });
    const target = mostProbable(found.whole);
    const scene = occlusionScene({
      picture,
      target,
      whole: found.whole[target]!,
      map: { drops: dropsOf(found, target), patch, stride },
      places: found.covered.map((_, at) => coveredAt({ picture, target }, found, { patch, stride, fill }, at)),
      language,
      theme,
    });
    const { bytes, width, height, frames } = await encodeGif(scene, onProgress);
    const gif: Rendered = { bytes, type: 'image/gif', width, height };
    return { gif, frames, digit: target };
  },
});

interface Looked {
  digits: DigitNetwork;
  picture: NetworkPicture;
  target: number;
}

async function drawShown(input: OcclusionInput, looked: Looked) {
  switch (input.show) {
    case 'map':
      return drawMap(input, looked);
    case 'readings':
      return drawRead(input, looked);
    case 'tables':
      return drawTables(input, looked);
    case 'sizes':
      return drawSizes(input, looked);
    case 'fills':
      return drawFills(input, looked);
  }
}

async function drawMap({ patch, stride, fill = 0, language, theme }: FigureStyle & Settings, looked: Looked) {
  const { digits, picture, target } = looked;
  const found = await occlude(picture, digits.probabilities, { patch, stride, fill });
  const drops = dropsOf(found, target);
  const ink = found.covered.map((_, at) => hiddenInk(picture, found, { patch, stride }, at));
  const all = ink.map((_, at) => at);
  const reads = (at: number) => mostProbable(found.covered[at]!);
  const worst = largestBy(all, (at) => drops.data[at]!)!;
  // an empty place, the most ink that may go without harm, the worst place, and the worst that is taken for yet another digit
  const chosen = [
    all.find((at) => ink[at] === 0),
    largestBy(
      all.filter((at) => drops.data[at]! < HARMLESS),
      (at) => ink[at]!,
    ),
    worst,
    largestBy(
      all.filter((at) => reads(at) !== target && reads(at) !== reads(worst)),
      (at) => drops.data[at]!,
    ),
  ].filter((at): at is number => at !== undefined);
  return drawOcclusionFigure({
    picture,
    target,
    whole: found.whole[target]!,
    map: { drops, patch, stride },
    places: chosen.map((at) => coveredAt(looked, found, { patch, stride, fill }, at)),
    language,
    theme,
  });
}

async function drawRead({ patch, stride, fill = 0, language, theme }: FigureStyle & Settings, { digits, picture, target }: Looked) {
  const { rows, columns, covered } = await occlude(picture, digits.probabilities, { patch, stride, fill });
  const readings = covered.map(mostProbable);
  return drawReadings({ picture, target, patch, stride, rows, columns, readings, language, theme });
}

async function drawTables({ patch, stride, fill = 0, language, theme }: FigureStyle & Settings, { digits, picture, target }: Looked) {
  const t = figureTexts(language);
  const found = await occlude(picture, digits.probabilities, { patch, stride, fill });
  const whole = Math.round(100 * found.whole[target]!);
  const percents = Array.from({ length: found.rows }, (_, row) =>
    Array.from({ length: found.columns }, (_column, column) => Math.round(100 * found.covered[row * found.columns + column]![target]!)),
  );
  return drawPanels({
    panels: [
      { kind: 'matrix', values: percents, heat: true, caption: t('occlusion-table-probability', { digit: target }) },
      // of the rounded numbers, so that what is read can be checked
      {
        kind: 'matrix',
        values: percents.map((row) => row.map((value) => whole - value)),
        heat: true,
        caption: t('occlusion-table-drop', { whole }),
      },
    ],
    language,
    theme,
  });
}

async function drawSizes({ patches, stride, language, theme }: Extract<OcclusionInput, { show: 'sizes' }>, looked: Looked) {
  const t = figureTexts(language);
  const columns = await Promise.all(patches.map((patch) => columnOf(looked, { patch, stride, fill: 0 }, t('occlusion-side', { patch }))));
  const { picture, target } = looked;
  return drawOcclusionColumns({
    title: t('occlusion-sizes', { digit: target }),
    picture,
    target,
    columns,
    note: t('occlusion-sizes-note'),
    language,
    theme,
  });
}

async function drawFills({ patch, stride, fills, language, theme }: Extract<OcclusionInput, { show: 'fills' }>, looked: Looked) {
  const t = figureTexts(language);
  const { picture, target } = looked;
  const written = (value: number) => withDecimalMark(formatNumber(value), language);
  const asked = fills.map((fill) => {
    const value = written(fill === 'mean' ? meanOf(picture.data) : fill);
    const name = fill === 'mean' ? 'mean' : fill === 0 ? 'black' : 'white';
    return columnOf(looked, { patch, stride, fill }, t(`occlusion-fill-${name}`, { value }));
  });
  const columns = await Promise.all(asked);
  return drawOcclusionColumns({
    title: t('occlusion-fills', { patch }),
    picture,
    target,
    columns,
    note: t('occlusion-fills-note'),
    language,
    theme,
  });
}

async function columnOf(looked: Looked, settings: Required<Settings>, caption: string): Promise<OcclusionColumn> {
  const { digits, picture, target } = looked;
  const found = await occlude(picture, digits.probabilities, settings);
  const drops = dropsOf(found, target);
  const worst = largestBy([...drops.data.keys()], (at) => drops.data[at]!)!;
  return { caption, covered: coveredAt(looked, found, settings, worst), map: { drops, ...settings } };
}

/** The picture with the patch at one position, and what the network says of it. */
function coveredAt(
  { picture, target }: Pick<Looked, 'picture' | 'target'>,
  { columns, covered }: Occlusion,
  { patch, stride, fill }: Required<Settings>,
  at: number,
): CoveredDigit {
  const place = { row: Math.floor(at / columns) * stride, column: (at % columns) * stride };
  const { height, width } = picture;
  return {
    picture: { height, width, data: cover(picture, { ...place, patch, fill }) },
    patch: { ...place, side: patch },
    probability: covered[at]![target]!,
    reads: mostProbable(covered[at]!),
  };
}

function hiddenInk(
  picture: NetworkPicture,
  { columns }: Occlusion,
  { patch, stride }: { patch: number; stride: number },
  at: number,
): number {
  const left = cover(picture, { row: Math.floor(at / columns) * stride, column: (at % columns) * stride, patch, fill: 0 });
  return picture.data.reduce((sum, value, index) => sum + value - left[index]!, 0);
}

const largestBy = (places: readonly number[], value: (at: number) => number): number | undefined =>
  places.reduce<number | undefined>((found, at) => (found === undefined || value(at) > value(found) ? at : found), undefined);

/** @throws RangeError for a drawn digit that there is not */
async function pictureOf({ bytes, drawn = 0 }: Seen): Promise<NetworkPicture> {
  const shape = { height: DIGIT_SIZE, width: DIGIT_SIZE };
  if (bytes !== undefined) {
    const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const preparation = prepareDigit(picture);
    return { ...shape, data: preparation.found ? preparation.input : preparation.unprepared };
  }
  const digit = drawDigits(SET.count, SET.seed)[drawn];
  if (digit === undefined) throw new RangeError(`there is no drawn digit ${drawn}`);
  return { ...shape, data: digit.input };
}
