import { beforeAll, describe, expect, it } from 'vitest';
import { BORDERS } from '../../src/vision/border.ts';
import { convolveMatrix, convolvePlane, MAX_PADDING, outputShape, paddingFor, type Window } from '../../src/vision/convolution.ts';
import type { Plane } from '../../src/vision/picture.ts';
import { correlate, loadOpenCv } from './opencv.ts';
import { createRandom } from './random.ts';

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const window = (changes: Partial<Window> = {}): Window => ({ stride: 1, dilation: 1, padding: NONE, ...changes });
const around = (zeros: number) => ({ top: zeros, right: zeros, bottom: zeros, left: zeros });

/** The picture and the kernel of crossed diagonals that every lecture on convolution begins with. */
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

describe('a typed matrix', () => {
  it("gives the lecture's numbers", () => {
    const result = convolveMatrix(LECTURE, CROSS, window());
    expect(result).toEqual({
      output: [
        [4, 3, 4],
        [2, 4, 3],
        [2, 3, 4],
      ],
      height: 3,
      width: 3,
      unreachedRows: 0,
      unreachedColumns: 0,
    });
  });

  it('is not flipped: a kernel of one weight picks the cell it stands over', () => {
    const input = [
      [1, 2],
      [3, 4],
    ];
    const picks = (kernel: number[][]) => convolveMatrix(input, kernel, window()).output[0]![0];
    expect(
      picks([
        [1, 0],
        [0, 0],
      ]),
    ).toBe(1);
    expect(
      picks([
        [0, 0],
        [0, 1],
      ]),
    ).toBe(4);
    expect(
      picks([
        [0, 10],
        [1, 0],
      ]),
    ).toBe(23);
  });

  it('leaves unread what no window reaches', () => {
    // 1…7 in a row with a kernel of 3 at stride 3: the seventh is never under a window, whatever it is
    const row = [1, 2, 3, 4, 5, 6, 99];
    const result = convolveMatrix([row], [[1, 1, 1]], window({ stride: 3 }));
    expect(result).toEqual({ output: [[6, 15]], height: 1, width: 2, unreachedRows: 0, unreachedColumns: 1 });
  });

  it('takes rows and columns of zeros around it, on each side by itself', () => {
    const result = convolveMatrix([[5]], [[1, 2, 3]], window({ padding: { top: 1, right: 2, bottom: 0, left: 3 } }));
    expect(result.output).toEqual([
      [0, 0, 0, 0],
      [0, 15, 10, 5],
    ]);
  });

  it('adds fractions without losing whole numbers', () => {
    const third = 1 / 3;
    const { output } = convolveMatrix([[3, 3, 3]], [[third, third, third]], window());
    expect(output).toEqual([[3]]);
  });

  it('shows zero as 0, never as −0', () => {
    const { output } = convolveMatrix([[0, -1]], [[-1, 0]], window());
    expect(Object.is(output[0]![0], 0)).toBe(true);
  });

  it('of zeros or with a kernel of zeros is zeros', () => {
    expect(convolveMatrix([[1, 2]], [[0]], window()).output).toEqual([[0, 0]]);
    expect(convolveMatrix([[0]], [[7]], window()).output).toEqual([[0]]);
  });
});

