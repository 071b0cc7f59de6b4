/** `npm run chat`: the tutor in this terminal; `-- --json` speaks a protocol for scripts. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { chat } = await import('../dist/src/main.js');
await chat(process.argv.slice(2));
