import { type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NetworkInput } from '../definition.ts';
import { loadLayers } from '../layers-file.ts';
import type { NetworkCard } from '../loaded-network.ts';
import { inspectLayersFolder } from './layers-folder.ts';

/** More pixels a side would take minutes a picture. */
const MAX_SIDE = 1024;

/**
 * Loads anybody's Layers model and finds out whether it can classify pictures here. The backend must have been started; the model is the
 * caller's to dispose.
 * @param range what a pixel's 0 and 255 become
 * @throws Error in one sentence: what is wrong with it, or what does not fit
 */
export async function examineModel(
  folder: string,
  { name, labels, range }: { name: string; labels: readonly string[]; range: NetworkInput['range'] },
): Promise<{ model: LayersModel; card: NetworkCard }> {
  await inspectLayersFolder(folder);
  const model = await loadLayers(folder).catch((error: Error) => {
    throw new Error(reasonOf(error.message));
  });
  try {
    const input = inputOf(model, range);
    checkOutput(model, labels.length);
    checkNumbers(model, input);
    return {
      model,
      card: {
        network: name,
        input,
        classes: labels,
        output: endsInSoftmax(model) ? 'probabilities' : 'scores',
        parameters: model.countParams(),
      },
    };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function inputOf({ inputs }: LayersModel, range: NetworkInput['range']): NetworkInput {
  if (inputs.length !== 1) throw new Error(`the model takes ${inputs.length} inputs, and a picture is one`);
  const [, ...shape] = inputs[0]!.shape;
  const [height, width, channels] = shape;
  const said = `the model takes ${shape.map((size) => size ?? 'any').join('×')}`;
  if (shape.length !== 3 || (channels !== 1 && channels !== 3))
    throw new Error(`${said}, and a picture is height×width×1 (gray) or height×width×3 (color)`);
  if (height == null || width == null) throw new Error(`${said}: the height and width of its input must be fixed`);
  if (height > MAX_SIDE || width > MAX_SIDE) throw new Error(`${said}, and at most ${MAX_SIDE} pixels a side are computed here`);
  return { height, width, channels, range };
}

function checkOutput({ outputs }: LayersModel, labels: number): void {
  if (outputs.length !== 1) throw new Error(`the model has ${outputs.length} outputs, and a classifier has one`);
  const [, ...shape] = outputs[0]!.shape;
  if (shape.length !== 1) throw new Error(`the model gives ${shape.join('×')} numbers a picture, and a classifier gives one a class`);
  if (shape[0] !== labels) throw new Error(`the labels are ${labels} and the model's outputs ${shape[0]}: they do not belong together`);
  if (labels < 2) throw new Error('the model has one output only, and there is nothing to choose from');
}

/** Weights that are no numbers would give answers that are none. */
function checkNumbers(model: LayersModel, { height, width, channels }: NetworkInput): void {
  const values = tidy(() => (model.predict(zeros([1, height, width, channels])) as Tensor).dataSync());
  if (!values.every(Number.isFinite))
    throw new Error('the model gives no numbers (NaN or infinity) for an even picture: its weights are damaged');
}

/** Whether the outputs are probabilities already: the last layer that computes is a softmax. */
function endsInSoftmax(model: LayersModel): boolean {
  const last = [...model.layers].reverse().find((layer) => !['Reshape', 'Flatten', 'Dropout'].includes(layer.getClassName()));
  return last !== undefined && (last.getClassName() === 'Softmax' || last.getConfig().activation === 'softmax');
}

/** What the library says of a model that it cannot load, for people. */
function reasonOf(message: string): string {
  const layer = /Unknown (?:layer|activation[^:]*|initializer|regularizer|constraint)s?: (\S+)\. /.exec(message)?.[1];
  if (layer !== undefined) return `the model uses ${layer}, which TensorFlow.js Layers does not know`;
  const stranger = /no target variable: (\S+)/.exec(message)?.[1];
  if (stranger !== undefined) return `the weights do not fit the layers: no layer takes ${stranger}`;
  const unset = /(\d+) of (\d+) weights are not set: (.*)/.exec(message);
  if (unset !== null) return `the weights do not fit the layers: ${unset[1]} of ${unset[2]} are missing (${unset[3]!.slice(0, 80)})`;
  const shapes = /\[([\d,]+)\] vs\.? \[([\d,]+)\]/.exec(message);
  if (shapes !== null)
    return `the weights do not fit the layers: ${shapes[1]!.replaceAll(',', '×')} and ${shapes[2]!.replaceAll(',', '×')} numbers do not belong together`;
  if (/[Ss]hape mismatch|not compatible|weight shape/.test(message)) return `the weights do not fit the layers (${firstLine(message)})`;
  return `the model cannot be loaded (${firstLine(message)})`;
}

const firstLine = (text: string) => text.split('\n')[0]!.slice(0, 160);
