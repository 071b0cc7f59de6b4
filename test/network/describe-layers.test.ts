import { layers, model, sequential, input as symbolicInput } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { runChain } from '../../lessons/layer-chain.ts';
import { layerTable } from '../../lessons/network-drawing.ts';
import { zoo } from '../../models/zoo.ts';
import { startBackend } from '../../src/network/backend.ts';
import { describeLayers } from '../../src/network/describe-layers.ts';

beforeAll(async () => {
  await startBackend();
});

/** Parameters and multiplications that the lessons' formulas count for a network of the zoo. */
function totalsOf(id: string) {
  const network = zoo.find(({ definition }) => definition.id === id)!.definition.create(1);
  const description = describeLayers(network);
  if ('stranger' in description) throw new Error(`${description.stranger.name} is a stranger`);
  const { steps, misfit } = runChain(description.input, description.layers);
  expect(misfit).toBeUndefined();
  const table = layerTable(description.input, steps);
  return { ...table.total, library: network.countParams(), table, steps };
}

describe('a network as a chain of layers', () => {
  for (const [id, parameters] of [
    ['digits', 167_478],
    ['digits-lecture', 167_478],
    ['lenet', 61_706],
    ['mlp-cifar', 308_310],
    ['mlp-digits', 159_010],
  ] as const) {
    it(`has the published parameters: ${id}`, () => {
      const totals = totalsOf(id);
      expect(totals.parameters).toBe(parameters);
      expect(totals.library).toBe(parameters);
    });
  }

  it('counts batch normalization with its statistics, as the library does', () => {
    const { parameters, library, steps } = totalsOf('objects');
    const channels = steps.filter(({ layer }) => layer.kind === 'bn').reduce((sum, { output }) => sum + output.channels, 0);
    expect(library).toBe(parameters + 2 * channels);
  });

  it("has LeNet's published fields and sizes", () => {
    const { table } = totalsOf('lenet');
    expect(table.rows.slice(0, 4).map(({ field }) => field)).toEqual([5, 6, 14, 16]);
    expect(table.rows.slice(0, 4).map(({ layer }) => layer.shape.at(-1))).toEqual([28, 14, 10, 5]);
  });

  it('writes activations as people do', () => {
    const network = sequential({
      layers: [
        layers.depthwiseConv2d({ kernelSize: 3, inputShape: [8, 8, 3], activation: 'relu6' }),
        layers.activation({ activation: 'relu6' }),
        layers.reLU({ maxValue: 6 }),
      ],
    });
    const described = describeLayers(network);
    expect('layers' in described && described.layers.filter(({ kind }) => kind === 'activation').map(({ name }) => name)).toEqual([
      'ReLU6',
      'ReLU6',
      'ReLU6',
    ]);
  });

  it('names the layer that makes it no chain', () => {
    const x = symbolicInput({ shape: [8, 8, 3] });
    const y = layers.conv2d({ name: 'side', filters: 3, kernelSize: 3, padding: 'same' }).apply(x);
    const sum = layers.add({ name: 'skip' }).apply([x, y as never]);
    const branched = describeLayers(model({ inputs: x, outputs: sum as never }));
    expect(branched).toMatchObject({ stranger: { name: 'skip', kind: 'Add' } });
    const strange = sequential({ layers: [layers.upSampling2d({ name: 'wider', inputShape: [4, 4, 1] })] });
    expect(describeLayers(strange)).toMatchObject({
      stranger: { name: 'wider', kind: 'UpSampling2D' },
      rows: [{ name: 'wider', shape: [8, 8, 1], parameters: 0 }],
    });
  });
});
