import { describe, expect, it } from 'vitest';
import { cannyLayout, drawCannyFigure } from '../../src/render/canny-figure.ts';
import { convolveLayout } from '../../src/render/convolve-figure.ts';
import type { Figure } from '../../src/render/figure.ts';
import { drawHarrisFigure } from '../../src/render/harris-figure.ts';
import { drawKernelBook } from '../../src/render/kernel-book-figure.ts';
import { colors } from '../../src/render/theme.ts';
import { cannyStages } from '../../src/vision/canny-stages.ts';
import { namedFilter } from '../../src/vision/kernels.ts';
import type { Picture } from '../../src/vision/picture.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const SHAPES: [number, number][] = [
  [384, 303],
  [200, 600],
  [1, 1],
  [900, 1],
  [1, 700],
];
const picture = (width: number, height: number): Picture => ({
  width,
  height,
  channels: 3,
  data: Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7) % 256),
});

/** Only the background on the outermost ring of pixels: nothing is cut off. And the same every time. */
function expectWhole(draw: () => Figure, theme: 'light' | 'dark'): void {
  const { width, height, data } = draw();
  expect(width).toBe(1080);
  const ring = new Set<string>();
  const look = (x: number, y: number) =>
    ring.add([...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)].map((value) => value.toString(16).padStart(2, '0')).join(''));
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) look(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) look(x, y);
  expect([...ring]).toEqual([colors[theme].background.slice(1)]);
  expect(Buffer.compare(Buffer.from(draw().data), Buffer.from(data))).toBe(0);
}

describe('figures of edges and kernels keep inside their edges and are the same every time', () => {
  it.each(SHAPES)('Canny of a %i×%i picture', (width, height) => {
    const { stages } = cannyStages(picture(width, height), { sigma: 1.4, norm: 'l2' });
    const layout = cannyLayout({ width, height });
    for (const style of styles)
      expectWhole(() => drawCannyFigure({ stages, layout, sigma: 1.23, low: 1234.56, high: 2039.99, white: 1e9, ...style }), style.theme);
  });

  it.each(SHAPES)('corners of a %i×%i picture', (width, height) => {
    const photo = picture(width, height);
    const size = { width, height };
    // a corner on the picture's own edge
    const corners = [
      { x: 0, y: 0 },
      { x: width - 1, y: height - 1 },
    ];
    const input = { photo, response: photo, layout: convolveLayout(size, size), size, corners, k: 0.123, most: 1.5e-7 };
    for (const style of styles) {
      expectWhole(() => drawHarrisFigure({ ...input, window: { shape: 'gaussian', sigma: 1.25 }, ...style }), style.theme);
      expectWhole(() => drawHarrisFigure({ ...input, window: { shape: 'box', size: 15 }, ...style }), style.theme);
    }
  });

  it.each(SHAPES)('the picture book on a %i×%i picture', (width, height) => {
    const photo = picture(width, height);
    const entries = (['gaussian273', 'scharr', 'unsharp', 'gabor', 'roberts'] as const).map((name) => ({
      label: `${name} with=a very=long list=of options=0.123456789`,
      what: 'what it does, said with so many words that they never fit into one line and have to go on in the next one',
      kernels: namedFilter(name).kernels,
      result: photo,
    }));
    for (const style of styles)
      expectWhole(() => drawKernelBook({ title: 'A title that is much too long for a figure', photo, entries, ...style }), style.theme);
  });
});
