import { join } from 'node:path';
import { softmax, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { projectRoot } from '../project-root.ts';
import type { DigitPreparation } from '../vision/digit/preparation.ts';
import { type BackendName, startBackend } from './backend.ts';
import { DIGIT_CLASSES, DIGIT_SIZE } from './digit-network.ts';
import { loadLayers } from './layers-file.ts';

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

export interface DigitNetwork {
  classify(preparation: DigitPreparation): DigitAnswer;
  backend: BackendName;
}

/** Loads the digit network that ships with the project (or another folder's), and warms it up with one empty picture. */
export async function loadDigitNetwork(folder = join(projectRoot, 'models', 'digits')): Promise<DigitNetwork> {
  const backend = await startBackend();
  const network = await loadLayers(folder);

  const probabilitiesOf = (inputs: Float32Array[]): number[][] => {
    const pixels = new Float32Array(inputs.length * DIGIT_SIZE * DIGIT_SIZE);
    inputs.forEach((input, index) => {
      pixels.set(input, index * DIGIT_SIZE * DIGIT_SIZE);
    });
    const values = tidy(() => {
      const scores = network.predict(tensor4d(pixels, [inputs.length, DIGIT_SIZE, DIGIT_SIZE, 1])) as Tensor;
      return softmax(scores).dataSync();
    });
    return inputs.map((_, index) => Array.from(values.subarray(index * DIGIT_CLASSES, (index + 1) * DIGIT_CLASSES)));
  };
  probabilitiesOf([new Float32Array(DIGIT_SIZE * DIGIT_SIZE)]);

  return {
    backend,
    classify(preparation) {
      if (!preparation.found) {
        const [unprepared] = probabilitiesOf([preparation.unprepared]);
        return { digit: null, confidence: 0, probabilities: new Array<number>(DIGIT_CLASSES).fill(0), unprepared: unprepared! };
      }
      const [probabilities, unprepared] = probabilitiesOf([preparation.input, preparation.unprepared]) as [number[], number[]];
      const confidence = Math.max(...probabilities);
      const digit = confidence < LEAST_CONFIDENCE ? null : probabilities.indexOf(confidence);
      return { digit, confidence, probabilities, unprepared };
    },
  };
}
