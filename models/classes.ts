export { CIFAR10_CLASSES } from '../src/network/training/cifar10.ts';

/** The digits 0…9 as classes. */
export const DIGITS: readonly string[] = Array.from({ length: 10 }, (_, digit) => String(digit));
