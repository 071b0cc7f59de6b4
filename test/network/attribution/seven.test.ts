import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEASURED } from '../../../lessons/20-gradients/lesson.ts';
import { probabilityGradient } from '../../../lessons/gradients.ts';
import { preparedDigit, seenOf } from '../../../src/engine/jobs/seen-digit.ts';
import { gradient } from '../../../src/network/attribution/gradient.ts';
import { guidedBackprop } from '../../../src/network/attribution/guided-backprop.ts';
import { targetValues } from '../../../src/network/attribution/target.ts';
import { correlation } from '../../../src/network/correlation.ts';
import { createDigitNetwork } from '../../../src/network/digit-network.ts';
import { loadDigitNetwork } from '../../../src/network/digits.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { seedsOf } from '../../../src/vision/seeded-cut.ts';

const { layers } = await loadDigitNetwork();
const seven = seenOf(await preparedDigit(new Uint8Array(readFileSync(join(projectRoot, 'data/samples/seven.png')))));
const sizes = (map: Float32Array) => map.map(Math.abs);
const gradientOf = (digit: number) => gradient(layers, [seven], { class: digit })[0]!;
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('what lesson 20 says of the sample seven', () => {
  it('is bright on the ink, brighter beside it, dark far from it', () => {
    const inked = [...seven.keys()].filter((at) => seven[at]! > 0.3);
    const toInk = (at: number) => {
      const away = (ink: number) => Math.hypot((at % 28) - (ink % 28), Math.floor(at / 28) - Math.floor(ink / 28));
      return Math.min(...inked.map(away));
    };
    const map = sizes(gradientOf(7));
    const within = (least: number, most: number) => mean([...map].filter((_, at) => toInk(at) >= least && toInk(at) <= most));
    expect(within(0, 0)).toBeCloseTo(MEASURED.onInk, 2);
    expect(within(0.5, 2)).toBeCloseTo(MEASURED.besideInk, 2);
    expect(within(5.01, 99)).toBeCloseTo(MEASURED.farFromInk, 2);
  });

  it('moves its score a lot with one pixel, and its probability, 0.9999999, by 0.0000004', () => {
    const scores = digits.map((digit) => targetValues(layers, [seven], { class: digit })[0]!);
    const powers = scores.map((score) => Math.exp(score - scores[7]!));
    const shares = powers.map((power) => power / powers.reduce((sum, other) => sum + other, 0));
    expect((1 - shares[7]!).toFixed(7)).toBe('0.0000001');
    const slopes = digits.map(gradientOf);
    expect(Math.max(...sizes(slopes[7]!))).toBeCloseTo(MEASURED.steepest, 1);
    const faded = seven.reduce((most, _, at) => {
      const one = probabilityGradient(
        shares,
        slopes.map((map) => map[at]!),
        7,
      );
      return Math.max(most, Math.abs(one));
    }, 0);
    expect(faded.toFixed(7)).toBe('0.0000004');
  });

  it('gives seeds of which few lie on the ink by the gradient, and half by guided backpropagation', () => {
    const onInk = [gradient, guidedBackprop].map((method) => {
      const seeds = seedsOf(sizes(method(layers, [seven], { class: 7 })[0]!));
      expect(seeds.filter((seed) => seed === 1)).toHaveLength(39);
      expect(seeds.filter((seed) => seed === -1)).toHaveLength(235);
      return seeds.filter((seed, at) => seed === 1 && seven[at]! > 0.3).length;
    });
    expect(onInk).toEqual([4, 19]);
  });

  it('is drawn by guided backpropagation of a network that has learned nothing', () => {
    const random = createDigitNetwork(1);
    const alike = [gradient, guidedBackprop].map((method) => {
      const [one, other] = [layers, random].map((network) => sizes(method(network, [seven], { class: 7 })[0]!)) as [
        Float32Array,
        Float32Array,
      ];
      return correlation(one, other);
    });
    expect(alike[0]).toBeCloseTo(MEASURED.alikeGradient, 2);
    expect(alike[1]).toBeCloseTo(MEASURED.alikeGuided, 2);
  });
});