describe('the size of the output', () => {
  it.each([
    // n, f, p, s, d → output, unreached; worked by hand from N' = ⌊(N + 2P − d(F − 1) − 1)/S⌋ + 1
    [7, 3, 0, 3, 1, 2, 1],
    [7, 3, 0, 2, 1, 3, 0],
    [7, 3, 1, 1, 1, 7, 0],
    [227, 11, 0, 4, 1, 55, 0],
    [224, 11, 2, 4, 1, 55, 1],
    [28, 5, 2, 1, 1, 28, 0],
    [10, 3, 0, 1, 4, 2, 0],
    [1, 1, 0, 5, 1, 1, 0],
    [5, 3, 0, 9, 1, 1, 2],
  ])('n=%i f=%i p=%i s=%i d=%i is %i, with %i left', (n, f, p, s, d, output, unreached) => {
    const shape = outputShape({ height: n, width: n }, { height: f, width: f }, window({ stride: s, dilation: d, padding: around(p) }));
    expect(shape).toEqual({ height: output, width: output, unreachedRows: unreached, unreachedColumns: unreached });
  });

  it('"same" keeps it at stride 1, for even kernels and dilation too', () => {
    for (const side of [1, 2, 3, 4, 5, 8]) {
      for (const dilation of [1, 2, 3]) {
        const kernel = { height: side, width: side + 1 };
        const padding = paddingFor('same', kernel, dilation);
        expect(outputShape({ height: 9, width: 4 }, kernel, window({ padding, dilation }))).toMatchObject({ height: 9, width: 4 });
      }
    }
    // the odd zero goes right and below
    expect(paddingFor('same', { height: 2, width: 4 })).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
    expect(paddingFor('valid', { height: 3, width: 3 })).toEqual(NONE);
    expect(paddingFor(2, { height: 3, width: 3 })).toEqual(around(2));
  });

  it('a kernel that does not fit is refused with what would do', () => {
    const refuse = () => convolveMatrix([[1, 2, 3]], CROSS, window());
    expect(refuse).toThrow(
      expect.objectContaining({ learner: { id: 'kernel-too-large', values: { kernel: '3×3', input: '1×3', need: 1, largest: '1×3' } } }),
    );
    expect(convolveMatrix([[1, 2, 3]], CROSS, window({ padding: around(1) })).output).toEqual([[1, 2, 3]]);
    const dilated = () => convolveMatrix(LECTURE, CROSS, window({ dilation: 4 }));
    expect(dilated).toThrow(
      expect.objectContaining({ learner: { id: 'kernel-too-large', values: { kernel: '9×9', input: '5×5', need: 2, largest: '2×2' } } }),
    );
  });

  it('a padding that would only be memory is refused', () => {
    const refuse = () =>
      convolvePlane({ width: 1, height: 1, data: new Float32Array(1) }, [[1]], window({ padding: around(MAX_PADDING + 1) }));
    expect(refuse).toThrow(expect.objectContaining({ learner: { id: 'padding-too-large', values: { limit: MAX_PADDING } } }));
  });
});

describe("agrees with OpenCV's filter2D", () => {
  beforeAll(loadOpenCv);
  const random = createRandom(20_261_123);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const randomPlane = (width: number, height: number): Plane => ({
    width,
    height,
    data: new Float32Array(width * height).map(() => between(0, 255)),
  });
  const randomKernel = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() * 4 - 2));

  function expectEqual(
    actual: { width: number; height: number; data: ArrayLike<number> },
    expected: ReturnType<typeof correlate>,
    label: string,
  ) {
    expect([actual.height, actual.width], label).toEqual([expected.height, expected.width]);
    const worst = expected.data.reduce((most, value, index) => Math.max(most, Math.abs(value - actual.data[index]!)), 0);
    // sums of up to 15 × 15 products of 2 · 255, kept with 24 bits
    expect(worst, label).toBeLessThan(5e-3);
  }

  it('for 60 random kernels, paddings, borders, strides and dilations', () => {
    for (let round = 0; round < 60; round++) {
      const [rows, columns] = [between(1, 9), between(1, 9)];
      const dilation = between(1, 2);
      const [height, width] = [between(dilation * rows, 30), between(dilation * columns, 30)];
      const padding = { top: between(0, 3), right: between(0, 3), bottom: between(0, 3), left: between(0, 3) };
      const choice = window({ stride: between(1, 4), dilation, padding, border: BORDERS[round % BORDERS.length] });
      const input = randomPlane(width, height);
      const kernel = randomKernel(rows, columns);
      const label = `${height}×${width} by ${rows}×${columns} ${JSON.stringify(choice)}`;
      const expected = correlate(input, kernel, choice);
      expectEqual(convolvePlane(input, kernel, choice), expected, label);
      const rowsOf = Array.from({ length: height }, (_, y) => [...input.data.subarray(y * width, (y + 1) * width)]);
      const { output, ...shape } = convolveMatrix(rowsOf, kernel, choice);
      expectEqual({ height: shape.height, width: shape.width, data: output.flat() }, expected, `matrix ${label}`);
    }
  });

  it('for kernels that are a column times a row, which go another way', () => {
    for (let round = 0; round < 20; round++) {
      const [column, row] = [randomKernel(1, between(4, 15))[0]!, randomKernel(1, between(1, 15))[0]!];
      // a zero at the start must not be divided by
      column[0] = 0;
      if (row.length > 1) row[0] = 0;
      const kernel = column.map((down) => row.map((across) => down * across));
      const choice = window({
        dilation: 1 + (round % 2),
        padding: { top: between(0, 9), right: between(0, 9), bottom: between(0, 9), left: between(0, 9) },
      });
      const input = randomPlane(between(30, 40), between(30, 40));
      expectEqual(convolvePlane(input, kernel, choice), correlate(input, kernel, choice), `${column.length}×${row.length}`);
    }
  });
});
