import { memory } from './row-programs.ts';

const PAGE = 65_536; // bytes by which the memory grows

/**
 * Hands out places in the programs' memory, one after the other from its beginning; the memory grows as it must. Views of it may be made only
 * when all places are handed out, for growing ends them; and the places hold until the next plan begins.
 */
export function createMemoryPlan(): (bytes: number) => number {
  let end = 0;
  return (bytes) => {
    const address = end;
    end += Math.ceil(bytes / 16) * 16;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
}
