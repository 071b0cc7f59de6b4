import { describe, expect, it } from 'vitest';
import type { Figure, Style } from '../../../src/render/figure.ts';
import { stepTicks } from '../../../src/render/panels/curves-panel.ts';
import { type DrawnPanel, drawPanels, panelRoom } from '../../../src/render/panels/panels-figure.ts';
import { colors } from '../../../src/render/theme.ts';
import type { Picture } from '../../../src/vision/picture.ts';
import { drawnTexts, expectReadable } from '../../helpers/drawn-text.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const english: Style = { language: 'en', theme: 'light' };
const LEAST_TYPE = 26;
const LONG = 'a very long name of a layer that nobody would write unless to see what then becomes of the figure';
const UNBROKEN = 'Сверхпревысокомногорассмотрительствующий-и-ещё-кое-что-без-единого-пробела-внутри';

const grid = <Value>(rows: number, columns: number, of: (row: number, column: number) => Value) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => of(row, column)));
const photo = (width: number, height: number, channels: 1 | 3 = 3): Picture => ({
  width,
  height,
  channels,
  data: Uint8Array.from({ length: width * height * channels }, (_, index) => (index * 7) % 256),
});

const panels: Record<string, DrawnPanel> = {
  'one number': { kind: 'matrix', values: [[7]] },
  'a padded matrix with a window': {
    kind: 'matrix',
    caption: '@input',
    values: grid(5, 5, (row, column) => row - column),
    padding: 2,
    window: { row: 6, column: 6, rows: 3, columns: 3 },
  },
  'long numbers': {
    kind: 'matrix',
    values: grid(4, 5, (row, column) => (row === 1 && column === 1 ? '?' : (row - column) * -1234.567)),
    heat: true,
    window: { row: 0, column: 0, rows: 2, columns: 2, dilation: 3 },
    caption: LONG,
  },
  'many numbers': { kind: 'matrix', values: grid(20, 20, (row, column) => ((row * column) % 19) - 9) },
  'one row': { kind: 'matrix', values: grid(1, 12, (_, column) => column * 10) },
  'one column': { kind: 'matrix', values: grid(12, 1, (row) => -row / 8), heat: true },
  'a window times a kernel': { kind: 'kernel-sum', input: [[1]], kernel: [[-1]], row: 0, column: 0 },
  'a large input times a kernel': {
    kind: 'kernel-sum',
    input: grid(9, 9, (row, column) => row * 25 + column),
    kernel: grid(5, 5, (row, column) => (row - column) / 8),
    row: 4,
    column: 4,
  },
  'one cell': { kind: 'cells', rows: 1, columns: 1 },
  'a padded grid': {
    kind: 'cells',
    rows: 28,
    columns: 28,
    padding: { top: 2, right: 2, bottom: 2, left: 2 },
    windows: [
      { row: 0, column: 0, rows: 5, columns: 5 },
      { row: 27, column: 27, rows: 5, columns: 5 },
    ],
  },
  'a strip': {
    kind: 'cells',
    rows: 1,
    columns: 30,
    padding: { top: 0, right: 1, bottom: 0, left: 3 },
    windows: [0, 4, 8].map((column) => ({ row: 0, column, rows: 1, columns: 3, dilation: 2 })),
    unreached: { rows: 0, columns: 2 },
  },
  'a photo': { kind: 'photo', picture: photo(384, 303) },
  'a photo with boxes up to its edges': {
    kind: 'photo',
    picture: photo(40, 300, 1),
    boxes: [
      { x: 0, y: 0, width: 1, height: 1 },
      { x: 0.5, y: 0.9, width: 0.5, height: 0.1 },
    ],
  },
  'a thin photo': { kind: 'photo', picture: photo(3000, 1) },
  'one pixel': { kind: 'picture', width: 1, height: 1, data: [255] },
  'a small picture': {
    kind: 'picture',
    width: 28,
    height: 28,
    data: Array.from({ length: 784 }, (_, index) => index % 256),
    box: { x: 25, y: 0, width: 3, height: 3 },
  },
  'one layer': { kind: 'layers', layers: [{ name: 'ReLU', lines: [] }] },
  'many layers': {
    kind: 'layers',
    layers: [
      { name: '@input', lines: ['3×227×227'], shape: [3, 227, 227] },
      { name: LONG, lines: [LONG, '?'], shape: [96, 55, 55] },
      { name: UNBROKEN, lines: [UNBROKEN, `${UNBROKEN}?`], shape: [256, 1, 1] },
      { name: '@fully-connected', lines: ['4096'], shape: [4096] },
      { name: '@classes', lines: ['1000'], shape: [1] },
    ],
  },
  'a channel and its filter': { kind: 'groups', channels: 1, filters: 1, groups: 1 },
  'many channels in groups': { kind: 'groups', channels: 12, filters: 6, groups: 3, caption: LONG },
  'two neurons': {
    kind: 'neurons',
    layers: [
      { count: 1, label: 'x' },
      { count: 1, label: 'y' },
    ],
    weights: true,
  },
  'many neurons': {
    kind: 'neurons',
    layers: [
      { count: 150_528, label: '@pixels', shown: 9 },
      { count: 4096, label: LONG },
      { count: 2, label: UNBROKEN },
      { count: 10, label: '@classes', shown: 1 },
    ],
    weights: true,
  },
  'a curve of one point': { kind: 'curves', series: [{ name: '@loss', points: [0] }], x: '@epoch', y: '@loss' },
  'curves on each other': {
    kind: 'curves',
    series: ['@training', '@validation', '@test', 'A', 'B'].map((name) => ({ name, points: [0.5, 0.5, 0.5] })),
    x: '@epochs',
    y: '@accuracy',
  },
  'long curves': {
    kind: 'curves',
    series: [
      { name: LONG, points: Array.from({ length: 1000 }, (_, index) => -123_456 * Math.sin(index / 50)) },
      { name: 'B', points: [1, 2] },
    ],
    x: LONG,
    y: LONG,
  },
  'a curve that ends early': {
    kind: 'curves',
    series: [
      { name: 'A', points: [1, 3] },
      { name: 'B', points: [1, 0.5, 0.4, 0.3, 0.2, 0.1] },
    ],
    x: '@training-step',
    y: '@loss',
  },
  'small numbers': { kind: 'curves', series: [{ name: 'A', points: [0.0011, 0.00112, 0.00109] }], x: 'x', y: 'y' },
  'one bar': { kind: 'bars', bars: [{ label: '', value: 0 }] },
  'bars of both signs': {
    kind: 'bars',
    unit: '%',
    bars: [
      { label: LONG, value: -1234.5 },
      { label: UNBROKEN, value: 99_999.5 },
      { label: '3', value: 0 },
    ],
  },
  'negative bars to be read': { kind: 'bars', hideValues: true, bars: [-5, -250_000].map((value) => ({ label: String(value), value })) },
  'logarithmic bars': {
    kind: 'bars',
    logarithmic: true,
    bars: [0.001, 61_706, 138_357_544].map((value) => ({ label: '@convolution-network', value })),
    unit: '@parameters',
  },
  'logarithmic bars to be read': {
    kind: 'bars',
    logarithmic: true,
    hideValues: true,
    bars: [1, 1e9].map((value) => ({ label: '@mlp', value })),
  },
  'one field': { kind: 'fields', size: 1, layers: [{ f: 1 }] },
  'wide fields': { kind: 'fields', size: 40, layers: [{ f: 3 }, { f: 2, s: 2 }, { f: 3, d: 2 }, { f: 2, s: 2 }, { f: 3 }], unit: 0 },
};

