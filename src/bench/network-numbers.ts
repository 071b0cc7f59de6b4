import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { grad, mul, reshape, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { loadLayers } from '../network/layers-file.ts';
import { createRandom } from '../network/training/random.ts';
import { valuesOf } from '../network/values.ts';

/** The largest relative error that passes for the same numbers, ‖a − b‖ / ‖b‖. */
export const AGREEMENT = 1e-3;

/** A network of some folder, ready to be measured. */
export interface MeasuredNetwork {
  name: string;
  model: LayersModel;
  /** Height, width, channels. */
  shape: number[];
  classes: number;
}

/** What a network computes for the same pictures on every backend. */
export interface Numbers {
  outputs: Float32Array;
  /** Of one output of each picture with respect to its pixels. */
  gradient: Float32Array;
}

/** The folders that hold a network whole: `model.json` and every file of weights that it names. A folder may be one itself, or hold some. */
export function networkFolders(folders: readonly string[]): string[] {
  const candidates = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort(),
  ]);
  return candidates.filter((folder) => {
    const file = join(folder, 'model.json');
    if (!existsSync(file)) return false;
    const { weightsManifest = [] } = JSON.parse(readFileSync(file, 'utf8')) as { weightsManifest?: { paths: string[] }[] };
    return weightsManifest.flatMap(({ paths }) => paths).every((path) => existsSync(join(folder, path)));
  });
}

/** Loads a network onto the backend that has been chosen. */
export async function openNetwork(folder: string): Promise<MeasuredNetwork> {
  return measured(basename(folder), await loadLayers(folder));
}

export function measured(name: string, model: LayersModel): MeasuredNetwork {
  return {
    name,
    model,
    shape: model.inputs[0]!.shape.slice(1) as number[],
    classes: model.outputs[0]!.shape.slice(1).reduce<number>((product, length) => product * length!, 1),
  };
}

/** Pictures of noise, −1…1, the same ones on every machine: no two cells of a window are equal, so a maximum is never left to chance. */
export function noise({ shape }: Pick<MeasuredNetwork, 'shape'>, count: number): Float32Array {
  const random = createRandom(count);
  const size = shape.reduce((product, length) => product * length, count);
  return Float32Array.from({ length: size }, () => random.between(-1, 1));
}

/** The outputs for some pictures, count × classes. */
export function outputsOf({ model, shape }: MeasuredNetwork, pixels: Float32Array): Promise<Float32Array> {
  return valuesOf(tidy(() => model.apply(pictures(pixels, shape)) as Tensor));
}

/** ∂(output k of picture k, counted round) / ∂pixels, in the shape of the pictures. */
export function inputGradientOf({ model, shape, classes }: MeasuredNetwork, pixels: Float32Array): Promise<Float32Array> {
  return valuesOf(
    tidy(() => {
      const images = pictures(pixels, shape);
      const count = images.shape[0]!;
      // a product with ones and zeros: picking by index has no gradient on WebAssembly
      const chosen = Float32Array.from({ length: count * classes }, (_, at) =>
        at % classes === Math.floor(at / classes) % classes ? 1 : 0,
      );
      const mask = tensor(chosen, [count, classes]);
      const score = (input: Tensor) => sum(mul(reshape(model.apply(input) as Tensor, [count, classes]), mask));
      return grad(score)(images);
    }),
  );
}

export async function numbersOf(network: MeasuredNetwork, count: number): Promise<Numbers> {
  const pixels = noise(network, count);
  return { outputs: await outputsOf(network, pixels), gradient: await inputGradientOf(network, pixels) };
}

/** ‖actual − expected‖ / ‖expected‖, Euclidean; infinite where a number is missing or not finite. */
export function relativeError(actual: Float32Array, expected: Float32Array): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const [difference, norm] = expected.reduce(
    ([off, all], value, at) => [off + (actual[at]! - value) ** 2, all + value ** 2] as [number, number],
    [0, 0] as [number, number],
  );
  const error = Math.sqrt(difference / norm);
  return Number.isFinite(error) ? error : difference === 0 ? 0 : Number.POSITIVE_INFINITY;
}

function pictures(pixels: Float32Array, shape: number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(pixels, [pixels.length / size, ...shape]);
}
