import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeGif } from '../../src/render/animation/gif.ts';
import { photoLayout, photoScene } from '../../src/render/animation/photo-scene.ts';
import { MAX_FRAMES, type Scene } from '../../src/render/animation/scene.ts';
import { type SlidingSceneInput, slidingScene } from '../../src/render/animation/sliding-scene.ts';
import { stageSize, stagesScene } from '../../src/render/animation/stages-scene.ts';
import { shownStops } from '../../src/render/animation/stops.ts';
import { spread, transposedScene } from '../../src/render/animation/transposed-scene.ts';
import type { Figure } from '../../src/render/figure.ts';
import { colors } from '../../src/render/theme.ts';
import { convolveMatrix } from '../../src/vision/convolution.ts';
import type { Picture } from '../../src/vision/picture.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const light = { language: 'en', theme: 'light' } as const;
const LECTURE = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const CROSS = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
const square = (side: number, value: (row: number, column: number) => number) =>
  Array.from({ length: side }, (_row, row) => Array.from({ length: side }, (_column, column) => value(row, column)));
const picture = (width: number, height: number, channels: 1 | 3 = 3): Picture => ({
  width,
  height,
  channels,
  data: Uint8Array.from({ length: width * height * channels }, (_, index) => (index * 7919) % 251),
});

function convolution(
  input: number[][],
  kernel: number[][],
  change: {
    stride?: number;
    dilation?: number;
    p?: number;
    style?: { language: 'en' | 'ru'; theme: 'light' | 'dark' };
    twice?: boolean;
  } = {},
): SlidingSceneInput {
  const { stride = 1, dilation = 1, p = 0, style = light, twice = false } = change;
  const padding = { top: p, right: p, bottom: p, left: p };
  const done = convolveMatrix(input, kernel, { stride, dilation, padding });
  const one = { values: kernel, denominator: 1, ...(twice ? { name: 'scharr_x' } : {}) };
  return {
    kind: 'convolve',
    input,
    padding,
    window: { rows: kernel.length, columns: kernel[0]!.length, stride, dilation },
    kernels: twice ? [one, one] : [one],
    output: done.output,
    unreached: { rows: done.unreachedRows, columns: done.unreachedColumns },
    ...style,
  };
}

function photo(width: number, height: number, style: { language: 'en' | 'ru'; theme: 'light' | 'dark' }, kernels: number): Scene {
  const after = picture(Math.max(1, width - 2), Math.max(1, height - 2), 1);
  const before = picture(width, height);
  return photoScene({
    name: kernels === 0 ? 'average' : 'typed',
    before,
    after,
    layout: photoLayout(before, after),
    input: before,
    output: after,
    window: { rows: 3, columns: 3, stride: 1, dilation: 1, padding: { top: 1, right: 0, bottom: 12, left: 64 } },
    kernels: Array.from({ length: kernels }, () => ({ values: square(3, (row, column) => row * 1000.5 - column), denominator: 273 })),
    channel: 'green',
    numbers: () => ({ pixels: square(3, () => 255), sums: [-12345.678, 99_999.99], value: 100_758.123 }),
    ...style,
  });
}

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

function expectWhole(scene: Scene, theme: 'light' | 'dark'): void {
  expect(scene.frames).toBeLessThanOrEqual(MAX_FRAMES);
  // a phone shows it without scrolling
  expect(scene.height / scene.width).toBeLessThan(2.2);
  for (const index of new Set([0, 1, Math.floor(scene.frames / 2), scene.frames - 1])) {
    const figure = scene.draw(index);
    expect([figure.width, figure.height]).toEqual([scene.width, scene.height]);
    expect(ringColors(figure), `frame ${index}`).toEqual(new Set([colors[theme].background]));
  }
}

describe('scenes keep inside their edges', () => {
  it.each([
    ['the lecture’s example', () => [LECTURE, CROSS, {}] as const],
    ['padding', () => [square(6, (row, column) => row * column), CROSS, { p: 2 }] as const],
    ['stride', () => [square(8, (row, column) => row - column), CROSS, { stride: 3 }] as const],
    ['dilation', () => [square(9, (row, column) => row - column), CROSS, { dilation: 3 }] as const],
    ['the largest grid', () => [square(16, (row, column) => row * column * -1234.567), CROSS, {}] as const],
    ['one cell', () => [[[-1e7]], [[9_999_999.5]], {}] as const],
    ['a kernel too large for products', () => [square(16, (row) => row), square(15, (row, column) => row / 7 - column), {}] as const],
    ['a row', () => [[[1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7]], [[1, -1]], {}] as const],
    ['two kernels', () => [square(5, (row) => row * 999), CROSS, { twice: true }] as const],
  ])('%s', (_name, make) => {
    const [input, kernel, change] = make();
    for (const style of styles)
      expectWhole(
        slidingScene(
          convolution(
            input.map((row) => [...row]),
            kernel.map((row) => [...row]),
            { ...change, style },
          ),
        ),
        style.theme,
      );
  });

  it('pooling', () => {
    for (const style of styles)
      for (const kind of ['max', 'average'] as const) {
        const scene = slidingScene({
          ...convolution(
            square(6, (row) => row * 100),
            square(3, () => 1),
            { stride: 3, p: 1 },
          ),
          kind,
          kernels: [],
          ...style,
        });
        expectWhole(scene, style.theme);
      }
  });

  it('transposed convolution', () => {
    for (const style of styles)
      for (const padding of [0, 1])
        expectWhole(
          transposedScene({
            input: square(4, (row, column) => row - column * 12.5),
            kernel: square(3, (row) => row),
            stride: 2,
            dilation: 1,
            padding,
            ...style,
          }),
          style.theme,
        );
  });

  it.each([
    [720, 480],
    [480, 720],
    [1, 1],
    [3000, 2],
    [2, 3000],
  ])('a photo of %i×%i', (width, height) => {
    for (const style of styles) for (const kernels of [0, 1, 2]) expectWhole(photo(width, height, style, kernels), style.theme);
  });

  it('stages', () => {
    const stages = [picture(300, 500, 1), picture(60, 40), picture(1, 1, 1)].map((one) => ({
      picture: one,
      caption: 'Подавление немаксимумов: остаётся только самое сильное поперёк границы, остальное гаснет',
    }));
    for (const style of styles) expectWhole(stagesScene({ stages, ...style }), style.theme);
    expect(stageSize({ width: 5000, height: 5000 })).toEqual({ width: 664, height: 664 });
  });
});

