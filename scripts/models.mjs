/** `npm run models -- list | pull mobilenet | add FOLDER | remove NAME`: networks beside those that ship. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { models } = await import('../dist/src/models.js');
await models(process.argv.slice(2));
