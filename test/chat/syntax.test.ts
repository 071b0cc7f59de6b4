import { describe, expect, it } from 'vitest';
import { learnerMessage } from '../../src/chat/errors.ts';
import { parseMatrix } from '../../src/chat/matrix.ts';
import { boolean, choice, image, integer, matrix, number, parseValue, shown, suggestion, text } from '../../src/chat/options.ts';
import { MAX_ROUTE_BYTES, parseRoute, route, tryRoute } from '../../src/chat/route.ts';
import { parseArguments, splitCommand } from '../../src/chat/syntax.ts';

const options = {
  image: image(),
  kernel: choice(['sobel', 'sobel_x', 'gaussian', 'outline'], { default: 'sobel', or: matrix({ maxSide: 15 }) }),
  stride: integer({ min: 1, max: 8, default: 1 }),
  padding: choice(['valid', 'same'], { default: 'same', or: integer({ min: 0, max: 64 }) }),
  matrix: matrix(),
  note: text({ rest: true }),
};

const refusalOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return learnerMessage(error);
  }
  return undefined;
};

describe('a command line', () => {
  it.each([
    ['/convolve', { name: 'convolve', rest: '' }],
    ['  /Convolve kernel=sobel ', { name: 'convolve', rest: 'kernel=sobel' }],
    ['/convolve@conv_bot sobel', { name: 'convolve', addressee: 'conv_bot', rest: 'sobel' }],
    ['/свёртка sobel', { name: 'свёртка', rest: 'sobel' }],
  ])('%s is split', (line, expected) => {
    expect(splitCommand(line)).toEqual(expected);
  });

  it.each(['hello', 'a /convolve', '/', '//x', '/ size', '/path/to/file'])('%s is no command', (line) => {
    expect(splitCommand(line)).toBeUndefined();
  });
});

describe('arguments', () => {
  it.each([
    ['kernel=sobel stride=2', { kernel: 'sobel', stride: '2' }],
    ['kernel: sobel stride: 2', { kernel: 'sobel', stride: '2' }],
    ['kernel:sobel stride:2', { kernel: 'sobel', stride: '2' }],
    ['kernel = sobel   stride =2', { kernel: 'sobel', stride: '2' }],
    ['outline 2 same', { kernel: 'outline', stride: '2', padding: 'same' }],
    ['stride=2 outline', { stride: '2', kernel: 'outline' }],
    ['#k3J9 outline', { image: '#k3J9', kernel: 'outline' }],
    ['kernel="1 0 1; 0 1 0"', { kernel: '1 0 1; 0 1 0' }],
    ['kernel=«1 0; 0 1» stride=2', { kernel: '1 0; 0 1', stride: '2' }],
    ['kernel=1 0 -1; 2 0 -2; 1 0 -1 stride=2', { kernel: '1 0 -1; 2 0 -2; 1 0 -1', stride: '2' }],
    ['matrix=[[1,2],[3,4]] kernel=1 1', { matrix: '[[1,2],[3,4]]', kernel: '1 1' }],
    ['note=all of this is text', { note: 'all of this is text' }],
    ['', {}],
  ])('%s', (line, expected) => {
    expect(parseArguments(line, options)).toEqual(expected);
  });

  it.each([
    ['32 conv5 conv5 pool2', { layers: '32 conv5 conv5 pool2' }],
    ['32 conv5 view=heatmap pool2 dims=3 up2', { layers: '32 conv5 pool2 up2', view: 'heatmap', dims: '3' }],
    ['view=grid 7 3 0 3', { view: 'grid', layers: '7 3 0 3' }],
    ['7 3 s=2', { layers: '7 3', s: '2' }],
    ['n=7 f=3', { n: '7', f: '3' }],
    ['layers="32 conv5" view=grid', { layers: '32 conv5', view: 'grid' }],
  ])('%s: a text that takes the rest has every word that stands alone', (line, expected) => {
    const whole = integer({ min: 1, max: 99 });
    const sized = { layers: text({ rest: true }), n: whole, f: whole, s: whole, view: choice(['grid', 'heatmap']), dims: whole };
    expect(parseArguments(line, sized)).toEqual(expected);
  });

  it('suggests the option that was meant', () => {
    expect(refusalOf(() => parseArguments('kernle=sobel', options))).toEqual({
      id: 'option-unknown-suggest',
      values: { option: 'kernle', meant: 'kernel' },
    });
    expect(refusalOf(() => parseArguments('zzz=1', options))?.id).toBe('option-unknown');
  });

  it('refuses an option given twice, a value too many and an open quote', () => {
    expect(refusalOf(() => parseArguments('stride=1 stride=2', options))?.id).toBe('option-twice');
    expect(refusalOf(() => parseArguments('1 2', { n: integer({ min: 0, max: 9 }) }))?.id).toBe('arguments-too-many');
    expect(refusalOf(() => parseArguments('kernel="1 0', options))?.id).toBe('quote-open');
  });

  it('takes a code with a colon as a value where no option has that name', () => {
    expect(parseArguments('pad:8f3a', { topic: text() })).toEqual({ topic: 'pad:8f3a' });
  });
});

