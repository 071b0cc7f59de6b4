import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/render/figure.ts';
import { drawStepCard, type StepCardInput, thumbnailSize } from '../../src/render/step-card-figure.ts';
import { type Strand, strandLayout } from '../../src/render/step-card-strand.ts';
import { colors } from '../../src/render/theme.ts';
import type { Picture } from '../../src/vision/picture.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const grid = (side: number, value: (row: number, column: number) => number) =>
  Array.from({ length: side }, (_row, row) => Array.from({ length: side }, (_column, column) => value(row, column)));
const strand = (side: number, weight: (row: number, column: number) => number, change: Partial<Strand> = {}): Strand => ({
  channel: 'gray',
  pixels: grid(side, (row, column) => (row * 83 + column * 29) % 256),
  outside: grid(side, (row) => row).map((row) => row.map((index) => index === 0)),
  kernelName: 'gaussian',
  kernel: grid(side, weight),
  denominator: 1,
  sum: -12_345.678,
  ...change,
});
const picture = (width: number, height: number): Picture => ({ width, height, channels: 1, data: new Uint8Array(width * height).fill(90) });
const card = (strands: Strand[], change: Partial<StepCardInput>): StepCardInput => ({
  kernelName: 'typed',
  stride: 16,
  padding: '64 64 63 63',
  dilation: 16,
  at: { x: 15_999, y: 12_345 },
  before: { picture: picture(300, 200), of: { width: 300, height: 200 }, window: { x: -64, y: -3, width: 3, height: 3 } },
  after: { picture: picture(20, 30), of: { width: 20, height: 30 }, window: { x: 19, y: 29, width: 1, height: 1 } },
  strands,
  totals: [-123_456.789],
  value: -123_456.789,
  shown: { display: 'absolute', color: [255, 255, 255] },
  language: 'en',
  theme: 'light',
  ...change,
});

/** Colors of the outermost ring: only the background's when nothing is cut off. */
function ringColors({ width, height, data }: Figure): Set<string> {
  const found = new Set<string>();
  const look = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    found.add(`#${[...data.subarray(at, at + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) look(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) look(x, y);
  return found;
}

describe('a step card keeps inside its edges', () => {
  it.each([
    ['1×1', [strand(1, () => -1 / 3)], [1]],
    ['3×3', [strand(3, (row, column) => row - column)], [1]],
    ['5×5 over a denominator', [strand(5, (row, column) => row * 5 + column, { denominator: 273 })], [1]],
    ['7×7', [strand(7, () => 0.0123)], [1]],
    ['15×15', [strand(15, (row, column) => (row - 7) * (column - 7) * 1234.5)], [1]],
    ['three channels', (['red', 'green', 'blue'] as const).map((channel) => strand(3, () => -2, { channel })), [1]],
    ['two kernels', [strand(3, () => 1), strand(3, () => -1)], [-1088.25, 2424.75]],
    ['two kernels on three channels', Array.from({ length: 6 }, () => strand(3, () => 1, { channel: 'blue' })), [1, 2]],
    ['huge numbers', [strand(3, () => 1e7, { pixels: grid(3, () => -1e7), channel: 'numbers' })], [1]],
  ])('%s', (_name, strands, totals) => {
    for (const style of styles) {
      const draw = () => drawStepCard(card(strands, { totals, ...style }));
      const figure = draw();
      expect(figure.width).toBe(1080);
      expect(ringColors(figure)).toEqual(new Set([colors[style.theme].background]));
      expect(Buffer.compare(Buffer.from(draw().data), Buffer.from(figure.data))).toBe(0);
    }
  });

  it('with matrices in place of pictures', () => {
    for (const side of [1, 5, 64])
      for (const style of styles) {
        const padding = { top: 1, right: 2, bottom: 3, left: 4 };
        const before = { matrix: grid(side, (row, column) => row - column), padding, window: { x: -4, y: -1, width: 3, height: 3 } };
        const figure = drawStepCard(
          card([strand(3, () => 1, { channel: 'numbers' })], { before, after: before, shown: undefined, ...style }),
        );
        expect(ringColors(figure)).toEqual(new Set([colors[style.theme].background]));
      }
  });
});

describe('the numbers of a step card', () => {
  it('are as large as a phone needs, or are left to shades', () => {
    const kinds = [1, 3, 5, 7, 9, 15].map((side) => {
      const { kind, font, widths } = strandLayout([strand(side, (row, column) => (row * column) % 10)], 1000);
      expect(kind === 'heat' || font >= 23, `${side}: ${font}`).toBe(true);
      const across = kind === 'stacked' ? Math.max(widths[0] + widths[1], widths[2]) : widths[0] + widths[1] + widths[2];
      expect(across * side, `${side}`).toBeLessThanOrEqual(1000);
      return kind;
    });
    expect(kinds).toEqual(['row', 'row', 'stacked', 'stacked', 'stacked', 'heat']);
  });

  it('have thumbnails that keep their shape', () => {
    expect(thumbnailSize({ width: 4000, height: 3000 })).toEqual({ width: 480, height: 360 });
    expect(thumbnailSize({ width: 3, height: 3 })).toEqual({ width: 420, height: 420 });
  });
});
