import { type Fit, isTooSmall, leastSide, readsDigits } from '../../network/prepare-picture.ts';
import { type AnswerColumn, drawAnswerFigure, drawComparisonFigure } from '../../render/answers-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { shrinkPicture } from '../../vision/digit/resample.ts';
import type { Picture } from '../../vision/picture.ts';
import { Problem } from '../../vision/problem.ts';
import { job } from '../job.ts';
import { networkList, readyNetwork } from '../networks.ts';
import { type FigureStyle, rendered, renderedPhoto } from './figure-style.ts';
import { askNetwork } from './network-answer.ts';

const MAX_WORKING_PIXELS = 1_000_000;
/** Longer side of the picture in the figure, pixels. */
const SHOWN_SIDE = 480;

/** Every network that can be named: what is known of it, and whether it can be used. */
export const listNetworks = job({
  timeoutMs: 5000,
  // networks are trained, installed and removed while the tutor runs
  cached: false,
  run: async () => (await networkList()).map(({ folder: _folder, ...known }) => known),
});

type Asked = { bytes: Uint8Array; fit: Fit } & FigureStyle;

/** What one network says of a picture, drawn with what it was given. */
export const askOne = job({
  timeoutMs: 20_000,
  usesNetworks: true,
  cached: false,
  async run({ bytes, network, fit, language, theme }: Asked & { network: string }) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const asked = await askNetwork(network, picture, fit, language);
    const found = asked.preparation?.steps[0];
    const photo = found ?? shown(picture, asked.box);
    const figure = drawAnswerFigure({
      photo: { picture: photo.picture, ...(photo.box === undefined ? {} : { box: photo.box }) },
      answer: columnOf(asked),
      language,
      theme,
    });
    return {
      figure: await renderedPhoto(figure),
      answer: asked.answer,
      /** The network reads digits, and the picture was prepared as MNIST's were. */
      digits: asked.preparation !== undefined,
      /** A part of the picture was cut out. */
      cut: asked.box !== undefined,
      original,
      frames,
    };
  },
});

/**
 * Two networks on the same picture, side by side; `agree` is null where their classes are not the same ones.
 * @throws Problem `compare-picture-small` {width, height, network, least, count, other, most} with each that the picture is too small for
 */
export const askTwo = job({
  timeoutMs: 30_000,
  usesNetworks: true,
  cached: false,
  async run({ bytes, networks, fit, language, theme }: Asked & { networks: [string, string] }) {
    const { picture, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    await checkSize(networks, picture);
    const one = await askNetwork(networks[0], picture, fit, language);
    const other = await askNetwork(networks[1], picture, fit, language);
    const figure = drawComparisonFigure({ answers: [columnOf(one), columnOf(other)], language, theme });
    const [first, second] = [one.answer.top[0], other.answer.top[0]];
    const comparable = one.classes.join('\n') === other.classes.join('\n') && first !== undefined && second !== undefined;
    return {
      figure: await rendered(figure),
      answers: [one.answer, other.answer] as const,
      agree: comparable ? first.id === second.id : null,
      frames,
    };
  },
});

async function checkSize(ids: readonly string[], picture: Picture): Promise<void> {
  const asked = await Promise.all([...new Set(ids)].map(readyNetwork));
  const [one, other] = asked
    .filter(({ card }) => !readsDigits(card) && isTooSmall(picture, card.input))
    .map(({ id, card }) => ({ id, least: leastSide(card.input) }));
  if (one === undefined) return;
  throw new Problem('compare-picture-small', {
    width: picture.width,
    height: picture.height,
    network: one.id,
    least: one.least,
    count: other === undefined ? 1 : 2,
    other: other?.id ?? '',
    most: other?.least ?? '',
  });
}

const columnOf = ({ answer, seen }: Awaited<ReturnType<typeof askNetwork>>): AnswerColumn => ({ ...answer, seen });

/** The picture as large as it is drawn, with the box in its own pixels. */
function shown(picture: Picture, box: { x: number; y: number; width: number; height: number } | undefined) {
  const small = shrinkPicture(picture, SHOWN_SIDE);
  const scale = small.width / picture.width;
  if (box === undefined) return { picture: small };
  return { picture: small, box: { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale } };
}
