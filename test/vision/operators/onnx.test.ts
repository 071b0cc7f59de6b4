/**
 * The published node tests of ONNX for these operators (onnx 1.23, `onnx.backend.test.case.node`, Apache-2.0), all but those of thousands of
 * random numbers; onnx-node-tests.json holds them as they are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { convolve } from '../../../src/vision/operators/convolve.ts';
import { convolveTransposed } from '../../../src/vision/operators/convolve-transposed.ts';
import { averagePool, columnOrder, maxPool } from '../../../src/vision/operators/pool.ts';
import type { Tensor } from '../../../src/vision/operators/tensor.ts';
import type { Padding } from '../../../src/vision/operators/window.ts';

interface NodeTest {
  name: string;
  op: 'Conv' | 'ConvTranspose' | 'MaxPool' | 'AveragePool';
  attributes: {
    kernel_shape?: number[];
    strides?: number[];
    dilations?: number[];
    pads?: number[];
    auto_pad?: 'SAME_UPPER' | 'SAME_LOWER' | 'VALID';
    group?: number;
    output_padding?: number[];
    output_shape?: number[];
    ceil_mode?: number;
    count_include_pad?: number;
    storage_order?: number;
  };
  inputs: { shape: number[]; data: number[] }[];
  outputs: { shape: number[]; data: number[] }[];
}

const tests = JSON.parse(readFileSync(join(projectRoot, 'test/vision/operators/onnx-node-tests.json'), 'utf8')) as NodeTest[];
const NAMED = { SAME_UPPER: 'same', SAME_LOWER: 'same-lower', VALID: 'valid' } as const;
/** ONNX prints the outputs of its precomputed cases with four decimals. */
const PRINTED = 1e-4;

function paddingOf({ auto_pad, pads }: NodeTest['attributes']): Padding | undefined {
  if (auto_pad !== undefined) return NAMED[auto_pad];
  return pads?.slice(0, pads.length / 2).map((before, axis) => [before, pads[pads.length / 2 + axis]!] as const);
}

function run({ op, attributes, inputs }: NodeTest): { shape: readonly number[]; data: ArrayLike<number> }[] {
  const [input, filters] = inputs.map(({ shape, data }): Tensor => ({ shape, data: Float64Array.from(data) }));
  const window = { stride: attributes.strides ?? 1, dilation: attributes.dilations ?? 1, padding: paddingOf(attributes) };
  const pooling = { ...window, window: attributes.kernel_shape ?? 1, ceil: attributes.ceil_mode === 1 };
  switch (op) {
    case 'Conv':
      return [convolve(input!, filters!, { ...window, groups: attributes.group })];
    case 'ConvTranspose': {
      const { group, output_padding, output_shape } = attributes;
      return [convolveTransposed(input!, filters!, { ...window, groups: group, outputPadding: output_padding, outputShape: output_shape })];
    }
    case 'MaxPool': {
      const { output, indices } = maxPool(input!, pooling);
      return [output, { shape: output.shape, data: attributes.storage_order === 1 ? columnOrder(indices, input!.shape) : indices }];
    }
    case 'AveragePool':
      return [averagePool(input!, { ...pooling, countPadding: attributes.count_include_pad === 1 })];
  }
}

it.each(tests.map((test) => [test.name, test] as const))('%s', (_name, test) => {
  const results = run(test);
  test.outputs.forEach(({ shape, data }, index) => {
    const result = results[index]!;
    expect(result.shape).toEqual(shape);
    data.forEach((expected, at) => {
      const tolerance = Math.max(1e-5 * Math.abs(expected), Number.isInteger(expected) ? 0 : PRINTED);
      expect(Math.abs(result.data[at]! - expected), `value ${at}`).toBeLessThanOrEqual(tolerance);
    });
  });
});
