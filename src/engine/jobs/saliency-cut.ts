import { saliency } from '../../network/attribution/saliency.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTilesFigure, type Tile, type TileGroup } from '../../render/tiles-figure.ts';
import { digitFrame } from '../../vision/digit/frame.ts';
import { luminance, resampleBox } from '../../vision/digit/resample.ts';
import type { Plane } from '../../vision/picture.ts';
import { type Seeds, seededCut, seedsOf } from '../../vision/seeded-cut.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { METHODS, type MethodId } from './gradient-maps.ts';
import { planeOf, preparedDigit, SIDE, seenOf } from './seen-digit.ts';

export interface SaliencyCutInput extends FigureStyle {
  bytes: Uint8Array;
  /** A row of pictures each. */
  methods: MethodId[];
  /** Whether the cut is shown too, or only what leads to it. */
  cut: boolean;
}

/** Pixels of the photo for each pixel of the map, along one axis. */
const FINER = 5;
/** Ink of the prepared digit counts from here on. */
const INK = 0.3;
/** What is cut away is painted white. */
const WHITE = 255;

/**
 * The digit cut out of its photo by seeds from a saliency map (Simonyan et al., 2013): the map of the digit read becomes seeds, these are laid
 * over the photo, and the photo's own brightness decides the rest.
 */
export const saliencyCut = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, methods, cut, language, theme }: SaliencyCutInput) {
    const t = figureTexts(language);
    const { digits } = await networks();
    const preparation = await preparedDigit(bytes);
    const seen = seenOf(preparation);
    const { probabilities, unprepared } = await digits.classify(preparation);
    const scores = preparation.found ? probabilities : unprepared;
    const read = scores.indexOf(Math.max(...scores));
    const fine = SIDE * FINER;
    const photo = resampleBox(luminance(preparation.steps[0]!.picture), digitFrame(preparation), fine, fine);
    const groups = methods.map((method): TileGroup => {
      const map = saliency(METHODS[method](digits.layers, [seen], { class: read })[0]!, 1);
      const seeds = seedsOf(map);
      const object = seeds.filter((seed) => seed === 1).length;
      const onInk = seeds.filter((seed, at) => seed === 1 && seen[at]! > INK).length;
      const tiles: Tile[] = [
        ...(cut ? [] : [{ plane: photo, label: t('gradient-photo') }]),
        { plane: planeOf(map), label: t(`gradient-method-${method}`) },
        { plane: planeOf(Float32Array.from(seeds)), label: t('cut-seeds'), signed: true },
        ...(cut ? [{ plane: cutOut(photo, seeds), label: t('cut-out') }] : []),
      ];
      return {
        caption: t('cut-caption', { method: t(`gradient-method-${method}`), object, onInk }),
        tiles,
        columns: 3,
        signed: false,
        ownScale: true,
      };
    });
    const figure = drawTilesFigure({
      title: t(cut ? 'cut-title' : 'cut-seeds-title'),
      groups,
      notes: [t(cut ? 'cut-note' : 'cut-seeds-note')],
      language,
      theme,
    });
    return { figure: await rendered(figure) };
  },
});

/** The photo with white paper where the background was. */
function cutOut(photo: Plane, seeds: Seeds): Plane {
  const { width, height, data } = photo;
  const onPhoto = Int8Array.from(data, (_, at) => {
    const [row, column] = [Math.floor(at / width / FINER), Math.floor((at % width) / FINER)];
    return seeds[row * SIDE + column]!;
  });
  const side = seededCut(photo, onPhoto);
  return { width, height, data: data.map((value, at) => (side[at] === 1 ? value : WHITE)) };
}
