import { fieldPlaces } from './arithmetic.ts';

/** Of the digit network up to `relu2`: twice a 3×3 convolution that keeps the size and a 2×2 pooling. ReLU changes no field. */
export const DIGIT_LAYERS = [
  { f: 3, p: 1 },
  { f: 2, s: 2 },
  { f: 3, p: 1 },
  { f: 2, s: 2 },
];

const { start, field, jump } = fieldPlaces(DIGIT_LAYERS).at(-1)!;

/** What an output of `relu2` sees of the 28×28 picture, along one axis. */
export const DIGIT_FIELD = { start, size: field, jump };
