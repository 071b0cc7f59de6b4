/** `npm run train -- NETWORK [--data DIR] [--epochs N] …`: trains a network and writes its weights and card. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { train } = await import('../dist/src/train.js');
await train(process.argv.slice(2));
