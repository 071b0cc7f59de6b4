import { filterParameters } from '../arithmetic.ts';
import { arranged, type Choice } from './choices.ts';

/** The parameters of a bank of filters, f×f over so many channels, with a bias each, among the numbers that misconceptions lead to. */
export function parameterChoices(layer: { channels: number; filters: number; f: number }, seed: string): Choice<number>[] {
  const { channels, filters, f } = layer;
  const weights = filters * channels * f * f;
  const wrong = [
    { id: 'bank-no-bias', value: weights },
    { id: 'bank-no-channels', value: filters * (f * f + 1) },
    { id: 'bank-one-bias', value: weights + 1 },
    { id: 'bank-side', value: filters * (channels * f + 1) },
    { id: 'bank-bias-each-channel', value: filters * channels * (f * f + 1) },
  ];
  return arranged(filterParameters(layer), wrong, seed, String);
}
