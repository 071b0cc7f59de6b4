/** What a network that ships is expected to reach. */
export interface Goal {
  /** Least share of right answers, 0…1. */
  accuracy: number;
  /** On all test pictures, or on the first 1,000: of CIFAR-10's pictures these are known without loss. */
  on: 'all' | 'first';
  /** Most parameters. */
  parameters?: number;
}

export const GOALS: Readonly<Record<string, Goal>> = {
  digits: { accuracy: 0.995, on: 'all' },
  lenet: { accuracy: 0.988, on: 'all' },
  'mlp-digits': { accuracy: 0.98, on: 'all' },
  objects: { accuracy: 0.85, on: 'first', parameters: 1_500_000 },
};

/** Networks to look at side by side: convolution against fully connected layers, and pixels in order against pixels shuffled. */
export const COMPARISONS: readonly (readonly [one: string, other: string])[] = [
  ['mlp-digits', 'digits-lecture'],
  ['mlp-cifar', 'conv-cifar'],
  ['mlp-cifar', 'mlp-cifar-shuffled'],
  ['conv-cifar', 'conv-cifar-shuffled'],
];
