import { describe, expect, it } from 'vitest';
import { drawSightFigure, type SightLevel } from '../../src/render/receptive-figure.ts';
import { drawSightPhoto, sightPhotoSize } from '../../src/render/receptive-photo-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const deep: SightLevel[] = Array.from({ length: 12 }, (_, index) => ({
  name: `conv3p1d1000@${100_000 - index}`,
  cells: 100_000,
  from: 50_000 - index * 2000,
  to: 50_000 + index * 2000,
  center: 0,
  jump: 1,
  field: 48_001 - index * 4000,
}));
const input: SightLevel = { cells: 100_000, from: 26_000, to: 74_000, center: 0, jump: 1, field: 1 };

describe('the figures of receptive fields', () => {
  it.each(['en', 'ru'] as const)('are readable on a phone, with long names and numbers: %s', (language) => {
    const weights = new Array<number>(100_000).fill(1);
    expectReadable(
      drawnTexts(() =>
        drawSightFigure({ view: 'pyramid', levels: [...deep, input], weights, effective: 30_000, language, theme: 'light' }),
      ),
      24,
    );
    const photo = { width: 984, height: 700, channels: 1 as const, data: new Uint8Array(984 * 700).fill(200) };
    const boxes = Array.from({ length: 6 }, (_, index) => ({
      label: `conv11s4p2@${index}: 100000×100000`,
      left: 0.4 - index * 0.1,
      top: 0.4,
      right: 0.5 + index * 0.1,
      bottom: 2,
    }));
    expectReadable(
      drawnTexts(() => drawSightPhoto({ photo, boxes, rows: [0, 1], columns: [0, 1], title: 'conv', language, theme: 'dark' })),
      22,
    );
  });

  it('light the photo up where the influence is, and nowhere else', () => {
    const photo = { width: 100, height: 100, channels: 1 as const, data: new Uint8Array(10_000).fill(255) };
    const figure = drawSightPhoto({ photo, boxes: [], rows: [0, 1], columns: [1, 0], title: 'conv', language: 'en', theme: 'light' });
    // the lower of the two pictures begins below the photo, 30 + 70 pixels on
    const pixel = (x: number, y: number) => [...figure.data.subarray(((320 + y) * 1080 + 490 + x) * 3).slice(0, 3)];
    expect(pixel(25, 75)).toEqual([255, 170, 40]);
    for (const [x, y] of [
      [75, 75],
      [25, 25],
    ] as const)
      expect(pixel(x, y)).toEqual([89, 89, 89]);
  });

  it('draw a photo as large as there is room, its shape kept', () => {
    expect(sightPhotoSize({ width: 2000, height: 1000 })).toEqual({ width: 984, height: 492 });
    expect(sightPhotoSize({ width: 10, height: 30 })).toEqual({ width: 300, height: 900 });
  });
});
