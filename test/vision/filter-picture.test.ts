import { beforeAll, describe, expect, it } from 'vitest';
import { BORDERS } from '../../src/vision/border.ts';
import { paddingFor, type Window } from '../../src/vision/convolution.ts';
import { DIVERGING } from '../../src/vision/display.ts';
import { type FilterChoice, filterPicture } from '../../src/vision/filter-picture.ts';
import { toGray } from '../../src/vision/gray.ts';
import { FILTER_NAMES, type Filter, type FilterOptions, namedFilter, typedFilter, weights } from '../../src/vision/kernels.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { correlate, cv, loadOpenCv, matOf } from './opencv.ts';
import { createRandom } from './random.ts';

/** Half of a step for rounding, and what the blurs' fixed-point numbers may be off by. */
const ROUNDING = 0.5001;
const FIXED_ROUNDING = 0.53;

function randomPicture(width: number, height: number, channels: 1 | 3): Picture {
  const random = createRandom(width * 31 + height);
  return { width, height, channels, data: new Uint8Array(width * height * channels).map(() => Math.floor(random() * 256)) };
}

function windowFor(filter: Filter, padding: 'valid' | 'same' | number, changes: Partial<Window> = {}): Window {
  const { values } = filter.kernels[0]!;
  const size = { height: values.length, width: values[0]!.length };
  return { stride: 1, dilation: 1, padding: paddingFor(padding, size, changes.dilation), ...changes };
}

const constant = (width: number, height: number, channels: 1 | 3, value: number): Picture => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels).fill(value),
});

/** The numbers that a filter should give, from OpenCV's sums, channels interleaved. */
function expectedNumbers(picture: Picture, filter: Filter, window: Window): Float64Array {
  const { width, height, channels, data } = picture;
  const results = Array.from({ length: channels }, (_, channel) => {
    const plane = { width, height, data: data.filter((_value, index) => index % channels === channel) };
    const [first, second] = filter.kernels.map((kernel) => correlate(plane, weights(kernel), window).data);
    return second === undefined ? first! : first!.map((value, index) => Math.hypot(value, second[index]!));
  });
  return Float64Array.from({ length: results[0]!.length * channels }, (_, at) => results[at % channels]![Math.floor(at / channels)]!);
}

/** Compares a filtered picture and its range with OpenCV's numbers, seen through the display that the filter says it used. */
function expectLikeOpenCv(picture: Picture, filter: Filter, window: Window, choice: FilterChoice = {}): void {
  const filtered = filterPicture(picture, filter, window, choice);
  const expected = expectedNumbers(filtered.channels === 1 ? toGray(picture) : picture, filter, window);
  const [low, high] = filtered.scale;
  const label = `${filter.name} ${JSON.stringify(window)} ${JSON.stringify(choice)}`;
  expect(filtered.picture.data.length, label).toBe(expected.length);
  const worst = expected.reduce((most, value, index) => {
    const shown = filtered.display === 'absolute' ? Math.abs(value) : value;
    const pixel = filtered.display === 'shifted' ? 128 + (127 * value) / high : (255 * (shown - low)) / (high - low);
    return Math.max(most, Math.abs(filtered.picture.data[index]! - Math.min(255, Math.max(0, pixel))));
  }, 0);
  const mean =
    filter.kernels.length === 1 &&
    weights(filter.kernels[0]!)
      .flat()
      .every((weight) => weight >= 0);
  expect(worst, label).toBeLessThanOrEqual(mean ? FIXED_ROUNDING : ROUNDING);
  for (const [found, wanted] of [
    [filtered.range[0], Math.min(...expected)],
    [filtered.range[1], Math.max(...expected)],
  ] as const)
    expect(Math.abs(found - wanted), label).toBeLessThan(mean ? 0.03 : 2e-3);
}

