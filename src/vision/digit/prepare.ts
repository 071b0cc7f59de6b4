import type { Picture, Plane } from '../picture.ts';
import { type FoundFigure, findFigure } from './find.ts';
import { inkBounds, normalizeInk } from './normalize.ts';
import type { Box, DigitPreparation, DigitStep } from './preparation.ts';
import { cropPicture, luminance, resample, resampleBox, shrinkPicture } from './resample.ts';

const SEARCH_SIDE = 400; // pixels of the copy that the figure is looked for in
const TINY_SIDE = 72; // smaller pictures are scans of a digit and nothing else
/** Pixels of the photo in step `found`: as many as the search takes, so that one copy serves both. */
export const SHOWN_SIDE = SEARCH_SIDE;
const SHOWN_INK_SIDE = 160; // pixels of the ink in step `contrast`
const SMALL_FIGURE = 64; // pixels; a smaller figure is looked at once more, from nearer
const INPUT_SIDE = 28;

/**
 * Finds the one digit of a photo, scan or drawing and brings it into the form that MNIST's digits have: ink found on light or dark
 * ground, lines, dust and edges taken away, fitted into 20×20, centered by mass in 28×28. Says why where there is no single digit.
 * @param shown the same picture with a longer side of at most SHOWN_SIDE, where the caller has a quicker way to shrink it
 */
export function prepareDigit(picture: Picture, shown = shrinkPicture(picture, SHOWN_SIDE)): DigitPreparation {
  const gray = luminance(shown);
  const unprepared = squash(gray);
  const photo: DigitStep = { id: 'found', picture: shown };
  const searched = search(picture, gray);
  if (typeof searched === 'string') return { found: false, reason: searched, steps: [photo], unprepared };
  const normalized = normalizeInk(searched.ink);
  if (!normalized) return { found: false, reason: 'not-a-digit', steps: [photo], unprepared };
  return {
    found: true,
    steps: [
      { ...photo, box: scaled(searched.box, shown.width / picture.width, shown.height / picture.height, shown) },
      { id: 'contrast', picture: shownInk(searched.ink) },
      { id: 'box', picture: grayPicture(normalized.fitted) },
      { id: 'centered', picture: grayPicture(normalized.centered) },
    ],
    input: normalized.centered.data,
    unprepared,
  };
}

/** The figure of a picture, its box in the picture's own pixels. `gray` may be of a smaller copy. */
function search(picture: Picture, gray = luminance(picture)): FoundFigure | Exclude<DigitPreparation, { found: true }>['reason'] {
  const copy = shrinkPlane(gray, SEARCH_SIDE);
  const { plane, scale, tiny } = searchPlane(copy);
  const figure = findFigure(plane, tiny, scale);
  if (typeof figure === 'string') return figure;
  const toPicture = picture.width / copy.width / scale;
  const box = scaled(figure.box, toPicture, toPicture, picture);
  const size = Math.max(figure.box.width, figure.box.height);
  if (size >= SMALL_FIGURE || toPicture <= 1.3) return { box, ink: figure.ink };
  return lookCloser(picture, box) ?? { box, ink: figure.ink };
}

/** Searches a small figure's surroundings again at full resolution, where thin strokes have not been averaged away. */
function lookCloser(picture: Picture, box: Box): FoundFigure | undefined {
  const room = Math.round(Math.max(box.width, box.height) * 0.7);
  const x = Math.max(0, box.x - room);
  const y = Math.max(0, box.y - room);
  const width = Math.min(picture.width, box.x + box.width + room) - x;
  const height = Math.min(picture.height, box.y + box.height + room) - y;
  const near = search(cropPicture(picture, { x, y, width, height }));
  if (typeof near === 'string') return undefined;
  const sameSize = Math.max(near.box.width, near.box.height) > Math.max(box.width, box.height) * 0.75;
  return sameSize ? { ink: near.ink, box: { ...near.box, x: near.box.x + x, y: near.box.y + y } } : undefined;
}

function shrinkPlane(plane: Plane, side: number): Plane {
  const scale = side / Math.max(plane.width, plane.height);
  if (scale >= 1) return plane;
  return resample(plane, Math.max(1, Math.round(plane.width * scale)), Math.max(1, Math.round(plane.height * scale)));
}

/** Enlarges a small picture, so that strokes are several pixels wide and distances mean the same everywhere. */
function searchPlane(gray: Plane): { plane: Plane; scale: number; tiny: boolean } {
  const longer = Math.max(gray.width, gray.height);
  const scale = longer >= 140 ? 1 : Math.ceil(160 / longer);
  if (scale === 1) return { plane: gray, scale, tiny: false };
  return { plane: resample(gray, gray.width * scale, gray.height * scale), scale, tiny: longer < TINY_SIDE };
}

/** The photo merely squashed to 28×28: light paper stays light, as no digit of MNIST is. */
function squash(gray: Plane): Float32Array {
  return resample(gray, INPUT_SIDE, INPUT_SIDE).data.map((value) => Math.min(1, value / 255));
}

function scaled(box: Box, scaleX: number, scaleY: number, within: { width: number; height: number }): Box {
  const x = Math.max(0, Math.floor(box.x * scaleX));
  const y = Math.max(0, Math.floor(box.y * scaleY));
  return {
    x,
    y,
    width: Math.max(1, Math.min(within.width - x, Math.ceil(box.width * scaleX))),
    height: Math.max(1, Math.min(within.height - y, Math.ceil(box.height * scaleY))),
  };
}

/** The ink cropped to its bounds with a little room, white on black. */
function shownInk(ink: Plane): Picture {
  const bounds = inkBounds(ink, 0.4) ?? { x: 0, y: 0, width: ink.width, height: ink.height };
  const room = Math.round(Math.max(bounds.width, bounds.height) * 0.08);
  const box = { x: bounds.x - room, y: bounds.y - room, width: bounds.width + 2 * room, height: bounds.height + 2 * room };
  const scale = Math.min(1, SHOWN_INK_SIDE / Math.max(box.width, box.height));
  return grayPicture(resampleBox(ink, box, Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale))));
}

function grayPicture({ width, height, data }: Plane): Picture {
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round(Math.min(1, data[i]!) * 255);
  return { width, height, channels: 1, data: bytes };
}
