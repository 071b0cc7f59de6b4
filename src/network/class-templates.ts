import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Picture } from '../vision/picture.ts';

/** A hidden unit's weights as a picture, and how much it speaks for a class. */
export interface ClassTemplate {
  unit: number;
  /** The weight from the unit to the class. */
  weight: number;
  /** Zero weights are gray; brighter in a color: more of that color raises the unit. */
  picture: Picture;
}

/** This share of a unit's weights is shown without being cut off: single large weights would darken all others. */
const SHOWN_SHARE = 0.99;

/**
 * For each class of a network of one hidden layer, flatten → dense → dense: the hidden units with the largest weights into it, as pictures.
 * @param network its first dense layer has (height·width·channels, hidden) weights, its last (hidden, classes)
 * @returns classes × count templates, the strongest first
 */
export function classTemplates(network: LayersModel, count: number): ClassTemplate[][] {
  const [, height, width, channels] = network.inputs[0]!.shape as [null, number, number, 1 | 3];
  const dense = network.layers.filter((layer) => layer.getClassName() === 'Dense');
  if (dense.length !== 2) throw new RangeError('templates are shown of networks with one hidden layer');
  const [into, out] = dense.map((layer) => layer.getWeights()[0]!);
  const weights = into!.dataSync() as Float32Array;
  const outgoing = out!.dataSync() as Float32Array;
  const [hidden, classes] = out!.shape as [number, number];
  const picture = (unit: number): Picture => {
    const values = Float32Array.from({ length: height * width * channels }, (_, at) => weights[at * hidden + unit]!);
    const scale = values.map(Math.abs).sort()[Math.floor(SHOWN_SHARE * (values.length - 1))]! || 1;
    const data = Uint8Array.from(values, (value) => Math.round(127.5 * (1 + Math.max(-1, Math.min(1, value / scale)))));
    return { height, width, channels, data };
  };
  return Array.from({ length: classes }, (_, label) =>
    Array.from({ length: hidden }, (_unit, unit) => ({ unit, weight: outgoing[unit * classes + label]! }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, count)
      .map(({ unit, weight }) => ({ unit, weight, picture: picture(unit) })),
  );
}
