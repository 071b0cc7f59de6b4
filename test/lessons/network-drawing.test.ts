import { describe, expect, it } from 'vitest';
import { runTyped, withNetwork } from '../../commands/chain-words.ts';
import { parseChain } from '../../commands/size-words.ts';
import { lessonText } from '../../lessons/cards.ts';
import { findLesson } from '../../lessons/catalogue.ts';
import { layerTable, networkLayers } from '../../lessons/network-drawing.ts';

const chain = (words: string) => {
  const typed = parseChain(withNetwork(words.split(' ')), undefined);
  return { input: typed.input, steps: runTyped(typed) };
};

describe('a network as figures show it', () => {
  it('is LeNet as published: shapes, parameters, multiplications, fields and jumps', () => {
    const { input, steps } = chain('lenet');
    const { rows, total } = layerTable(input, steps);
    expect(networkLayers(input, steps).map(({ shape }) => shape.join('×'))).toEqual(
      ['1×32×32', '6×28×28', '6×14×14', '16×10×10', '16×5×5', '400', '120', '84', '10'], // the second pooling takes 10 to 5
    );
    expect(rows.map(({ parameters }) => parameters)).toEqual([156, 0, 2416, 0, 0, 48_120, 10_164, 850]);
    expect(rows.map(({ field, jump }) => [field, jump])).toEqual([
      [5, 1],
      [6, 2],
      [14, 2],
      [16, 4],
      ...new Array(4).fill([undefined, undefined]),
    ]);
    expect(total).toEqual({ parameters: 61_706, multiplications: 416_520 });
  });

  it('shows activations at the layer before, and settings where they need to be said', () => {
    const { input, steps } = chain('3x32x48 conv3s2p1@8 relu dw3same pool2 bn tanh');
    expect(networkLayers(input, steps)).toEqual([
      { kind: 'input', shape: [3, 32, 48] },
      { kind: 'conv', window: [3, 3], settings: ['S = 2', 'P = 1'], activation: 'ReLU', shape: [8, 16, 24] },
      { kind: 'conv', window: [3, 3], settings: ['P = same', 'G = C'], shape: [8, 16, 24] },
      { kind: 'pool', window: [2, 2], settings: ['S = 2'], shape: [8, 8, 12] },
      { kind: 'bn', activation: 'tanh', shape: [8, 8, 12] },
    ]);
    const { rows } = layerTable(input, steps);
    expect(rows.map(({ field, jump }) => [field, jump])).toEqual([
      [3, 2],
      [7, 2],
      [9, 4],
      [9, 4],
    ]);
  });

  it('has the published totals', () => {
    for (const [name, parameters] of [
      ['small', 541_278],
      ['digits', 167_478],
      ['vgg16', 138_357_544],
    ] as const) {
      const { input, steps } = chain(name);
      expect(layerTable(input, steps).total.parameters, name).toBe(parameters);
    }
  });
});

describe('lesson 14', () => {
  it('tells the numbers of the lecture', () => {
    const said = JSON.stringify(lessonText(findLesson('anatomy')!, 'en'));
    for (const number of ['541,278', '5,400', '540,100', '1,010', '308,310', '61,706', '32 → 28 → 14 → 10 → 5', '2,572'])
      expect(said).toContain(number);
  });
});
