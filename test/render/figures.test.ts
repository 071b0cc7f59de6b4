import { describe, expect, it } from 'vitest';
import { channelsLayout, drawChannelsFigure } from '../../src/render/channels-figure.ts';
import { convolveLayout, drawConvolveFigure } from '../../src/render/convolve-figure.ts';
import { drawDigitFigure } from '../../src/render/digit-figure.ts';
import type { Figure } from '../../src/render/figure.ts';
import { drawMatrixFigure } from '../../src/render/matrix-figure.ts';
import { formatNumber } from '../../src/render/numbers.ts';
import { drawPoolFigure, poolLayout } from '../../src/render/pool-figure.ts';
import { drawPoolMatrixFigure } from '../../src/render/pool-matrix-figure.ts';
import { fitPicture, fitSize, measure, wrap } from '../../src/render/sheet.ts';
import { colors, fonts } from '../../src/render/theme.ts';
import { DISPLAYS } from '../../src/vision/display.ts';
import { BANK_NAMES, bankFilter } from '../../src/vision/filter-bank.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { type Pooling, poolMatrix, poolPicture } from '../../src/vision/pool-picture.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const picture = (width: number, height: number, channels: 1 | 3 = 3): Picture => ({
  width,
  height,
  channels,
  data: Uint8Array.from({ length: width * height * channels }, (_, index) => (index * 7) % 256),
});
const SOBEL = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

/** Colors on the outermost ring of pixels: only the background's when nothing is cut off. */
function ringColors({ width, height, data }: Figure): Set<string> {
  const found = new Set<string>();
  const look = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    found.add(`#${[data[at], data[at + 1], data[at + 2]].map((value) => value!.toString(16).padStart(2, '0')).join('')}`);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) look(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) look(x, y);
  return found;
}

function expectWhole(draw: () => Figure, theme: 'light' | 'dark'): void {
  const figure = draw();
  expect(figure.width).toBe(1080);
  expect(figure.data.length).toBe(figure.width * figure.height * 3);
  expect(ringColors(figure)).toEqual(new Set([colors[theme].background]));
  expect(Buffer.compare(Buffer.from(draw().data), Buffer.from(figure.data))).toBe(0);
}

describe('figures keep inside their edges and are the same every time', () => {
  it.each([
    [384, 303],
    [300, 400],
    [1, 1],
    [3000, 1],
    [1, 2000],
    [2, 2],
  ])('convolution of a %i×%i picture', (width, height) => {
    for (const style of styles) {
      const before = picture(width, height);
      const after = picture(Math.max(1, width - 2), Math.max(1, height - 2), 1);
      const layout = convolveLayout(before, after);
      const kernels = [
        { name: 'sobel_x', values: SOBEL },
        { name: 'sobel_y', values: SOBEL },
      ];
      const input = {
        layout,
        before,
        after,
        kernelName: 'sobel',
        kernels,
        inShape: [3, height, width],
        outShape: [1, height, width],
        range: [-1020.5, 1e9] as [number, number],
        scale: [-123_456.5, 123_456.5] as [number, number],
        zero: 'white' as const,
      };
      for (const display of DISPLAYS)
        expectWhole(() => drawConvolveFigure({ ...input, display, stride: 16, padding: '64 64 63 63', ...style }), style.theme);
    }
  });

  it.each([
    [5, 3, 0],
    [1, 1, 0],
    [64, 3, 0],
    [3, 3, 2],
    [2, 15, 7],
  ])('a %i-wide matrix with a kernel %i wide', (n, f, p) => {
    for (const style of styles) {
      const square = (size: number) =>
        Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_column, column) => (row - column) * 1234.5678));
      const padding = { top: p, right: p, bottom: p, left: p };
      const output = square(Math.max(1, n + 2 * p - f + 1));
      expectWhole(
        () =>
          drawMatrixFigure({
            input: square(n),
            padding,
            kernel: { name: 'typed', values: square(f), denominator: 273 },
            output,
            stride: 1,
            dilation: 1,
            unreachedRows: 0,
            unreachedColumns: 0,
            ...style,
          }),
        style.theme,
      );
    }
  });

  const pooling = (changes: Partial<Pooling>): Pooling => ({
    kind: 'max',
    size: 2,
    stride: 2,
    padding: 0,
    ceil: false,
    countPadding: true,
    ...changes,
  });

  it.each([
    [384, 303, { size: 3, stride: 2, padding: 1 }],
    [300, 400, { kind: 'average', size: 16, stride: 16, ceil: true }],
    [1, 1, { size: 1, stride: 1 }],
    [3000, 2, {}],
    [2, 2000, { stride: 1 }],
    [33, 41, { size: 32, stride: 32 }],
    [640, 480, { size: 7, stride: 32, padding: 6 }],
  ] as [number, number, Partial<Pooling>][])('pooling of a %i×%i picture', (width, height, changes) => {
    const before = picture(width, height);
    const { output: after } = poolPicture(before, pooling(changes));
    for (const style of styles) {
      const layout = poolLayout(before, after, pooling(changes));
      expectWhole(() => drawPoolFigure({ layout, before, shrunk: before, after, pooling: pooling(changes), ...style }), style.theme);
    }
  });

  it.each([
    [4, 4, {}],
    [1, 1, { size: 1, stride: 1 }],
    [64, 64, { kind: 'average' }],
    [5, 64, { size: 5, stride: 1, kind: 'average' }],
    [64, 2, { padding: 1, ceil: true }],
    [12, 4, { size: 4, stride: 3, padding: 3 }],
  ] as [number, number, Partial<Pooling>][])('pooling of a %i×%i matrix', (rows, columns, changes) => {
    const input = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_column, column) => (row - column) * 1234.5678),
    );
    const pooled = poolMatrix(input, pooling(changes));
    for (const style of styles)
      expectWhole(() => drawPoolMatrixFigure({ input, pooling: pooling(changes), ...pooled, ...style }), style.theme);
  });

  it.each([
    [384, 303, 6],
    [300, 500, 8],
    [1, 1, 1],
    [2000, 20, 2],
    [20, 2000, 3],
  ])('channels of a %i×%i picture through %i filters', (width, height, count) => {
    const bank = BANK_NAMES.slice(0, count).map(bankFilter);
    const map = { width, height, data: Float32Array.from({ length: width * height }, (_, index) => Math.sin(index) * 1e6) };
    const photo = picture(Math.min(width, 200), Math.min(height, 150));
    for (const style of styles)
      expectWhole(
        () =>
          drawChannelsFigure({
            layout: channelsLayout({ width, height }, map, count),
            photo,
            bank,
            maps: bank.map(() => map),
            ranges: bank.map(() => [-1e6, 999_999.99]),
            shape: { input: [3, height, width], output: [count, height, width] },
            stride: 16,
            padding: 16,
            parameters: count * 28,
            ...style,
          }),
        style.theme,
      );
  });

  it('a digit that was read, and none', () => {
    const steps = (['found', 'contrast', 'box', 'centered'] as const).map((id) => ({
      id,
      picture: picture(28, 20, 1),
      ...(id === 'found' ? { box: { x: 3, y: 3, width: 9, height: 9 } } : {}),
    }));
    const probabilities = Array.from({ length: 10 }, (_, digit) => (digit === 7 ? 0.99991 : 0.00001));
    for (const style of styles) {
      expectWhole(
        () => drawDigitFigure({ steps, digit: 7, confidence: 0.99991, probabilities, unprepared: probabilities.toReversed(), ...style }),
        style.theme,
      );
      const nothing = { digit: null, confidence: 0, probabilities: new Array<number>(10).fill(0), unprepared: probabilities };
      for (const reason of ['empty', 'several', 'not-a-digit', 'unsure'] as const)
        expectWhole(() => drawDigitFigure({ steps: steps.slice(0, 1), reason, ...nothing, ...style }), style.theme);
    }
  });
});

