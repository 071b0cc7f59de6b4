import { join } from 'node:path';
import { softmax, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { type LayersModel, model } from '@tensorflow/tfjs-layers';
import { projectRoot } from '../project-root.ts';
import type { DigitPreparation } from '../vision/digit/preparation.ts';
import type { Plane } from '../vision/picture.ts';
import { type BackendName, startBackend } from './backend.ts';
import { DIGIT_CLASSES, DIGIT_SIZE } from './digit-network.ts';
import { type InputGradient, inputGradients, type NetworkUnit } from './input-gradient.ts';
import { loadLayers } from './layers-file.ts';
import { valuesOf } from './values.ts';

/** Below this probability the answer is "no digit": letters, scribbles and photos stay under it, people's digits hardly do. */
export const LEAST_CONFIDENCE = 0.6;

export interface DigitAnswer {
  /** The digit read, or null where nothing was found or the network is not sure enough. */
  digit: number | null;
  /** The largest probability, 0…1; 0 where nothing was found. */
  confidence: number;
  /** Of the digits 0…9; all zero where nothing was found. */
  probabilities: number[];
  /** What the network says of the photo merely squashed to 28×28, for comparison. */
  unprepared: number[];
}

/** Layers of the network that give maps. */
export type MapLayer = 'conv1' | 'relu1' | 'conv2' | 'relu2';

export interface DigitNetwork {
  classify(preparation: DigitPreparation): Promise<DigitAnswer>;
  /** For each 28×28 input (0…1, row by row) the probabilities of the digits 0…9. */
  probabilities(inputs: readonly Float32Array[]): Promise<number[][]>;
  /** The weights of each filter of a convolution, a plane for each channel it sees. */
  filters(layer: 'conv1' | 'conv2'): Promise<Plane[][]>;
  /** For each 28×28 input (0…1, row by row) the maps of a layer. */
  maps(inputs: readonly Float32Array[], layer: MapLayer): Promise<Plane[][]>;
  /** For each input the 100 numbers of the last hidden layer, after ReLU. */
  features(inputs: readonly Float32Array[]): Promise<Float32Array[]>;
  /** The layers themselves, e.g. for `attribution/`. */
  layers: LayersModel;
  /** For each input (0…1 or beyond) a unit's number and how it changes with each pixel. */
  gradients(inputs: readonly Float32Array[], units: readonly NetworkUnit[]): InputGradient[];
  backend: BackendName;
}

/** Loads the digit network that ships with the project (or another folder's), and warms it up with one empty picture. */
export async function loadDigitNetwork(folder = join(projectRoot, 'models', 'digits')): Promise<DigitNetwork> {
  const backend = await startBackend();
  const network = await loadLayers(folder);

  const inputsOf = (inputs: readonly Float32Array[]) => {
    const pixels = new Float32Array(inputs.length * DIGIT_SIZE * DIGIT_SIZE);
    inputs.forEach((input, index) => {
      pixels.set(input, index * DIGIT_SIZE * DIGIT_SIZE);
    });
    return tensor4d(pixels, [inputs.length, DIGIT_SIZE, DIGIT_SIZE, 1]);
  };
  const probabilitiesOf = async (inputs: readonly Float32Array[]): Promise<number[][]> => {
    const values = await valuesOf(tidy(() => softmax(network.predict(inputsOf(inputs)) as Tensor)));
    return inputs.map((_, index) => Array.from(values.subarray(index * DIGIT_CLASSES, (index + 1) * DIGIT_CLASSES)));
  };
  /** What a layer gives: the shape of one picture's output, and all numbers. */
  const outputsOf = async (inputs: readonly Float32Array[], layer: string) => {
    const part = model({ inputs: network.inputs, outputs: network.getLayer(layer).output });
    const output = tidy(() => part.predict(inputsOf(inputs)) as Tensor);
    return { shape: output.shape.slice(1), data: await valuesOf(output) };
  };
  await probabilitiesOf([new Float32Array(DIGIT_SIZE * DIGIT_SIZE)]);

  return {
    backend,
    probabilities: probabilitiesOf,
    layers: network,
    async classify(preparation) {
      if (!preparation.found) {
        const [unprepared] = await probabilitiesOf([preparation.unprepared]);
        return { digit: null, confidence: 0, probabilities: new Array<number>(DIGIT_CLASSES).fill(0), unprepared: unprepared! };
      }
      const [probabilities, unprepared] = (await probabilitiesOf([preparation.input, preparation.unprepared])) as [number[], number[]];
      const confidence = Math.max(...probabilities);
      const digit = confidence < LEAST_CONFIDENCE ? null : probabilities.indexOf(confidence);
      return { digit, confidence, probabilities, unprepared };
    },
    async filters(layer) {
      const kernel = network.getLayer(layer).getWeights()[0]!;
      const [height, width, channels, count] = kernel.shape as [number, number, number, number];
      const weights = await kernel.data();
      const planeOf = (filter: number, channel: number): Plane => ({
        height,
        width,
        data: Float32Array.from({ length: height * width }, (_, at) => weights[(at * channels + channel) * count + filter]!),
      });
      return Array.from({ length: count }, (_, filter) => Array.from({ length: channels }, (_plane, channel) => planeOf(filter, channel)));
    },
    async maps(inputs, layer) {
      const { shape, data } = await outputsOf(inputs, layer);
      const [height, width, channels] = shape as [number, number, number];
      const size = height * width;
      return inputs.map((_, index) =>
        Array.from({ length: channels }, (_map, channel) => ({
          height,
          width,
          data: Float32Array.from({ length: size }, (_value, at) => data[(index * size + at) * channels + channel]!),
        })),
      );
    },
    async features(inputs) {
      const { shape, data } = await outputsOf(inputs, 'hidden');
      return inputs.map((_, index) => data.slice(index * shape[0]!, (index + 1) * shape[0]!));
    },
    gradients: (inputs, units) => inputGradients(network, inputs, units),
  };
}