describe('values', () => {
  it.each([
    [options.kernel, 'Sobel X', 'sobel_x'],
    [
      options.kernel,
      '0 1; 1 0',
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [options.padding, 'same', 'same'],
    [options.padding, '3', 3],
    [options.stride, '2', 2],
    [number({ min: 0, max: 10 }), '0,5', 0.5],
    [number({ min: -10, max: 10 }), '−1.5', -1.5],
    [boolean(), 'да', true],
    [boolean(), 'no', false],
  ])('%#: %s is read', (option, typed, expected) => {
    expect(parseValue('x', option, typed)).toEqual(expected);
  });

  it.each([
    [options.kernel, 'sobl', 'option-not-a-choice-suggest'],
    [options.kernel, 'quantum', 'option-not-a-choice'],
    [options.kernel, '1 a; 2 3', 'matrix-not-a-number'],
    [options.kernel, '1 NaN; 2 3', 'matrix-not-a-number'],
    [options.kernel, '1 2; 3', 'matrix-ragged'],
    [options.padding, '-1', 'option-out-of-range'],
    [options.padding, '99999999999999999999', 'option-out-of-range'],
    [options.stride, '1.5', 'option-not-whole'],
    [options.stride, '0', 'option-out-of-range'],
    [options.stride, 'two', 'option-not-a-number'],
    [options.stride, '1e999', 'option-out-of-range'],
    [options.stride, 'NaN', 'option-not-a-number'],
    [boolean(), 'perhaps', 'option-not-boolean'],
    [text({ maxLength: 3 }), 'four', 'option-too-long'],
  ])('%#: %s is refused with %s', (option, typed, id) => {
    expect(refusalOf(() => parseValue('x', option, typed))?.id).toBe(id);
  });

  it('is repeated with a minus before negative numbers, and with hyphens where they belong', () => {
    const angle = number({ min: -360, max: 360 });
    expect(refusalOf(() => parseValue('angle', angle, '-400'))?.values).toEqual({ option: 'angle', value: '−400', min: '−360', max: 360 });
    expect(refusalOf(() => parseValue('stride', options.stride, '-.5'))?.values).toMatchObject({ value: '−.5' });
    expect(shown('1 -1; -2.5,-3')).toBe('1 −1; −2.5,−3');
    expect(shown('mlp-cifar 2026-11-30 1e-3 -x')).toBe('mlp-cifar 2026-11-30 1e-3 -x');
  });

  it('reads matrices as people type them', () => {
    const cross = [
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
    ];
    for (const typed of [
      '1 0 1; 0 1 0; 1 0 1',
      '1,0,1;0,1,0;1,0,1',
      '[[1,0,1],[0,1,0],[1,0,1]]',
      '1 0 1\n0 1 0\n1 0 1',
      '[1 0 1; 0 1 0; 1 0 1]',
    ]) {
      expect(parseMatrix(typed)).toEqual(cross);
    }
    expect(parseMatrix('1/9 −2 +.5')).toEqual([[1 / 9, -2, 0.5]]);
    expect(refusalOf(() => parseMatrix('  ; '))?.id).toBe('matrix-empty');
    expect(refusalOf(() => parseMatrix('1/0'))?.id).toBe('matrix-not-a-number');
    expect(refusalOf(() => parseMatrix('1 '.repeat(16), { maxSide: 15 }))).toEqual({
      id: 'matrix-too-large',
      values: { rows: 1, columns: 16, limit: 15 },
    });
  });

  it('suggests only what is near', () => {
    expect(suggestion('gausian', ['gaussian', 'sobel'])).toBe('gaussian');
    expect(suggestion('lapl', ['laplacian', 'sobel'])).toBe('laplacian');
    expect(suggestion('xyz', ['gaussian', 'sobel'])).toBeUndefined();
  });
});

describe('a route', () => {
  it('carries a command or an action with its arguments', () => {
    expect(parseRoute(route('convolve', { image: '#k3J9', kernel: 'outline' }))).toEqual({
      command: 'convolve',
      rest: 'image=#k3J9 kernel=outline',
    });
    expect(parseRoute('quiz.answer 2k 3')).toEqual({ command: 'quiz', action: 'answer', rest: '2k 3' });
    expect(parseRoute('../etc')).toBeUndefined();
  });

  it('is never longer than every platform carries', () => {
    expect(tryRoute('convolve', { kernel: 'x'.repeat(MAX_ROUTE_BYTES) })).toBeUndefined();
    expect(() => route('convolve', { kernel: 'ж'.repeat(30) })).toThrow(RangeError);
  });
});
