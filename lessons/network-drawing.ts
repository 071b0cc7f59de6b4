import type { JobInput } from '../src/engine/catalogue.ts';
import { type ReceptiveField, receptiveFields } from './arithmetic.ts';
import type { ChainStep, Shape, WindowLayer } from './layer-chain.ts';
import { layerCost, totalCost } from './parameters.ts';

/** A layer as the figures of networks show it. */
export type NetworkLayer = Extract<JobInput<'network'>, { view: 'drawing' }>['layers'][number];
type LayerRow = Extract<JobInput<'network'>, { view: 'table' }>['rows'][number];
type LayerTable = Required<Pick<Extract<JobInput<'network'>, { view: 'table' }>, 'rows' | 'total'>>;

/** The input and the layers of a chain as figures draw them; activations stand at the layer whose numbers they take. */
export function networkLayers(input: Shape, steps: readonly ChainStep[]): NetworkLayer[] {
  const layers: NetworkLayer[] = [{ kind: 'input', shape: [input.channels, ...input.sizes] }];
  for (const { layer, output, axes } of steps) {
    const { kind } = layer;
    if (kind === 'activation') {
      const last = layers.at(-1)!;
      const name = layer.name === 'relu' ? 'ReLU' : layer.name;
      last.activation = last.activation === undefined ? name : `${last.activation} + ${name}`;
      continue;
    }
    const sliding = 'f' in layer ? { window: axes.map(({ f }) => f), settings: settingsOf(layer, axes) } : {};
    layers.push({ kind, ...sliding, shape: [output.channels, ...output.sizes] });
  }
  return layers;
}

/** Stride, padding, dilation and groups where they are not what goes without saying; of pooling the stride always. */
function settingsOf({ kind, p, groups = 1 }: WindowLayer, axes: ChainStep['axes']): string[] {
  const pools = kind === 'pool' || kind === 'avgpool';
  const all = (key: 's' | 'p' | 'd') => {
    const values = axes.map((axis) => axis[key]);
    return values.every((value) => value === values[0]) ? String(values[0]) : values.join('×');
  };
  const setting = (letter: string, value: string, unsaid: string) => (value === unsaid ? [] : [`${letter} = ${value}`]);
  return [
    ...setting('S', all('s'), pools ? '' : '1'),
    ...setting('P', p === 'same' ? 'same' : all('p'), '0'),
    ...setting('D', all('d'), '1'),
    ...(groups === 'each' ? ['G = C'] : setting('G', String(groups), '1')),
  ];
}

/** What each layer gives, costs and sees along the last axis, and the sums; the input has no row. */
export function layerTable(input: Shape, steps: readonly ChainStep[]): LayerTable {
  const shown = steps.filter(({ layer }) => layer.kind !== 'activation');
  const fields = fieldsOf(shown);
  const costs = shown.map(layerCost);
  const rows = networkLayers(input, steps)
    .slice(1)
    .map((layer, index): LayerRow => {
      const { parameters, multiplications } = costs[index]!;
      return { layer, parameters, multiplications, ...fields[index] };
    });
  const { parameters, multiplications } = totalCost(costs);
  return { rows, total: { parameters, multiplications } };
}

/** Fields as long as cells have a place in the input. */
function fieldsOf(steps: readonly ChainStep[]): (ReceptiveField | undefined)[] {
  const windows = steps.map(({ axes, field }) => (field === undefined ? undefined : (axes.at(-1) ?? { f: 1 })));
  const end = windows.indexOf(undefined);
  const seeing = windows.slice(0, end < 0 ? windows.length : end).filter((axis) => axis !== undefined);
  return receptiveFields(seeing);
}

/** Rows with each batch normalization in that of the layer whose numbers it takes: what it costs is added there. */
export function foldedRows(rows: readonly LayerRow[]): LayerRow[] {
  const folded: LayerRow[] = [];
  for (const row of rows) {
    const last = folded.at(-1);
    if (row.layer.kind !== 'bn' || last === undefined) {
      folded.push(row);
      continue;
    }
    folded[folded.length - 1] = {
      ...last,
      layer: withNormalization(last.layer, row.layer),
      parameters: sumOf(last.parameters, row.parameters),
      multiplications: sumOf(last.multiplications, row.multiplications),
    };
  }
  return folded;
}

const sumOf = (one: LayerRow['parameters'] = 0, other: LayerRow['parameters'] = 0) => Number(one) + Number(other);

const withNormalization = (layer: NetworkLayer, { activation }: NetworkLayer): NetworkLayer => ({
  ...layer,
  activation: [layer.activation, 'BN', activation].filter((part) => part !== undefined).join(' + '),
});
