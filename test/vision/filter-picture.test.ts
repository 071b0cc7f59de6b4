import { beforeAll, describe, expect, it } from 'vitest';
import { paddingFor, type Window } from '../../src/vision/convolution.ts';
import { filterPicture, splitChannels, toDisplay, toGray } from '../../src/vision/filter-picture.ts';
import { FILTER_NAMES, type Filter, namedFilter, typedFilter, weights } from '../../src/vision/kernels.ts';
import type { Picture, Plane } from '../../src/vision/picture.ts';
import { correlate, cv, loadOpenCv, matOf } from './opencv.ts';
import { createRandom } from './random.ts';

function randomPicture(width: number, height: number, channels: 1 | 3): Picture {
  const random = createRandom(width * 31 + height);
  return { width, height, channels, data: new Uint8Array(width * height * channels).map(() => Math.floor(random() * 256)) };
}

function windowFor(filter: Filter, padding: 'valid' | 'same' | number, stride = 1): Window {
  const { values } = filter.kernels[0]!;
  return { stride, dilation: 1, padding: paddingFor(padding, { height: values.length, width: values[0]!.length }) };
}

const constant = (width: number, height: number, channels: 1 | 3, value: number): Picture => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels).fill(value),
});

/** What the filter should show, computed from OpenCV's sums. */
function expectedPicture(picture: Picture, filter: Filter, window: Window): { data: number[]; range: [number, number] } {
  const planes = filter.color ? splitChannels(picture) : [toGray(picture)];
  const results = planes.map((plane) => {
    const [first, second] = filter.kernels.map((kernel) => correlate(plane, weights(kernel), window).data);
    return second === undefined ? first! : first!.map((value, index) => Math.hypot(value, second[index]!));
  });
  const all = results.flatMap((result) => [...result]);
  const data = [...results[0]!].flatMap((_, index) =>
    results.map((result) => (filter.display === 'absolute' ? Math.abs(result[index]!) : result[index]!)),
  );
  return { data: data.map((value) => Math.min(255, Math.max(0, value))), range: [Math.min(...all), Math.max(...all)] };
}

