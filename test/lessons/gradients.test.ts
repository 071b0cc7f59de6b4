import { describe, expect, it } from 'vitest';
import {
  countSeeds,
  foretoldScore,
  hiddenSums,
  inputGradient,
  probabilityGradient,
  reluBackward,
  saliencyOf,
  tinyScore,
} from '../../lessons/gradients.ts';

describe('backwards through a ReLU', () => {
  const input = [1, -1, 5, 2, -5, -7, -3, 2, 4];
  const above = [-2, 3, -1, 6, -3, 1, 2, -1, 3];

  // the example of Springenberg et al., 2014, figure 1
  it.each([
    ['plain', [-2, 0, -1, 6, 0, 0, 0, -1, 3]],
    ['deconvnet', [0, 3, 0, 6, 0, 1, 2, 0, 3]],
    ['guided', [0, 0, 0, 6, 0, 0, 0, 0, 3]],
  ] as const)('%s', (rule, passed) => {
    expect(reluBackward(rule, input, above)).toEqual(passed);
  });

  it('stops at an input of 0, where nothing was passed forward', () => {
    expect(reluBackward('plain', [0], [4])).toEqual([0]);
    expect(reluBackward('guided', [0], [4])).toEqual([0]);
  });
});

describe('gradients by hand', () => {
  const network = {
    weights: [
      [3, -1],
      [1, 2],
    ],
    biases: [0, -4],
    outs: [2, -1],
  };

  it('of a small network hold only the open units', () => {
    expect(hiddenSums(network, [1, 1])).toEqual([2, -1]);
    expect([tinyScore(network, [1, 1]), inputGradient(network, [1, 1])]).toEqual([4, [6, -2]]);
    expect([tinyScore(network, [2, 3]), inputGradient(network, [2, 3])]).toEqual([2, [5, -4]]);
  });

  it('of several channels make one saliency: the largest size', () => {
    expect(saliencyOf([0.4, -0.9, 0.6])).toBe(0.9);
  });

  it('of a probability fade when the network is sure', () => {
    expect(probabilityGradient([0.5, 0.5], [2, -2], 0)).toBe(1);
    expect(probabilityGradient([0.9, 0.1], [2, -3], 0)).toBeCloseTo(0.45, 12);
    expect(probabilityGradient([1, 0, 0], [2, -3, 5], 0)).toBe(0);
    // scores that all rise alike change no probability
    expect(probabilityGradient([0.5, 0.3, 0.2], [2, 2, 2], 1)).toBeCloseTo(0, 12);
  });

  it('foretell a score', () => {
    expect(foretoldScore(4, [2, -1, 0], [1, 2, 9])).toBe(4);
    expect(foretoldScore(1, [3], [-1])).toBe(-2);
  });

  it('make seeds, thresholds included', () => {
    expect(countSeeds([90, 70, 69, 21, 20, 0], 20, 70)).toEqual({ object: 2, background: 2, unknown: 2 });
  });
});
