import { createCanvas } from 'canvas';
import { expect, it } from 'vitest';
import { rgbOfCanvas } from '../../src/vision/simd/canvas-pixels.ts';

// less than four pixels, a whole chunk and a little more, and an odd rest
it.each([
  [1, 1],
  [3, 5],
  [256, 129],
  [301, 333],
])('the pixels of a canvas of %i×%i are those that were drawn', (width, height) => {
  const context = createCanvas(width, height).getContext('2d');
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < width * height; at++) pixels.data.set([at % 251, (7 * at) % 253, (31 * at) % 255, 255], 4 * at);
  context.putImageData(pixels, 0, 0);
  const rgb = rgbOfCanvas(context.canvas.toBuffer('raw'));
  expect(rgb).toHaveLength(3 * width * height);
  const wrong = Array.from({ length: width * height }, (_, at) => at).filter((at) =>
    [0, 1, 2].some((channel) => rgb[3 * at + channel] !== pixels.data[4 * at + channel]),
  );
  expect(wrong).toEqual([]);
});