describe('a GIF', () => {
  const scene = slidingScene(convolution(LECTURE, CROSS));

  it('shows what was drawn, frame by frame, for ever, with a pause at the end', async () => {
    const told: number[] = [];
    const gif = await encodeGif(scene, (fraction) => told.push(fraction));
    expect(told).toHaveLength(scene.frames);
    expect(told.at(-1)).toBe(1);
    const { format, width, pageHeight, pages, loop, delay } = await sharp(gif.bytes, { animated: true }).metadata();
    expect({ format, width, height: pageHeight, pages, loop }).toEqual({
      format: 'gif',
      width: gif.width,
      height: gif.height,
      pages: gif.frames,
      loop: 0,
    });
    expect(delay!.at(-1)).toBeGreaterThan(2 * delay![1]!);
    expect(gif.frames).toBe(13);
    const orange = [1, 3, 5].map((at) => Number.parseInt(colors.light.orange.slice(at, at + 2), 16));
    for (const index of [0, 1, 6, 12]) {
      const drawn = scene.draw(index);
      const shown = await sharp(gif.bytes, { page: index }).removeAlpha().raw().toBuffer();
      let worst = 0;
      let lost = 0;
      for (let at = 0; at < drawn.data.length; at += 3) {
        const pixel = drawn.data.subarray(at, at + 3);
        for (let channel = 0; channel < 3; channel++) worst = Math.max(worst, Math.abs(pixel[channel]! - shown[at + channel]!));
        // the color of frames comes out exactly
        if (orange.every((level, channel) => level === pixel[channel]) && !orange.every((level, channel) => level === shown[at + channel]))
          lost++;
      }
      expect([worst < 40, lost], `frame ${index}: off by ${worst}`).toEqual([true, 0]);
    }
  });

  it('is the same every time, and small', async () => {
    const [first, second] = [await encodeGif(scene), await encodeGif(scene)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.bytes.length).toBeLessThan(300_000);
  });

  it('of the largest grid and of a photo of noise stays within every platform’s limit', async () => {
    const grid = await encodeGif(
      slidingScene(
        convolution(
          square(16, (row, column) => row * column),
          CROSS,
          { stride: 1 },
        ),
      ),
    );
    expect(grid.bytes.length).toBeLessThan(2_000_000);
    const noise = await encodeGif(photo(480, 640, light, 1));
    expect(noise.bytes.length).toBeLessThan(4_000_000);
  });

  it('holds a frame that changes nothing in the one before', async () => {
    const drawn = [0, 0, 1, 1, 1, 0].map((shade) => ({
      width: 4,
      height: 2,
      channels: 3 as const,
      data: new Uint8Array(24).fill(shade === 0 ? 255 : 0),
    }));
    const still: Scene = { width: 4, height: 2, frames: 6, draw: (index) => drawn[index]!, duration: () => 100, exact: ['#ffffff'] };
    const { bytes, frames } = await encodeGif(still);
    expect(frames).toBe(3);
    expect((await sharp(bytes, { animated: true }).metadata()).delay).toEqual([200, 300, 100]);
  });
});

describe('the windows that are shown', () => {
  it('are all of a small output, row by row', () => {
    expect(shownStops(2, 3, 50)).toEqual([0, 1].flatMap((y) => [0, 1, 2].map((x) => ({ y, x }))));
  });

  it.each([
    [16, 16],
    [1, 200],
    [200, 1],
    [9, 7],
    [52, 52],
  ])('are at most as many as allowed of %i×%i, without going back, down to the last one', (rows, columns) => {
    const stops = shownStops(rows, columns, 52);
    expect(stops.length).toBeLessThanOrEqual(52);
    expect(stops.length).toBeGreaterThan(25);
    expect(stops[0]!.y).toBe(0);
    expect(stops.at(-1)).toEqual({ y: rows - 1, x: columns - 1 });
    const order = stops.map(({ y, x }) => y * columns + x);
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
  });
});

describe('a transposed convolution', () => {
  it('spreads as by hand', () => {
    const ones = square(2, () => 1);
    expect(
      spread(
        [
          [1, 2],
          [3, 4],
        ],
        ones,
        { stride: 1, dilation: 1 },
      ),
    ).toEqual([
      [1, 3, 2],
      [4, 10, 6],
      [3, 7, 4],
    ]);
    expect(spread([[1, 2]], [[1, 10]], { stride: 2, dilation: 1 })).toEqual([[1, 10, 2, 20]]);
    expect(spread([[1, 2]], [[1, 10]], { stride: 1, dilation: 2 })).toEqual([[1, 2, 10, 20]]);
    expect(spread([[1, 2]], [[1, 10]], { stride: 1, dilation: 1 }, 1)).toEqual([[1, 10, 0]]);
  });
});
