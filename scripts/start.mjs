/** `npm start`: installs and builds what is missing, then runs the tutor. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { serve } = await import('../dist/src/main.js');
await serve();