describe("agrees with OpenCV's filter2D with zeros around", () => {
  beforeAll(loadOpenCv);

  it.each(FILTER_NAMES)('%s, on gray and color, at strides and paddings', (name) => {
    const filter = namedFilter(name);
    for (const [channels, padding, stride] of [
      [3, 'same', 1],
      [3, 'valid', 2],
      [1, 'same', 3],
      [1, 2, 1],
    ] as const) {
      const picture = randomPicture(23, 17, channels);
      const window = windowFor(filter, padding, stride);
      const filtered = filterPicture(picture, filter, window);
      const expected = expectedPicture(picture, filter, window);
      expect(filtered.picture.data).toHaveLength(expected.data.length);
      expected.data.forEach((value, index) => {
        // half of a step for rounding
        expect(Math.abs(filtered.picture.data[index]! - value)).toBeLessThanOrEqual(0.5001);
      });
      expect(filtered.range[0]).toBeCloseTo(expected.range[0], 2);
      expect(filtered.range[1]).toBeCloseTo(expected.range[1], 2);
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
  ] as [string, (from: InstanceType<typeof cv.Mat>, to: InstanceType<typeof cv.Mat>) => void, { size?: number; sigma?: number }?][])(
    "%s against OpenCV's own",
    (name, run, options = {}) => {
      const picture = randomPicture(31, 29, 1);
      const [from, to] = [matOf(29, 31, picture.data), new cv.Mat()];
      run(from, to);
      const expected = [...(to.data64F as Float64Array)];
      from.delete();
      to.delete();
      const filter = namedFilter(name as (typeof FILTER_NAMES)[number], options);
      const { picture: shown } = filterPicture(picture, { ...filter, display: 'shifted' }, windowFor(filter, 'same'));
      expected.forEach((value, index) => {
        expect(Math.abs(shown.data[index]! - Math.min(255, Math.max(0, value + 128)))).toBeLessThanOrEqual(0.5001);
      });
    },
  );
});

describe('gray', () => {
  it('weighs the colors as television does, and leaves grays exactly as they are', () => {
    const gray = toGray({ width: 4, height: 1, channels: 3, data: new Uint8Array([255, 0, 0, 0, 255, 0, 0, 0, 255, 201, 201, 201]) });
    expect([...gray.data].map((value) => Math.round(value * 1000) / 1000)).toEqual([76.245, 149.685, 29.07, 201]);
    for (let level = 0; level < 256; level++) expect(toGray(constant(1, 1, 3, level)).data[0]).toBe(level);
  });
});

describe('how numbers are shown', () => {
  const plane: Plane = { width: 5, height: 1, data: new Float32Array([-300, -20, 0, 99.6, 300]) };
  it.each([
    ['clip', [0, 0, 0, 100, 255]],
    ['absolute', [255, 20, 0, 100, 255]],
    ['shifted', [0, 108, 128, 228, 255]],
    ['fitted', [0, 119, 128, 170, 255]],
  ] as const)('%s', (display, pixels) => {
    expect(toDisplay([plane], display)).toEqual({ width: 5, height: 1, channels: 1, data: new Uint8Array(pixels) });
  });

  it('fits all colors by one measure, so that their balance stays', () => {
    const of = (value: number): Plane => ({ width: 1, height: 1, data: new Float32Array([value]) });
    expect([...toDisplay([of(0), of(500), of(1000)], 'fitted').data]).toEqual([0, 128, 255]);
  });

  it('a constant has nothing to fit', () => {
    expect([...toDisplay([{ width: 2, height: 1, data: new Float32Array([90, 90]) }], 'fitted').data]).toEqual([90, 90]);
  });
});

describe('odd pictures and kernels', () => {
  it('identity gives the photo back', () => {
    const picture = randomPicture(13, 8, 3);
    const filter = namedFilter('identity');
    expect(filterPicture(picture, filter, windowFor(filter, 'same'))).toEqual({
      picture,
      range: [Math.min(...picture.data), Math.max(...picture.data)],
    });
  });

  it.each(FILTER_NAMES)('%s of one pixel', (name) => {
    const filter = namedFilter(name);
    const { picture, range } = filterPicture(constant(1, 1, 3, 100), filter, windowFor(filter, 'same'));
    expect([picture.width, picture.height]).toEqual([1, 1]);
    expect(range.every(Number.isFinite)).toBe(true);
  });

  it.each(FILTER_NAMES)('%s of an even picture, border apart, is even', (name) => {
    const filter = namedFilter(name);
    const { picture, range } = filterPicture(constant(20, 20, 3, 130), filter, windowFor(filter, 'valid'));
    expect(new Set(picture.data)).toEqual(new Set([filter.color ? 130 : 0]));
    expect(range[1] - range[0]).toBeLessThan(1e-3);
  });

  it('a kernel of zeros shows black, with a range of 0…0', () => {
    const result = filterPicture(
      randomPicture(6, 6, 3),
      typedFilter([
        [0, 0],
        [0, 0],
      ]),
      { stride: 1, dilation: 1, padding: paddingFor('valid', { height: 2, width: 2 }) },
    );
    expect(result).toEqual({ picture: constant(5, 5, 3, 0), range: [0, 0] });
  });

  it('the largest numbers that can be typed stay numbers', () => {
    const kernel = Array.from({ length: 15 }, () => new Array<number>(15).fill(1e7));
    const filter = typedFilter(kernel);
    const { picture, range } = filterPicture(randomPicture(20, 20, 3), filter, windowFor(filter, 'same'));
    expect(range.every(Number.isFinite)).toBe(true);
    expect(Math.max(...picture.data)).toBe(255);
    expect(Math.min(...picture.data)).toBe(0);
  });

  it('a photo smaller than the kernel is refused', () => {
    const filter = namedFilter('gaussian');
    const refuse = () => filterPicture(constant(3, 4, 1, 0), filter, windowFor(filter, 'valid'));
    expect(refuse).toThrow(
      expect.objectContaining({ learner: { id: 'kernel-too-large', values: { kernel: '5×5', input: '4×3', need: 1 } } }),
    );
  });
});
