import { type ChainStep, type Layer, runChain, type Shape, type VectorLayer, type WindowLayer } from '../layer-chain.ts';

const ONE = { d: [1], op: [0] };

/** A convolution with a square window and a bias for each filter. */
export const conv = (filters: number, f: number, { s = 1, p = 0 } = {}): WindowLayer => ({
  kind: 'conv',
  name: `conv${f}@${filters}`,
  f: [f],
  s: [s],
  p: [p],
  ...ONE,
  filters,
});

/** Pooling whose windows stand side by side. */
export const pool = (f: number, kind: 'pool' | 'avgpool' = 'pool'): WindowLayer => ({
  kind,
  name: `${kind}${f}`,
  f: [f],
  s: [f],
  p: [0],
  ...ONE,
  filters: 1,
});

export const activation = (name: string): Layer => ({ kind: 'activation', name });
export const flatten: VectorLayer = { kind: 'flatten', name: 'flatten' };
export const linear = (features: number): VectorLayer => ({ kind: 'linear', name: `linear${features}`, features });

/** A square picture. */
export const square = (channels: number, side: number): Shape => ({ channels, sizes: [side, side] });

/** The steps of a chain that fits. @throws Error naming the layer that does not */
export function stepsOf(input: Shape, layers: readonly Layer[]): ChainStep[] {
  const { steps, misfit } = runChain(input, layers);
  if (misfit !== undefined) throw new Error(`${misfit.layer.name} cannot follow: ${misfit.reason}`);
  return steps;
}
