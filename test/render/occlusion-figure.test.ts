import { describe, expect, it } from 'vitest';
import { occlusionScene } from '../../src/render/animation/occlusion-scene.ts';
import { type CoveredDigit, drawOcclusionColumns, drawOcclusionFigure, drawReadings } from '../../src/render/occlusion-figure.ts';
import { drawDrops, percent } from '../../src/render/occlusion-parts.ts';
import { createSheet } from '../../src/render/sheet.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const picture = { width: 28, height: 28, data: new Float32Array(784).fill(0.5) };
const planeOf = (width: number, height: number, valueAt: (at: number) => number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, at) => valueAt(at)),
});
const coveredBy = (side: number, probability = 0.001): CoveredDigit => ({
  picture,
  patch: { row: 28 - side, column: 0, side },
  probability,
  reads: 4,
});
const map = { drops: planeOf(24, 24, (at) => at / 576), patch: 5, stride: 1 };

describe('percent', () => {
  it.each([
    [0, '< 1\u00a0%'],
    [0.0049, '< 1\u00a0%'],
    [0.006, '= 1\u00a0%'],
    [0.372, '= 37\u00a0%'],
    [0.994, '= 99\u00a0%'],
    [0.9999, '> 99\u00a0%'],
  ])('of %f says %s', (p, text) => {
    expect(percent(p)).toBe(text);
  });
});

describe('the map of drops', () => {
  const size = 8;
  /** The color in the middle of a pixel of a black 4×4 digit with its map. */
  function colorsOf(drops: ReturnType<typeof planeOf>, patch: number, stride: number, shown?: number) {
    const sheet = createSheet(4 * size, 'light', 4 * size);
    const digit = { width: 4, height: 4, data: new Float32Array(16) };
    drawDrops(sheet, digit, { drops, patch, stride }, { x: 0, y: 0, width: 4 * size, height: 4 * size }, shown);
    const { width, data } = sheet.figure();
    return Array.from({ length: 4 }, (_row, y) =>
      Array.from({ length: 4 }, (_column, x) => data[((y * size + size / 2) * width + x * size + size / 2) * 3]!),
    );
  }

  it('colors where the patch has its middle, and nothing nearer to the edge', () => {
    expect(
      colorsOf(
        planeOf(2, 2, (at) => [1, 0, -0.5, 0.6][at]!),
        3,
        1,
      ),
    ).toEqual([
      [0, 0, 0, 0],
      [0, 255, 0, 0],
      [0, 0, 153, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('gives each position as many pixels as the stride, and shows no more than have been asked', () => {
    const whole = planeOf(2, 2, () => 1);
    expect(colorsOf(whole, 2, 2)).toEqual(Array.from({ length: 4 }, () => [255, 255, 255, 255]));
    expect(colorsOf(whole, 2, 2, 1)).toEqual([
      [255, 255, 0, 0],
      [255, 255, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe.each(styles)('figures about occlusion ($language, $theme)', (style) => {
  it('show the digit, its map and four patches', () => {
    const places = [coveredBy(5), coveredBy(5, 0.5), coveredBy(5, 0.999), coveredBy(5)];
    expectReadable(
      drawnTexts(() => drawOcclusionFigure({ picture, target: 9, whole: 0.9999, map, places, ...style })),
      24,
    );
  });

  it.each([2, 3])('show %i settings side by side', (count) => {
    const columns = Array.from({ length: count }, () => ({ caption: 'среднее: 0,08', covered: coveredBy(9), map }));
    expectReadable(
      drawnTexts(() =>
        drawOcclusionColumns({ title: 'Заплатка 5×5 с разной заливкой', picture, target: 9, columns, note: 'Шаг 1.', ...style }),
      ),
      22,
    );
  });

  it('show the digit read at each position', () => {
    const readings = Array.from({ length: 144 }, (_, at) => (at % 5 === 0 ? 7 : 9));
    const drawn = drawnTexts(() => drawReadings({ picture, target: 9, patch: 5, stride: 2, rows: 12, columns: 12, readings, ...style }));
    expectReadable(drawn, 24);
    expect(drawn.texts.filter(({ text }) => text === '7')).toHaveLength(29);
  });

  it('move, and can be read in every frame', () => {
    const scene = occlusionScene({
      picture,
      target: 9,
      whole: 0.9999,
      map: { drops: planeOf(6, 6, () => 0.7), patch: 8, stride: 4 },
      places: Array.from({ length: 36 }, () => coveredBy(8)),
      ...style,
    });
    expect(scene.frames).toBe(38);
    for (const frame of [0, 1, 36, 37])
      expectReadable(
        drawnTexts(() => scene.draw(frame)),
        24,
      );
  });
});
