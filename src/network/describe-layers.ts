import type { LayersModel } from '@tensorflow/tfjs-layers';

/** A layer of a chain in the words of the lessons' formulas: numbers hold one value for each axis. */
export type DescribedLayer =
  | {
      kind: 'conv' | 'pool' | 'avgpool';
      name: string;
      f: number[];
      s: number[];
      p: number[] | 'same';
      d: number[];
      op: number[];
      filters: number;
      /** `each`: depthwise. */
      groups?: number | 'each';
      unbiased?: boolean;
    }
  | { kind: 'flatten' | 'gap' | 'linear'; name: string; features?: number; unbiased?: boolean }
  | { kind: 'bn' | 'activation'; name: string };

/** A network as a chain, or the first layer that does not fit into one. */
export type Description =
  | { input: { channels: number; sizes: number[] }; layers: DescribedLayer[] }
  | { stranger: { name: string; kind: string }; rows: { name: string; kind: string; shape: number[]; parameters: number }[] };

type Config = Record<string, unknown>;

const pair = (value: unknown): number[] => (Array.isArray(value) ? (value as number[]) : [value as number, value as number]);

/** What a LayersModel does, layer by layer. Only chains can be told in formulas: one input, each layer fed by the one before it. */
export function describeLayers(network: LayersModel): Description {
  const [, height, width, channels] = network.inputs[0]!.shape as number[];
  const rows = network.layers.map((layer) => ({
    name: layer.name,
    kind: layer.getClassName(),
    shape: (layer.outputShape as (number | null)[]).slice(1).map((size) => size ?? 0),
    parameters: layer.countParams(),
  }));
  const branching = network.layers.find(({ inboundNodes }) => inboundNodes.some(({ inboundLayers }) => inboundLayers.length > 1));
  if (branching !== undefined) return { stranger: { name: branching.name, kind: branching.getClassName() }, rows };
  const layers: DescribedLayer[] = [];
  let flat = false;
  for (const layer of network.layers) {
    const described = describe(layer.getClassName(), layer.getConfig() as Config, layer.name, flat);
    if (described === undefined) return { stranger: { name: layer.name, kind: layer.getClassName() }, rows };
    layers.push(...described);
    flat ||= described.some(({ kind }) => kind === 'flatten' || kind === 'gap');
  }
  return { input: { channels: channels!, sizes: [height!, width!] }, layers };
}

/** One layer and its activation; nothing for what only matters in training or changes no number; undefined for a stranger. */
function describe(kind: string, config: Config, name: string, flat: boolean): DescribedLayer[] | undefined {
  const unbiased = config.useBias === false ? { unbiased: true } : {};
  const activation = activationOf(config.activation);
  switch (kind) {
    case 'InputLayer':
    case 'Dropout':
    case 'Reshape':
      return [];
    case 'Conv2D':
      // behind a mean over each map there is one cell left: a 1×1 convolution is a fully connected layer
      return flat
        ? [{ kind: 'linear', name, features: config.filters as number, ...unbiased }, ...activation]
        : [{ ...windowOf(config, name), kind: 'conv', filters: config.filters as number, ...unbiased }, ...activation];
    case 'DepthwiseConv2D':
      if (config.depthMultiplier !== undefined && config.depthMultiplier !== 1) return undefined;
      return [{ ...windowOf(config, name), kind: 'conv', filters: 1, groups: 'each', ...unbiased }, ...activation];
    case 'MaxPooling2D':
      return [{ ...windowOf({ ...config, kernelSize: config.poolSize }, name), kind: 'pool' }];
    case 'AveragePooling2D':
      return [{ ...windowOf({ ...config, kernelSize: config.poolSize }, name), kind: 'avgpool' }];
    case 'GlobalAveragePooling2D':
      return [{ kind: 'gap', name }];
    case 'Flatten':
      return [{ kind: 'flatten', name }];
    case 'Dense':
      return [{ kind: 'linear', name, features: config.units as number, ...unbiased }, ...activation];
    case 'BatchNormalization':
      return [{ kind: 'bn', name: 'bn' }];
    case 'ReLU':
      return [{ kind: 'activation', name: config.maxValue === 6 ? 'ReLU6' : 'relu' }];
    case 'Activation':
      return activation;
    default:
      return undefined;
  }
}

function windowOf(config: Config, name: string) {
  const valid = config.padding === 'valid';
  return {
    name,
    f: pair(config.kernelSize),
    s: pair(config.strides ?? 1),
    p: valid ? [0] : ('same' as const),
    d: pair(config.dilationRate ?? 1),
    op: [0],
    filters: 1,
  };
}

const activationOf = (activation: unknown): DescribedLayer[] =>
  typeof activation !== 'string' || activation === 'linear'
    ? []
    : // as people write it; the library's own name stands in no figure
      [{ kind: 'activation', name: activation === 'relu6' ? 'ReLU6' : activation }];