describe('the parts that figures share', () => {
  it('write numbers with a true minus and no useless digits', () => {
    expect([0, -0, 1, -1, 0.5, 1 / 3, -0.0001, 1234.5678, 2_500_000, -1e-9].map((value) => formatNumber(value))).toEqual([
      '0',
      '0',
      '1',
      '−1',
      '0.5',
      '0.33',
      '−10⁻⁴',
      '1234.57',
      '2.5·10⁶',
      '−10⁻⁹',
    ]);
    expect([2.253e18, 1.5e-5, -2.96e-7, 9_999_999, Number.POSITIVE_INFINITY].map((value) => formatNumber(value))).toEqual([
      '2.25·10¹⁸',
      '1.5·10⁻⁵',
      '−2.96·10⁻⁷',
      '10⁷',
      '∞',
    ]);
    // where there is room for one decimal, so it is before a power of ten
    expect(formatNumber(2.253e18, 1)).toBe('2.3·10¹⁸');
  });

  it('find a size at which a text fits, and break lines between words', () => {
    const size = fitSize('a rather long line of text', fonts.text, 200, { max: 60, min: 8 });
    expect(measure('a rather long line of text', fonts.text(size))).toBeLessThanOrEqual(200);
    const lines = wrap('найдены чернила на бумаге', fonts.text(28), 200);
    expect(lines.join(' ')).toBe('найдены чернила на бумаге');
    expect(lines.every((line) => measure(line, fonts.text(28)) <= 200)).toBe(true);
  });

  it('have a glyph for every sign that figures use', () => {
    // a sign that no font has is drawn as a box, as wide as that of a sign which cannot exist
    for (const font of [fonts.text(40), fonts.bold(40), fonts.mono(40)]) {
      const missing = measure('\u{10FFFD}', font);
      for (const sign of 'AzЖяё09−×·⌊⌋⋆√≈±…⋯⁰¹²³⁴⁵⁶⁷⁸⁹⁻∞') expect(measure(sign, font), `${sign} in ${font}`).not.toBe(missing);
    }
  });

  it('show small pictures in square pixels and keep shapes', () => {
    expect(fitPicture({ width: 3, height: 2 }, { width: 100, height: 100 })).toEqual({ width: 99, height: 66 });
    expect(fitPicture({ width: 400, height: 200 }, { width: 100, height: 100 })).toEqual({ width: 100, height: 50 });
  });
});
