import { drawLayerTable, type LayerTableInput } from '../../render/layer-table-figure.ts';
import { drawNetwork, type NetworkFigureInput } from '../../render/network-figure.ts';
import { job } from '../job.ts';
import { rendered } from './figure-style.ts';

export type NetworkInput = ({ view: 'drawing' } & NetworkFigureInput) | ({ view: 'table' } & LayerTableInput);

/** A network drawn as a chain of volumes, or its layers as a table; the numbers come ready. */
export const network = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: NetworkInput) => rendered(input.view === 'drawing' ? drawNetwork(input) : drawLayerTable(input)),
});
