import { describe, expect, it } from 'vitest';
import { outputSize } from '../../../lessons/arithmetic.ts';
import { arranged } from '../../../lessons/predict/choices.ts';
import { effectOf, kernelChoices } from '../../../lessons/predict/kernel-choices.ts';
import { isSizeTelling, sizeChoices, sizeSkill } from '../../../lessons/predict/size-choices.ts';
import { askedCell, convolutionSlips, poolingSlips, valueChoices } from '../../../lessons/predict/value-choices.ts';
import { KERNEL_NAMES } from '../../../src/engine/kernel-names.ts';

const right = <Value>(choices: { value: Value; misconception?: string }[]) =>
  choices.filter(({ misconception }) => misconception === undefined);
const SEEDS = ['a', 'k3J9Q0aZ', 'zzzzzzzzzz', 'O4m9g6brII'];

describe('choices', () => {
  it('stand in the same order for the same seed, and not always in one place', () => {
    const of = (seed: string) =>
      arranged(
        1,
        [2, 3, 4].map((value) => ({ id: `m${value}`, value })),
        seed,
        String,
      );
    for (const seed of SEEDS) expect(of(seed)).toEqual(of(seed));
    const places = Array.from({ length: 40 }, (_, seed) => of(String(seed)).findIndex(({ value }) => value === 1));
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('never repeat, and none but one is right', () => {
    const wrong = [1, 2, 2, 3, 1, 4, 5].map((value, index) => ({ id: `m${index}`, value }));
    const choices = arranged(1, wrong, 'seed', String);
    expect(choices.map(({ value }) => value).toSorted()).toEqual([1, 2, 3, 4]);
    expect(right(choices)).toEqual([{ value: 1 }]);
    expect(choices.find(({ value }) => value === 2)).toEqual({ value: 2, misconception: 'm1' });
  });
});

describe('a question about the size', () => {
  it('is asked where the settings change it in a way worth asking', () => {
    const axes = (axis: { n: number; f: number; p?: number; q?: number; s?: number; d?: number }) => ({ height: axis, width: axis });
    expect(isSizeTelling(axes({ n: 480, f: 3 }))).toBe(false);
    expect(isSizeTelling(axes({ n: 480, f: 3, p: 1 }))).toBe(false);
    // the even kernel's `same`
    expect(isSizeTelling(axes({ n: 480, f: 4, p: 1, q: 2 }))).toBe(false);
    expect(isSizeTelling(axes({ n: 480, f: 3, p: 2 }))).toBe(true);
    expect(isSizeTelling(axes({ n: 480, f: 3, s: 2 }))).toBe(true);
    expect(isSizeTelling(axes({ n: 480, f: 3, d: 2 }))).toBe(true);
  });

  it('offers what the commonest misconceptions lead to, by hand', () => {
    // N = 7 and 9, F = 3, P = 1, S = 2: ⌊6/2⌋ + 1 and ⌊8/2⌋ + 1
    const axes = { height: { n: 7, f: 3, p: 1, s: 2 }, width: { n: 9, f: 3, p: 1, s: 2 } };
    const choices = sizeChoices({ height: 4, width: 5 }, axes, 'seed');
    const byMistake = Object.fromEntries(
      choices.map(({ value, misconception = 'right' }) => [misconception, `${value.height}×${value.width}`]),
    );
    // the +1 forgotten: 6/2 and 8/2; padding once or not at all: the same sizes; no stride: 7 and 9; S·F in place of F: 7 + 2 − 6 + 1 and 9 + 2 − 6 + 1
    expect(byMistake).toEqual({ right: '4×5', 'forgot-plus-one': '3×4', 'stride-forgotten': '7×9', 'stride-on-kernel': '4×6' });
  });

  it('has four different sizes, one of them right, for any settings', () => {
    for (let n = 1; n <= 12; n++)
      for (let f = 1; f <= Math.min(n, 5); f++)
        for (const p of [0, 1, 3])
          for (const s of [1, 2, 5])
            for (const d of [1, 2]) {
              const axis = { n, f, p, s, d };
              const { output, fits } = outputSize(axis);
              if (!fits) continue;
              const wide = { ...axis, n: n + 7 };
              const answer = { height: output, width: outputSize(wide).output };
              const choices = sizeChoices(answer, { height: axis, width: wide }, 'seed');
              expect(new Set(choices.map(({ value }) => `${value.height}×${value.width}`)).size, JSON.stringify(axis)).toBe(4);
              expect(right(choices)).toEqual([{ value: answer }]);
              for (const { value } of choices)
                expect(value.height > 0 && value.width > 0 && Number.isInteger(value.height + value.width)).toBe(true);
            }
  });

  it('knows that ceil mode is right where it is asked for', () => {
    // pooling 2 at stride 2 over 5: three windows in ceil mode, two without
    const axis = { n: 5, f: 2, s: 2 };
    const choices = sizeChoices({ height: 3, width: 3 }, { height: axis, width: axis }, 'seed');
    expect(right(choices)).toEqual([{ value: { height: 3, width: 3 } }]);
    expect(choices.some(({ misconception }) => misconception === 'ceil')).toBe(false);
  });

  it('counts for the skill that it trains', () => {
    expect(
      [
        { n: 9, f: 3 },
        { n: 9, f: 3, p: 1 },
        { n: 9, f: 3, p: 1, s: 2 },
      ].map(sizeSkill),
    ).toEqual(['size-plain', 'size-padded', 'size-strided']);
  });
});

describe('a question about one number', () => {
  it('asks for a cell that the output has, the same one every time', () => {
    for (const seed of SEEDS) {
      const cell = askedCell({ height: 2, width: 5 }, seed);
      expect(cell).toEqual(askedCell({ height: 2, width: 5 }, seed));
      expect(cell.x < 5 && cell.y < 2 && cell.x >= 0 && cell.y >= 0).toBe(true);
    }
    expect(askedCell({ height: 1, width: 1 }, 'any')).toEqual({ x: 0, y: 0 });
  });

  it('knows the slips that the settings make possible', () => {
    const ids = (sliding: Parameters<typeof convolutionSlips>[0]) => [
      ...new Set(convolutionSlips(sliding, { x: 1, y: 2 }).map(({ id }) => id)),
    ];
    expect(ids({ stride: 1, padded: false, dilation: 1, bordered: false })).toEqual([
      'value-flipped',
      'value-window-off',
      'value-not-weighted',
    ]);
    expect(ids({ stride: 2, padded: true, dilation: 2, bordered: true })).toEqual([
      'value-flipped',
      'value-no-padding',
      'value-border-zero',
      'value-stride-forgotten',
      'value-dilation-forgotten',
      'value-window-off',
      'value-not-weighted',
    ]);
    // the windows beside the one that begins at row 4, column 2, never before the first cell
    const off = (at: { x: number; y: number }) =>
      poolingSlips({ stride: 2, padded: false }, at).filter(({ id }) => id === 'value-window-off');
    expect(off({ x: 1, y: 2 }).map(({ at }) => [at.y, at.x])).toEqual([
      [4, 3],
      [5, 2],
      [4, 1],
      [3, 2],
    ]);
    expect(off({ x: 0, y: 0 })).toHaveLength(2);
  });

  it('never offers what reads like the right number', () => {
    const wrong = [1 / 3, 0.333, -0.001, 0, undefined, 5, 7].map((value, index) => ({ id: `m${index}`, value }));
    const choices = valueChoices(1 / 3, wrong, 'seed');
    expect(choices.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([-0.001, 1 / 3, 5, 7]);
    expect(
      valueChoices(3, [], 'seed')
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual([2, 3, 4, 5]);
  });
});

describe('a question about pictures', () => {
  it.each([
    [
      'blur',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'nothing',
      [
        [0, 0],
        [0, 3],
      ],
    ],
    [
      'sharpen',
      [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0],
      ],
    ],
    [
      'emboss',
      [
        [-2, -1, 0],
        [-1, 1, 1],
        [0, 1, 2],
      ],
    ],
    [
      'edges',
      [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ],
    ],
    [
      'edges',
      [
        [1, 0],
        [0, -1],
      ],
    ],
    [
      'edges-x',
      [
        [1, 0, -1],
        [1, 0, -1],
        [1, 0, -1],
      ],
    ],
    [
      'edges-y',
      [
        [0.1, 0.2, 0.1],
        [0, 0, 0],
        [-0.1, -0.2, -0.1],
      ],
    ],
  ])('sees that typed numbers do %s', (effect, values) => {
    expect(effectOf({ values })).toBe(effect);
  });

  it('shows every kernel among three of other effects', () => {
    for (const name of KERNEL_NAMES) {
      const choices = kernelChoices({ name }, 'seed');
      expect(right(choices), name).toEqual([{ value: { name } }]);
      expect(new Set(choices.map(({ value }) => effectOf(value))).size, name).toBe(4);
    }
  });

  it('calls the other direction by its name', () => {
    const mistaken = (name: 'sobel_x' | 'prewitt_y') =>
      kernelChoices({ name }, 'seed').find(({ misconception }) => misconception === 'kernel-direction');
    expect(mistaken('sobel_x')?.value).toEqual({ name: 'sobel_y' });
    expect(mistaken('prewitt_y')?.value).toEqual({ name: 'sobel_x' });
  });
});
