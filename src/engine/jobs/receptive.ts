import { drawSightFigure, type SightFigureInput } from '../../render/receptive-figure.ts';
import { drawSightPhoto, type SightPhotoInput, sightPhotoSize } from '../../render/receptive-photo-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { rendered, renderedPhoto } from './figure-style.ts';

/** The cells that one output sees, layer by layer; the numbers come ready. */
export const receptive = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: SightFigureInput) => rendered(drawSightFigure(input)),
});

const MAX_WORKING_PIXELS = 2_000_000;

/** What one output of a chain of layers sees of a photo; boxes and influences come ready. */
export const receptivePhoto = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, ...figure }: Omit<SightPhotoInput, 'photo'> & { bytes: Uint8Array }) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const size = sightPhotoSize(picture);
    const photo = size.width === picture.width ? picture : await resizePicture(picture, size);
    return { figure: await renderedPhoto(drawSightPhoto({ ...figure, photo })), original, frames };
  },
});
