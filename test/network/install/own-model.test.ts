import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memory, tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { readLabels } from '../../../src/network/install/labels.ts';
import { examineModel } from '../../../src/network/install/own-model.ts';
import { saveLayers } from '../../../src/network/layers-file.ts';
import { createShadeNetwork, SHADES } from '../../helpers/tiny-networks.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'own-model-'));
const examine = (folder: string, labels: readonly string[] = SHADES) => examineModel(folder, { name: 'shade', labels, range: [-1, 1] });

async function saved(network: LayersModel | Promise<LayersModel>): Promise<string> {
  const folder = newFolder();
  await saveLayers(await network, folder);
  return folder;
}

/** The saved shade network with its description or its weights changed. */
async function changed(change: (description: Record<string, never>) => unknown): Promise<string> {
  const folder = await saved(createShadeNetwork());
  const path = join(folder, 'model.json');
  const result = change(JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>);
  writeFileSync(path, typeof result === 'string' ? result : JSON.stringify(result));
  return folder;
}

/** A network of this input and these outputs. */
async function shaped(input: (number | null)[], build: (network: ReturnType<typeof sequential>) => void): Promise<string> {
  await createShadeNetwork();
  const network = sequential();
  network.add(layers.inputLayer({ inputShape: input as number[] }));
  build(network);
  return saved(network);
}

describe('a model of one’s own', () => {
  it('is taken with its shape, its labels and what its outputs are', async () => {
    const { card } = await examine(await saved(createShadeNetwork()));
    expect(card).toEqual({
      network: 'shade',
      input: { height: 8, width: 8, channels: 1, range: [-1, 1] },
      classes: SHADES,
      output: 'scores',
      parameters: 4,
    });
    const softened = await examine(await saved(createShadeNetwork({ softmax: true })));
    expect(softened.card.output).toBe('probabilities');
  });

  it.each<[string, () => Promise<string>, string]>([
    ['no model.json', async () => newFolder(), 'there is no model.json in'],
    ['a truncated model.json', () => changed((description) => JSON.stringify(description).slice(0, 300)), 'broken or cut off'],
    ['something else in JSON', () => changed(() => ({ hello: 1 })), 'model.json holds weights only, no layers'],
    ['weights without layers', () => changed((description) => ({ ...description, modelTopology: null })), 'holds weights only, no layers'],
    ['a GraphModel', () => changed((description) => ({ ...description, format: 'graph-model' })), 'this is a GraphModel'],
    [
      'a GraphModel by its nodes',
      () => changed((description) => ({ ...description, modelTopology: { node: [] } })),
      'this is a GraphModel',
    ],
    ['no list of weights', () => changed(({ modelTopology }) => ({ modelTopology })), 'names no weights'],
    [
      'a file outside of its folder',
      () => changed((description) => JSON.parse(JSON.stringify(description).replace('weights.bin', '../../secret'))),
      'names weights outside of its folder: ../../secret',
    ],
    [
      'a layer that nobody knows',
      () => changed((description) => JSON.parse(JSON.stringify(description).replace('"Dense"', '"Mystery"'))),
      'the model uses Mystery',
    ],
    [
      'weights for another layer',
      () => changed((description) => JSON.parse(JSON.stringify(description).replace('scores/bias', 'other/bias'))),
      'the weights do not fit the layers',
    ],
    [
      'weights of another shape',
      () => changed((description) => JSON.parse(JSON.stringify(description).replace('"shape":[1,2]', '"shape":[2,1]'))),
      'the weights do not fit the layers',
    ],
    [
      'a vector as input',
      () => shaped([16], (network) => network.add(layers.dense({ units: 2 }))),
      'the model takes 16, and a picture is height×width×1',
    ],
    [
      'four channels',
      () =>
        shaped([8, 8, 4], (network) => {
          network.add(layers.flatten());
          network.add(layers.dense({ units: 2 }));
        }),
      'the model takes 8×8×4, and a picture is',
    ],
    [
      'an input of any size',
      () =>
        shaped([null, null, 3], (network) => {
          network.add(layers.globalAveragePooling2d({}));
          network.add(layers.dense({ units: 2 }));
        }),
      'the model takes any×any×3: the height and width of its input must be fixed',
    ],
    [
      'maps as output',
      () => shaped([8, 8, 1], (network) => network.add(layers.conv2d({ filters: 2, kernelSize: 3 }))),
      'the model gives 6×6×2 numbers',
    ],
  ])('with %s is refused in one sentence', async (_what, make, reason) => {
    const folder = await make();
    const error = await examine(folder).then(
      () => undefined,
      (refusal: Error) => refusal,
    );
    expect(error?.message).toContain(reason);
    expect(error?.message).not.toContain('\n');
  });

  it('with weights that are cut off, too long or missing is refused with the numbers', async () => {
    const folder = await saved(createShadeNetwork());
    const path = join(folder, 'weights.bin');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 10));
    await expect(examine(folder)).rejects.toThrow('weights.bin is cut off: 10 bytes, and the weights in model.json take 16');
    writeFileSync(path, Buffer.concat([bytes, bytes]));
    await expect(examine(folder)).rejects.toThrow('weights.bin is too long: 32 bytes');
    await rm(path);
    await expect(examine(folder)).rejects.toThrow('the file weights.bin that model.json names is missing');
  });

  it('with labels that do not fit, or numbers that are none, is refused and leaves no tensors', async () => {
    const network = await createShadeNetwork();
    const folder = await saved(network);
    await examine(folder, ['a', 'b', 'c']).catch(() => undefined);
    const before = memory().numTensors;
    await expect(examine(folder, ['a', 'b', 'c'])).rejects.toThrow('the labels are 3 and the model’s outputs 2'.replace('’', "'"));
    network.getLayer('scores').setWeights([tensor([[Number.NaN, 4]]), tensor([0, 0])]);
    const poisoned = await saved(network);
    await expect(examine(poisoned)).rejects.toThrow('its weights are damaged');
    expect(memory().numTensors - before).toBeLessThanOrEqual(2);
  });
});

describe('labels', () => {
  const written = (text: string) => {
    const path = join(newFolder(), 'labels.txt');
    writeFileSync(path, text);
    return path;
  };

  it.each([
    ['a name a line', 'cat\ndog\n'],
    ['Windows lines', 'cat\r\ndog\r\n'],
    ['a JSON list', '["cat", "dog"]'],
    ['a JSON list of objects', '[{"id": 3, "name": "cat"}, {"name": "dog"}]'],
  ])('are read from %s', async (_what, text) => {
    expect(await readLabels(written(text))).toEqual(['cat', 'dog']);
  });

  it.each([
    ['nothing', '\n', 'holds no labels'],
    ['an empty line between', 'cat\n\ndog', 'label 2 in labels.txt is empty'],
    ['broken JSON', '["cat", ', 'begins as a JSON list but is not one'],
    ['numbers', '[1, 2]', 'label 1 in labels.txt is no text'],
  ])('from %s are refused', async (_what, text, reason) => {
    await expect(readLabels(written(text))).rejects.toThrow(reason);
    await expect(readLabels('/no/such/file')).rejects.toThrow('cannot be read');
  });
});
