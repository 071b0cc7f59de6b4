/** `npm run gallery [-- WORD]`: every figure and animation of the tutor on one page, in both languages; only lines with the word, if one is given. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { gallery } = await import('../dist/src/gallery/gallery.js');
await gallery(process.argv.slice(2));