describe("agrees with OpenCV's filter2D", () => {
  beforeAll(loadOpenCv);

  it.each(FILTER_NAMES)('%s, on gray and color, at strides, dilations, paddings and borders', (name) => {
    const filter = namedFilter(name);
    for (const [index, [channels, padding, stride, dilation]] of (
      [
        [3, 'same', 1, 1],
        [3, 'same', 2, 1],
        [1, 'same', 3, 2],
        [1, 12, 1, 1],
        [3, 'same', 1, 2],
      ] as const
    ).entries()) {
      const border = BORDERS[index % BORDERS.length]!;
      const display = filter.display === 'signed' ? 'absolute' : filter.display;
      // a Gabor kernel is larger than the picture beside it
      const picture = randomPicture(name === 'gabor' ? 47 : 23, name === 'gabor' ? 45 : 17, channels);
      expectLikeOpenCv(picture, filter, windowFor(filter, padding, { stride, dilation, border }), { display });
    }
  });

  it.each<[string, FilterName, FilterOptions]>([
    ['a box of any size', 'box', { size: 4 }],
    ['a large box', 'box', { size: 15 }],
    ['a Gaussian by σ', 'gaussian', { sigma: 2.2 }],
    ['a Gaussian by size', 'gaussian', { size: 9 }],
    ['the smallest Gaussian', 'gaussian', { sigma: 0.1 }],
    ['a strong unsharp mask', 'unsharp', { sigma: 2, amount: 3 }],
    ['motion upward', 'motion', { length: 12, angle: 60 }],
    ['a Gabor kernel with a long hill', 'gabor', { lambda: 6, angle: 30, sigma: 3, gamma: 0.5, psi: 90, size: 15 }],
  ])('%s', (_name, name, options) => {
    const filter = namedFilter(name, options);
    const display = filter.display === 'signed' ? 'absolute' : filter.display;
    for (const channels of [1, 3] as const)
      expectLikeOpenCv(randomPicture(37, 31, channels), filter, windowFor(filter, 'same', { border: 'reflect' }), { display });
  });

  it('a typed kernel of whole numbers and of fractions, each color by itself or gray, shown in every way', () => {
    const random = createRandom(3);
    for (const whole of [true, false])
      for (const side of [1, 2, 5, 15]) {
        const values = Array.from({ length: side }, () =>
          Array.from({ length: side }, () => (whole ? Math.round(random() * 6 - 3) : random() - 0.5)),
        );
        for (const display of ['clip', 'absolute', 'shifted', 'fitted'] as const)
          for (const channels of ['gray', 'color'] as const) {
            const filter = typedFilter(values);
            expectLikeOpenCv(randomPicture(35, 19, 3), filter, windowFor(filter, 'same'), { display, channels });
          }
      }
  });

  // filter2D is handed our kernels; these functions of OpenCV bring their own
  it.each([
    ['sobel_x', (from, to) => cv.Sobel(from, to, cv.CV_64F, 1, 0, 3, 1, 0, cv.BORDER_CONSTANT)],
    ['sobel_y', (from, to) => cv.Sobel(from, to, cv.CV_64F, 0, 1, 3, 1, 0, cv.BORDER_CONSTANT)],
    ['scharr_x', (from, to) => cv.Scharr(from, to, cv.CV_64F, 1, 0, 1, 0, cv.BORDER_CONSTANT)],
    ['scharr_y', (from, to) => cv.Scharr(from, to, cv.CV_64F, 0, 1, 1, 0, cv.BORDER_CONSTANT)],
    ['laplacian', (from, to) => cv.Laplacian(from, to, cv.CV_64F, 1, 1, 0, cv.BORDER_CONSTANT)],
    ['box', (from, to) => cv.blur(from, to, new cv.Size(7, 7), new cv.Point(-1, -1), cv.BORDER_CONSTANT), { size: 7 }],
    ['gaussian', (from, to) => cv.GaussianBlur(from, to, new cv.Size(9, 9), 1.7, 1.7, cv.BORDER_CONSTANT), { size: 9, sigma: 1.7 }],
    ['gaussian', (from, to) => cv.GaussianBlur(from, to, new cv.Size(11, 11), 0, 0, cv.BORDER_CONSTANT), { size: 11 }],
  ] as [FilterName, (from: InstanceType<typeof cv.Mat>, to: InstanceType<typeof cv.Mat>) => void, FilterOptions?][])(
    "%s against OpenCV's own",
    (name, run, options = {}) => {
      const picture = randomPicture(31, 29, 1);
      const [from, to] = [matOf(29, 31, picture.data), new cv.Mat()];
      run(from, to);
      const expected = [...(to.data64F as Float64Array)];
      from.delete();
      to.delete();
      const filter = namedFilter(name, options);
      const { picture: shown, scale } = filterPicture(picture, filter, windowFor(filter, 'same'), { display: 'shifted' });
      expected.forEach((value, index) => {
        const pixel = Math.min(255, Math.max(0, 128 + (127 * value) / scale[1]));
        expect(Math.abs(shown.data[index]! - pixel)).toBeLessThanOrEqual(FIXED_ROUNDING);
      });
    },
  );
});

type FilterName = (typeof FILTER_NAMES)[number];

