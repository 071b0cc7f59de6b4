import { type Allocate, allocateNew } from './kept-memory.ts';
import type { Picture } from './picture.ts';
import { createMemoryPlan } from './simd/memory-plan.ts';
import { BLOCK, gray, memory } from './simd/row-programs.ts';

/** Pixels made gray at a time: they stay in the processor's nearest cache. */
const AT_ONCE = 4096;

/**
 * The photo in gray, one channel: 0.299 R + 0.587 G + 0.114 B as television weighs the colors (ITU-R BT.601), rounded to whole numbers exactly
 * as OpenCV's cvtColor does. A gray photo is given back as it is.
 */
export function toGray(picture: Picture, allocate: Allocate = allocateNew): Picture {
  const { width, height, channels, data } = picture;
  if (channels === 1) return picture;
  const place = createMemoryPlan();
  // the last four pixels are read as if there were a fifth
  const source = place(AT_ONCE * 3 + BLOCK);
  const target = place(AT_ONCE);
  const colors = new Uint8Array(memory.buffer, source, AT_ONCE * 3);
  const grays = new Uint8Array(memory.buffer, target, AT_ONCE);
  const result = allocate(width * height);
  for (let start = 0; start < result.length; start += AT_ONCE) {
    const count = Math.min(AT_ONCE, result.length - start);
    colors.set(data.subarray(start * 3, (start + count) * 3));
    gray(target, Math.ceil(count / BLOCK), source);
    result.set(count === AT_ONCE ? grays : grays.subarray(0, count), start);
  }
  return { width, height, channels: 1, data: result };
}
