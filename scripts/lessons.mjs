/** `npm run lessons`: what each system of the lecture has to be read, seen, tried and asked; fails when something is missing. */
import { build } from './build.mjs';
import { setup } from './setup.mjs';

setup();
build();
const { lessonsReport } = await import('../dist/src/lessons-report.js');
lessonsReport();