describe('how numbers are shown', () => {
  const row = (values: number[]): Picture => ({ width: values.length, height: 1, channels: 1, data: Uint8Array.from(values) });
  const step = typedFilter([[-1, 1]]);
  const show = (choice: FilterChoice) => filterPicture(row([0, 0, 200, 150, 150]), step, windowFor(step, 'valid'), choice);

  it('tells what the ends of the scale stand for', () => {
    expect(show({ display: 'absolute' })).toMatchObject({
      range: [-50, 200],
      scale: [0, 200],
      picture: { data: new Uint8Array([0, 255, 64, 0]) },
    });
    expect(show({ display: 'shifted' })).toMatchObject({ scale: [-200, 200], picture: { data: new Uint8Array([128, 255, 96, 128]) } });
    expect(show({ display: 'fitted' })).toMatchObject({ scale: [-50, 200], picture: { data: new Uint8Array([51, 255, 0, 51]) } });
    expect(show({ display: 'clip' })).toMatchObject({ scale: [0, 255], picture: { data: new Uint8Array([0, 200, 0, 0]) } });
  });

  it('in two colors around zero', () => {
    const { picture, display } = show({ display: 'signed', zero: 'dark' });
    expect([display, picture.channels, [...picture.data.subarray(0, 6)]]).toEqual([
      'signed',
      3,
      [...DIVERGING.dark.zero, ...DIVERGING.dark.positive],
    ]);
  });

  it('a magnitude has no signs to show', () => {
    const sobel = namedFilter('sobel');
    expect(filterPicture(randomPicture(9, 9, 3), sobel, windowFor(sobel, 'valid'), { display: 'signed' }).display).toBe('absolute');
  });

  it('fits all colors by one measure, so that their balance stays', () => {
    const picture: Picture = { width: 1, height: 1, channels: 3, data: new Uint8Array([0, 100, 200]) };
    const filter = typedFilter([[3]]);
    expect([...filterPicture(picture, filter, windowFor(filter, 'valid')).picture.data]).toEqual([0, 128, 255]);
  });

  it('a constant has nothing to fit', () => {
    const filter = typedFilter([[-1]]);
    expect(filterPicture(constant(2, 1, 1, 90), filter, windowFor(filter, 'valid'))).toMatchObject({
      picture: { data: new Uint8Array([0, 0]) },
      range: [-90, -90],
    });
  });
});

describe('odd pictures and kernels', () => {
  it('identity gives the photo back', () => {
    const picture = randomPicture(13, 8, 3);
    const filter = namedFilter('identity');
    expect(filterPicture(picture, filter, windowFor(filter, 'same'))).toMatchObject({
      picture,
      range: [Math.min(...picture.data), Math.max(...picture.data)],
    });
  });

  it.each(FILTER_NAMES)('%s of one pixel', (name) => {
    const filter = namedFilter(name);
    for (const border of BORDERS) {
      const { picture, range } = filterPicture(constant(1, 1, 3, 100), filter, windowFor(filter, 'same', { border }));
      expect([picture.width, picture.height]).toEqual([1, 1]);
      expect(range.every(Number.isFinite)).toBe(true);
    }
  });

  it.each(FILTER_NAMES)('%s of an even picture is even, its border apart', (name) => {
    const filter = namedFilter(name);
    const { picture, range } = filterPicture(constant(30, 30, 3, 130), filter, windowFor(filter, 'valid'));
    expect([...new Set(picture.data)]).toEqual([filter.color ? 130 : name === 'gabor' ? 255 : 0]);
    expect(range[1] - range[0]).toBeLessThan(1e-3);
    // the same everywhere when the picture goes on beyond its border
    const around = filterPicture(constant(30, 30, 3, 130), filter, windowFor(filter, 'same', { border: 'reflect' }));
    expect(around.range[1] - around.range[0]).toBeLessThan(1e-3);
  });

  it('a kernel of zeros shows black, with a range of 0…0', () => {
    const filter = typedFilter([
      [0, 0],
      [0, 0],
    ]);
    expect(filterPicture(randomPicture(6, 6, 3), filter, windowFor(filter, 'valid'))).toMatchObject({
      picture: constant(5, 5, 3, 0),
      range: [0, 0],
    });
  });

  it('the largest numbers that can be typed stay numbers', () => {
    const filter = typedFilter(Array.from({ length: 15 }, () => new Array<number>(15).fill(1e7)));
    const { picture, range } = filterPicture(randomPicture(20, 20, 3), filter, windowFor(filter, 'same'));
    expect(range.every(Number.isFinite)).toBe(true);
    expect(Math.max(...picture.data)).toBe(255);
    expect(Math.min(...picture.data)).toBe(0);
  });

  it('a photo smaller than the kernel is refused with what would do', () => {
    const filter = namedFilter('gaussian');
    const refuse = () => filterPicture(constant(3, 4, 1, 0), filter, windowFor(filter, 'valid'));
    expect(refuse).toThrow(
      expect.objectContaining({ learner: { id: 'kernel-too-large', values: { kernel: '5×5', input: '4×3', need: 1, largest: '4×3' } } }),
    );
  });
});