/** The outermost ring has nothing but the background's color. */
function expectClearRing({ width, height, data }: Figure, background: string): void {
  const found = new Set<string>();
  const look = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    found.add(`#${[...data.subarray(at, at + 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) look(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) look(x, y);
  expect(found).toEqual(new Set([background]));
}

const textsOf = (list: DrawnPanel[], style = english) =>
  drawnTexts(() => drawPanels({ panels: list, ...style })).texts.map(({ text }) => text);

describe('panels', () => {
  it.each(Object.entries(panels))('show %s whole and readable, alone and four times as choices', (_, panel) => {
    for (const style of styles) {
      const four = [1, 2, 3, 4].map(() => panel);
      for (const input of [{ panels: [panel] }, { panels: four, lettered: true }]) {
        const drawn = drawnTexts(() => drawPanels({ ...input, ...style }));
        expect(drawn.figure.width).toBe(1080);
        expectClearRing(drawn.figure, colors[style.theme].background);
        expectReadable(drawn, LEAST_TYPE);
      }
      const draw = () => drawPanels({ panels: [panel], ...style }).data;
      expect(Buffer.compare(draw(), draw())).toBe(0);
    }
  });

  it('stand alone over the width, in two columns, or below each other where they would be too small', () => {
    const small: DrawnPanel = { kind: 'matrix', values: [[1]] };
    const wide: DrawnPanel = { kind: 'matrix', values: grid(2, 10, () => -1000) };
    const columns = (list: DrawnPanel[]) => panelRoom(list, english).columns;
    expect(columns([small])).toBe(1);
    expect(columns([small, small])).toBe(2);
    expect(columns([small, wide])).toBe(1);
    expect(columns([small, small, small, small, small, small])).toBe(2);
    expect(() => columns([])).toThrow(RangeError);
    expect(() => columns(new Array(7).fill(small))).toThrow(RangeError);
  });

  it('carry letters when they are choices, and only then', () => {
    const list: DrawnPanel[] = [1, 2, 3, 4, 5].map((value) => ({ kind: 'matrix', values: [[value]] }));
    const letters = (lettered: boolean) =>
      drawnTexts(() => drawPanels({ panels: list, lettered, ...english })).texts.filter(({ text }) => /^[A-F]$/.test(text));
    expect(letters(true).map(({ text }) => text)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(letters(false)).toEqual([]);
    // in reading order: A beside B, C below A
    const [a, b, c] = letters(true);
    expect([a!.top, a!.left]).toEqual([b!.top, c!.left].map((value) => expect.closeTo(value, -1)));
  });

  it('say captions in the language, symbols as they are, and refuse words that are not known', () => {
    const panel: DrawnPanel = { kind: 'matrix', values: [[1]], caption: '@input' };
    expect(textsOf([panel])).toContain('input');
    expect(textsOf([panel], { language: 'ru', theme: 'light' })).toContain('вход');
    expect(textsOf([{ ...panel, caption: 'conv 3×3' }])).toContain('conv 3×3');
    expect(() => textsOf([{ ...panel, caption: '@nothing-of-the-kind' }])).toThrow(/nothing-of-the-kind/);
  });

  it('write numbers exactly where a learner computes with them, with the language’s decimal mark', () => {
    const values = [[0.125, -0.0625, 1 / 3, -3, 1_234_567, 0.5]];
    const shown = (language: 'en' | 'ru') => textsOf([{ kind: 'matrix', values }], { language, theme: 'light' });
    expect(shown('en')).toEqual(['0.125', '−0.0625', '0.33', '−3', '1234567', '0.5']);
    expect(shown('ru')).toEqual(['0,125', '−0,0625', '0,33', '−3', '1234567', '0,5']);
  });

  it('mark the asked cells of a matrix, and leave empty ones as they are', () => {
    expect(textsOf([{ kind: 'matrix', values: [['', '?', 1]] }]).filter((text) => text !== '')).toEqual(['?', '1']);
    const tinted = (text: string) => {
      const { data, width } = drawPanels({ panels: [{ kind: 'matrix', values: [[text, 1]] }], ...english });
      const at = 3 * (60 * width + width / 2 - 100);
      return [...data.subarray(at, at + 3)];
    };
    expect(tinted('')).toEqual([255, 255, 255]);
    expect(tinted('?')).not.toEqual([255, 255, 255]);
  });

  it('draw padding as zeros around a matrix, and ask for the cells marked so', () => {
    expect(textsOf([{ kind: 'matrix', values: [[5, '?']], padding: 1 }])).toEqual([...'0000', '0', '5', '?', '0', ...'0000']);
  });

  it('tint exactly the cells that a window with holes reads', () => {
    const plain: DrawnPanel = { kind: 'matrix', values: grid(5, 5, () => 1) };
    const window = { row: 0, column: 1, rows: 2, columns: 2, dilation: 2 };
    const before = drawPanels({ panels: [plain], ...english });
    const after = drawPanels({ panels: [{ ...plain, window }], ...english });
    const cell = 120;
    const left = (1080 - 5 * cell) / 2;
    const changed = grid(5, 5, (row, column) => {
      const at = ((40 + row * cell + 25) * 1080 + left + column * cell + 25) * 3;
      return Buffer.compare(before.data.subarray(at, at + 3), after.data.subarray(at, at + 3)) !== 0;
    });
    expect(changed.flatMap((row, y) => row.flatMap((is, x) => (is ? [[y, x]] : [])))).toEqual([
      [0, 1],
      [0, 3],
      [2, 1],
      [2, 3],
    ]);
  });

  it('show a window times a kernel as a question', () => {
    const shown = textsOf([{ kind: 'kernel-sum', input: [[1, 2]], kernel: [[3]], row: 0, column: 1 }]);
    expect(shown).toEqual(['1', '2', '⊙', '3', '= ?']);
  });

  it('write the sum of a window and a kernel where that is wished', () => {
    const window = { kind: 'kernel-sum' as const, input: [[9, 4, 2]], kernel: [[1, -3]], row: 0, column: 1 };
    expect(textsOf([{ ...window, summed: true }])).toContain('= −2');
    expect(textsOf([window])).toContain('= ?');
    expect(() => textsOf([{ ...window, column: 2, summed: true }])).toThrow(/outside/);
  });

  it('put strips of cells one below the other, and squares of cells side by side', () => {
    const cells = (rows: number) => ({ kind: 'cells' as const, rows, columns: 4 });
    expect(panelRoom([cells(1), cells(1)], english).columns).toBe(1);
    expect(panelRoom([cells(4), cells(4)], english).columns).toBe(2);
    expect(panelRoom([cells(1), cells(4)], english).columns).toBe(2);
  });

  it('place a photo pixel by pixel, and small pictures in squares', () => {
    const picture = photo(1000, 4);
    const figure = drawPanels({ panels: [{ kind: 'photo', picture }], ...english });
    for (let y = 0; y < 4; y++) {
      const start = ((40 + y) * 1080 + 40) * 3;
      expect(figure.data.slice(start, start + 3000)).toEqual(picture.data.slice(y * 3000, (y + 1) * 3000));
    }
    const small = drawPanels({ panels: [{ kind: 'picture', width: 2, height: 2, data: [0, 50, 100, 255] }], ...english });
    const at = (x: number, y: number) => small.data[((40 + y * 500 + 250) * 1080 + 40 + x * 500 + 250) * 3];
    expect([at(0, 0), at(1, 0), at(0, 1), at(1, 1)]).toEqual([0, 50, 100, 255]);
  });

  it('keep bars’ labels off the bars, and number steps equally far apart', () => {
    const { texts } = drawnTexts(() => drawPanels({ panels: [{ kind: 'bars', bars: [{ label: 'pq', value: 3 }] }], ...english }));
    const [label, value] = ['pq', '3'].map((sought) => texts.find(({ text }) => text === sought)!);
    // a bar is 40 pixels high, with its value in the middle
    expect((value!.top + value!.bottom) / 2 - 20 - label!.bottom).toBeGreaterThan(8);
    expect([1, 2, 3, 10, 14, 60].map((count) => stepTicks(count, 500))).toEqual([
      [1],
      [1, 2],
      [1, 2, 3],
      [2, 4, 6, 8, 10],
      [5, 10],
      [20, 40, 60],
    ]);
    expect(stepTicks(3, 240)).toEqual([1, 3]);
  });

  it('write bars’ values with thousands apart, or leave them to be read off the axis', () => {
    const bars = [
      { label: 'A', value: 61_706 },
      { label: 'B', value: 0.25 },
    ];
    expect(textsOf([{ kind: 'bars', bars, unit: 'k' }])).toEqual(['A', '61,706 k', 'B', '0.25 k']);
    expect(textsOf([{ kind: 'bars', bars, hideValues: true }])).toEqual(['0', '20,000', '40,000', '60,000', '80,000', 'A', 'B']);
    expect(textsOf([{ kind: 'bars', bars, hideValues: true, logarithmic: true }])).toEqual([
      ...['10⁻¹', '1', '10', '10²', '10³', '10⁴', '10⁵'],
      ...['A', 'B'],
    ]);
  });

  it('name weights by their inputs, the last one by its number', () => {
    const shown = textsOf([
      {
        kind: 'neurons',
        weights: true,
        layers: [
          { count: 784, label: 'x', shown: 4 },
          { count: 2, label: 'y' },
        ],
      },
    ]);
    expect(shown).toEqual(['w₁', 'w₂', 'w₃', 'w₇₈₄', 'x', 'y']);
  });

  it('join each filter with the channels of its own group, in a color a group', () => {
    const figure = (groups: number) => drawPanels({ panels: [{ kind: 'groups', channels: 4, filters: 4, groups }], ...english });
    const { width, height } = figure(4);
    const color = (name: 'blue' | 'orange' | 'green' | 'purple') =>
      [1, 3, 5].map((at) => Number.parseInt(colors.light[name].slice(at, at + 2), 16)) as [number, number, number];
    // halfway between the columns: as many lines as pairs that do not meet there, each of its color
    const middle = ({ data }: Figure, name: Parameters<typeof color>[0]) => {
      const [red, green, blue] = color(name);
      let runs = 0;
      for (let y = 100, inside = false; y < height; y++) {
        const at = (y * width + Math.round(width / 2)) * 3;
        const is = data[at] === red && data[at + 1] === green && data[at + 2] === blue;
        if (is && !inside) runs++;
        inside = is;
      }
      return runs;
    };
    const runs = (groups: number) => (['blue', 'orange', 'green', 'purple'] as const).map((name) => middle(figure(groups), name));
    expect(runs(4)).toEqual([1, 1, 1, 1]);
    // two lines straight on, and two that cross between them
    expect(runs(2)).toEqual([3, 3, 0, 0]);
    expect(runs(1)).toEqual([7, 0, 0, 0]);
  });

  it('mark what one output cell sees: 1 + Σ (F − 1) · D · Π S cells of the input', () => {
    const layers = [{ f: 3 }, { f: 2, s: 2 }, { f: 3, d: 2 }];
    const figure = drawPanels({ panels: [{ kind: 'fields', size: 22, layers, unit: 1 }], ...english });
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colors.light.orange.slice(at, at + 2), 16));
    const seenInRow = (y: number) => {
      let runs = 0;
      for (let x = 0, inside = false; x < 1080; x++) {
        const at = (y * 1080 + x) * 3;
        const is = figure.data[at] === red && figure.data[at + 1] === green && figure.data[at + 2] === blue;
        if (is && !inside) runs++;
        inside = is;
      }
      return runs;
    };
    // one run of color a cell: lines stand between them
    expect(seenInRow(40 + 19)).toBe(1);
    // 1 + (3−1)·1 + (2−1)·1 + (3−1)·2·2 = 12
    expect(seenInRow(figure.height - 40 - 19)).toBe(12);
  });

  it('leave out the cells that a window with holes does not read', () => {
    const layers = [{ f: 3 }, { f: 3, d: 3 }];
    // the output, three of seven cells, nine of the input
    expect(orangeIn({ kind: 'fields', size: 9, layers }) / orangeIn({ kind: 'fields', size: 9, layers, asked: true })).toBeCloseTo(13, 0);
  });

  it('mark only the cell itself where what it sees is asked for', () => {
    const layers = [{ f: 3 }, { f: 3 }];
    const orange = (asked: boolean) => orangeIn({ kind: 'fields', size: 7, layers, asked });
    // one cell of the output instead of 1 + 3 + 5
    expect(orange(false) / orange(true)).toBeCloseTo(9, 0);
  });
});

/** Pixels of the figure's own orange. */
function orangeIn(panel: DrawnPanel): number {
  const { data } = drawPanels({ panels: [panel], ...english });
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colors.light.orange.slice(at, at + 2), 16));
  let pixels = 0;
  for (let at = 0; at < data.length; at += 3) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) pixels++;
  return pixels;
}

describe('panels that cannot be drawn are refused', () => {
  const refused: [string, DrawnPanel, RegExp][] = [
    ['an empty matrix', { kind: 'matrix', values: [] }, /no cells/],
    ['a ragged matrix', { kind: 'matrix', values: [[1, 2], [3]] }, /different lengths/],
    ['half a ring of padding', { kind: 'matrix', values: [[1]], padding: 0.5 }, /padding/],
    ['a window outside', { kind: 'matrix', values: [[1, 2]], window: { row: 0, column: 1, rows: 1, columns: 2 } }, /outside/],
    ['a window without cells', { kind: 'matrix', values: [[1]], window: { row: 0, column: 0, rows: 0, columns: 1 } }, /no cells/],
    ['numbers that are none', { kind: 'matrix', values: [[Number.NaN]] }, /number/],
    ['more numbers than can be read', { kind: 'matrix', values: grid(40, 40, () => 1000) }, /too much/],
    ['a kernel beyond its input', { kind: 'kernel-sum', input: [[1]], kernel: [[1, 2]], row: 0, column: 0 }, /outside/],
    ['a grid without cells', { kind: 'cells', rows: 0, columns: 3 }, /no cells/],
    ['more unreached than there is', { kind: 'cells', rows: 1, columns: 3, unreached: { rows: 0, columns: 4 } }, /unreached/],
    ['more cells than can be counted', { kind: 'cells', rows: 100, columns: 100 }, /too much/],
    ['a box outside', { kind: 'photo', picture: photo(2, 2), boxes: [{ x: 0.5, y: 0, width: 0.6, height: 1 }] }, /box/],
    ['too few pixels', { kind: 'picture', width: 2, height: 2, data: [1, 2, 3] }, /needs 4/],
    ['pixels that are none', { kind: 'picture', width: 1, height: 1, data: [256] }, /0…255/],
    ['no layers', { kind: 'layers', layers: [] }, /no layers/],
    ['a shape of two numbers', { kind: 'layers', layers: [{ name: 'x', lines: [], shape: [2, 3] }] }, /shape/],
    ['one layer of neurons', { kind: 'neurons', layers: [{ count: 3, label: 'x' }] }, /two layers/],
    [
      'a layer without neurons',
      {
        kind: 'neurons',
        layers: [
          { count: 0, label: 'x' },
          { count: 1, label: 'y' },
        ],
      },
      /no neurons/,
    ],
    ['more filters than can be told apart', { kind: 'groups', channels: 4, filters: 13, groups: 1 }, /1 to 12/],
    ['groups that are not equal', { kind: 'groups', channels: 4, filters: 6, groups: 4 }, /equal groups/],
    ['a curve without points', { kind: 'curves', series: [{ name: 'A', points: [] }], x: 'x', y: 'y' }, /no points/],
    ['a curve to infinity', { kind: 'curves', series: [{ name: 'A', points: [1, Number.POSITIVE_INFINITY] }], x: 'x', y: 'y' }, /number/],
    ['six curves', { kind: 'curves', series: [...'ABCDEF'].map((name) => ({ name, points: [1] })), x: 'x', y: 'y' }, /told apart/],
    ['no bars', { kind: 'bars', bars: [] }, /no bars/],
    ['a bar of 0 on a logarithmic axis', { kind: 'bars', bars: [{ label: 'A', value: 0 }], logarithmic: true }, /logarithmic/],
    ['a cell that is not there', { kind: 'fields', size: 5, layers: [{ f: 3 }], unit: 3 }, /no cell 3/],
    ['a window that does not fit', { kind: 'fields', size: 5, layers: [{ f: 7 }] }, /kernel-too-large/],
  ];
  it.each(refused)('%s', (_, panel, message) => {
    expect(() => drawPanels({ panels: [panel], ...english })).toThrow(message);
  });
});
