/** `npm run evaluate [-- NETWORK …] [--data DIR]`: measures the networks that ship on their test pictures, from their weights. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { evaluateNetworks } = await import('../dist/src/evaluate.js');
await evaluateNetworks(process.argv.slice(2));
