import { describe, expect, it } from 'vitest';
import { gradient } from '../../../src/network/attribution/gradient.ts';
import { guidedBackprop } from '../../../src/network/attribution/guided-backprop.ts';
import { saliency } from '../../../src/network/attribution/saliency.ts';
import { loadDigitNetwork } from '../../../src/network/digits.ts';
import { createRandom } from '../../../src/network/training/random.ts';
import { byHand, type Passes } from './weights.ts';

const { layers } = await loadDigitNetwork();
/** Noise: no two cells of a pool are equal, so that there is one gradient only. */
const random = createRandom(20);
const [noise, other] = [0, 1].map(() => Float32Array.from({ length: 784 }, () => random.next())) as [Float32Array, Float32Array];
const hand = byHand(noise);
const plain: Passes = (input, above) => (input > 0 ? above : 0);
const guided: Passes = (input, above) => (input > 0 && above > 0 ? above : 0);

function expectAlike(values: Float32Array, expected: ArrayLike<number>): void {
  const scale = Math.max(...Array.from(expected, Math.abs));
  expect(scale).toBeGreaterThan(0);
  expect(values).toHaveLength(expected.length);
  values.forEach((value, at) => {
    expect(Math.abs(value - expected[at]!) / scale).toBeLessThan(1e-4);
  });
}

/** An output of the second layer that is open for the noise. */
const open = hand.maps.findIndex((value) => value > 0.5);
const unit = { channel: open % 32, row: Math.floor(open / 32 / 7), column: Math.floor(open / 32) % 7 };

describe('the gradient of the digit network', () => {
  it('of a score is what finite differences give', () => {
    const [map] = gradient(layers, [noise], { class: 3 }) as [Float32Array];
    // so small that no ReLU opens or closes on the way; the sums are in double precision
    const step = 1e-7;
    for (const pixel of [0, 27, 200, 390, 406, 407, 500, 783]) {
      const moved = (by: number) => byHandMoved(pixel, by).scores[3]!;
      expect(map[pixel]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 3);
    }
  });

  it('of a score and of a unit is what loops over the weights give', () => {
    expectAlike(gradient(layers, [noise], { class: 8 })[0]!, hand.backFromScore(8, plain));
    expectAlike(gradient(layers, [noise], { layer: 'relu2', ...unit })[0]!, hand.backFromMap(unit.channel, unit.row, unit.column, plain));
  });

  it('of a unit stays inside what the unit sees', () => {
    const [map] = gradient(layers, [noise], { layer: 'relu2', channel: unit.channel, row: 3, column: 3 }) as [Float32Array];
    // output 3 of the second layer sees the pixels 9…18, see lessons/digit-layers.ts
    map.forEach((value, at) => {
      const inside = [Math.floor(at / 28), at % 28].every((place) => place >= 9 && place <= 18);
      if (!inside) expect(value).toBe(0);
    });
  });

  it('is the same alone and among others', () => {
    const [, second] = gradient(layers, [other, noise], { class: 0 }) as [Float32Array, Float32Array];
    expectAlike(second, gradient(layers, [noise], { class: 0 })[0]!);
  });

  it('is refused for what the network has not', () => {
    expect(() => gradient(layers, [noise], { class: 10 })).toThrow(RangeError);
    expect(() => gradient(layers, [noise], { layer: 'relu2', channel: 32, row: 0, column: 0 })).toThrow(RangeError);
    expect(() => gradient(layers, [noise], { layer: 'hidden', channel: 0, row: 0, column: 0 })).toThrow(RangeError);
    expect(() => gradient(layers, [noise], { layer: 'conv9', channel: 0, row: 0, column: 0 })).toThrow(RangeError);
    expect(() => gradient(layers, [new Float32Array(9)], { class: 0 })).toThrow(RangeError);
  });
});

function byHandMoved(pixel: number, by: number) {
  const moved = Float64Array.from(noise);
  moved[pixel]! += by;
  return byHand(moved);
}

describe('guided backpropagation', () => {
  it('of a score and of a unit is what loops over the weights give', () => {
    expectAlike(guidedBackprop(layers, [noise], { class: 8 })[0]!, hand.backFromScore(8, guided));
    expectAlike(
      guidedBackprop(layers, [noise], { layer: 'relu2', ...unit })[0]!,
      hand.backFromMap(unit.channel, unit.row, unit.column, guided),
    );
  });

  it('is no gradient: it differs from it', () => {
    const [map, other] = [guidedBackprop, gradient].map((method) => method(layers, [noise], { class: 8 })[0]!) as [
      Float32Array,
      Float32Array,
    ];
    expect(map.some((value, at) => Math.abs(value - other[at]!) > 0.05)).toBe(true);
  });
});

describe('saliency', () => {
  it('is the largest size among a pixel’s channels', () => {
    const maps = saliency(Float32Array.from([0.5, -2, 1, 0, 0, 0, -3, 3, 1]), 3);
    expect([...maps]).toEqual([2, 0, 3]);
    expect([...saliency(Float32Array.from([-1, 4]), 1)]).toEqual([1, 4]);
  });
});
