import { beforeAll, describe, expect, it } from 'vitest';
import { type DigitNetwork, loadDigitNetwork } from '../../../src/network/digits.ts';
import { drawDigits } from '../../../src/network/drawn-digits.ts';
import type { NetworkUnit } from '../../../src/network/input-gradient.ts';
import { DIGIT_RECIPE, dreamDigits } from '../../../src/network/optimise/dreams.ts';
import { createRandom } from '../../../src/network/training/random.ts';

let network: DigitNetwork;
beforeAll(async () => {
  network = await loadDigitNetwork();
});

const score = (unit: number): NetworkUnit => ({ of: 'score', unit });
const blank = () => new Float32Array(784);

describe('gradients of the digit network for its input', () => {
  it.each([
    [score(7)],
    [{ of: 'probability', unit: 7 }],
    [{ of: 'conv1', unit: 3, row: 14, column: 13 }],
    [{ of: 'pool1', unit: 3, row: 7, column: 6 }],
    [{ of: 'conv2', unit: 12, row: 6, column: 7 }],
    [{ of: 'pool2', unit: 12, row: 3, column: 3 }],
  ] as [NetworkUnit][])('agree with finite differences: $of', (unit) => {
    // noise, because where cells of a pooling window are equal there is no slope: it has a kink
    const random = createRandom(7);
    const input = drawDigits(8, 28)[7]!.input.map((pixel) => pixel + 0.2 * random.normal());
    const { gradient } = network.gradients([input], [unit])[0]!;
    const places = [...gradient.keys()].sort((a, b) => Math.abs(gradient[b]!) - Math.abs(gradient[a]!)).slice(0, 6);
    const step = 2e-3;
    for (const place of places) {
      const moved = [step, -step].map((by) => input.map((pixel, at) => (at === place ? pixel + by : pixel)));
      const [up, down] = network.gradients(moved, [unit, unit]);
      const slope = (up!.value - down!.value) / (2 * step);
      expect(Math.abs(slope - gradient[place]!)).toBeLessThan(0.02 + 0.1 * Math.abs(gradient[place]!));
    }
  });

  it('give the same numbers alone and among others', () => {
    const inputs = drawDigits(3, 5).map(({ input }) => input);
    const together = network.gradients(inputs, [0, 1, 2].map(score));
    inputs.forEach((input, index) => {
      const [alone] = network.gradients([input], [score(index)]);
      expect(alone!.value).toBeCloseTo(together[index]!.value, 3);
      alone!.gradient.forEach((slope, at) => {
        expect(slope).toBeCloseTo(together[index]!.gradient[at]!, 3);
      });
    });
  });

  it('are the maps that lesson 18 shows, before ReLU', async () => {
    const { input } = drawDigits(1, 5)[0]!;
    const map = (await network.maps([input], 'relu2'))[0]![12]!;
    const { value } = network.gradients([input], [{ of: 'pool2', unit: 12, row: 3, column: 3 }])[0]!;
    expect(Math.max(0, value)).toBeCloseTo(map.data[3 * 7 + 3]!, 4);
  });

  it.each([score(10), { of: 'pool2', unit: 0, row: 7, column: 0 }, { of: 'pool2', unit: -1, row: 0, column: 0 }] as NetworkUnit[])(
    'refuse a unit that is not there',
    (unit) => {
      expect(() => network.gradients([blank()], [unit])).toThrow(RangeError);
    },
  );
});

describe('dreams of the digit network', () => {
  it('climb far above where they began, and are read as their class with all certainty', () => {
    const classes = [3, 8];
    const dreams = dreamDigits(
      network,
      classes.map((digit) => ({ unit: score(digit), recipe: DIGIT_RECIPE })),
    );
    dreams.forEach(({ values, picture }, index) => {
      expect(values.at(-1)).toBeGreaterThan(values[0]! + 15);
      const { value } = network.gradients([picture.data], [{ of: 'probability', unit: classes[index]! }])[0]!;
      expect(value).toBeGreaterThan(0.99);
    });
  });

  it('are the same for the same seed, and others for another', () => {
    const [a, b, c] = [1, 1, 2].map(
      (seed) => dreamDigits(network, [{ unit: score(8), recipe: DIGIT_RECIPE, noise: { seed, deviation: 0.3 } }], { steps: 12 })[0]!,
    );
    expect(a).toEqual(b);
    expect(a!.picture).not.toEqual(c!.picture);
  });

  it('shrink with λ, and without a brake grow far beyond a picture', () => {
    const decays = [0, 0.5, 5];
    const strengths = dreamDigits(
      network,
      decays.map((decay) => ({ unit: score(8), recipe: { ...DIGIT_RECIPE, decay } })),
      { steps: 60 },
    ).map(({ picture }) => picture.data.reduce((sum, pixel) => sum + pixel ** 2, 0));
    expect(strengths[0]).toBeGreaterThan(strengths[1]!);
    expect(strengths[1]).toBeGreaterThan(strengths[2]!);
    const [wild] = dreamDigits(network, [{ unit: score(8), recipe: { rate: 0.05, decay: 0 } }]);
    expect(Math.max(...wild!.picture.data)).toBeGreaterThan(2);
  });

  it('change only what the unit sees', () => {
    const recipe = { rate: 0.1, decay: 0.05 };
    const [dream] = dreamDigits(network, [{ unit: { of: 'pool2', unit: 12, row: 3, column: 3 }, recipe }], { steps: 5 });
    // 10 pixels from −3 + 3·4
    const inside = (place: number) => [Math.floor(place / 28), place % 28].every((at) => at >= 9 && at < 19);
    expect([...dream!.picture.data.entries()].filter(([place, pixel]) => pixel !== 0 && !inside(place))).toEqual([]);
    expect(dream!.values.at(-1)).toBeGreaterThan(dream!.values[0]!);
  });

  it('around a picture begin at that picture', () => {
    const around = drawDigits(4, 28)[3]!.input;
    const [dream] = dreamDigits(network, [{ unit: score(3), recipe: DIGIT_RECIPE }], { steps: 1, around });
    const [real] = network.gradients([around], [score(3)]);
    expect(dream!.values[0]).toBeCloseTo(real!.value, 4);
  });
});
