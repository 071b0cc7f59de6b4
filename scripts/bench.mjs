/** `npm run bench [-- NAME]`: measures what the README states about speed, on this machine. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { bench } = await import('../dist/src/bench/bench.js');
await bench(process.argv.slice(2));
