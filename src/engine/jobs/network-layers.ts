import { type Description, describeLayers } from '../../network/describe-layers.ts';
import { job } from '../job.ts';
import { readyNetwork } from '../networks.ts';

/** What a network does, layer by layer, in the words of the lessons' formulas. */
export const networkLayersJob = job({
  timeoutMs: 20_000,
  // another network may be installed under the same name
  cached: false,
  run: async ({ network }: { network: string }): Promise<Description> => describeLayers((await readyNetwork(network)).model),
});
