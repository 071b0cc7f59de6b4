import { advance, assemble, get, i8x16, type Program, repeat, v128 } from './assembler.ts';

/** Pixels at a time: what is worked on stays in the processor's cache. A multiple of four. */
const CHUNK = 1 << 15;
const SOURCE = 0;
const TARGET = 4 * CHUNK;
/** Locals of the program. */
const [FROM, TO, TURNS] = [0, 1, 2];
/** A place that no byte has: it gives 0. */
const NOTHING = 255;

/** Blue, green, red and something of four pixels become red, green and blue of four; what is written behind them is written over next. */
const program: Program = {
  name: 'rgb',
  parameters: { i32: 3 },
  locals: {},
  body: repeat(TURNS, [
    ...get(TO),
    ...get(FROM),
    ...v128.load(0),
    ...i8x16.const([2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, NOTHING, NOTHING, NOTHING, NOTHING]),
    ...i8x16.swizzle,
    ...v128.store(0),
    ...advance(FROM, 16),
    ...advance(TO, 12),
  ]),
};

interface Converter {
  bytes: Uint8Array;
  rgb(from: number, to: number, turns: number): void;
}
let converter: Converter | undefined;

function assembled(): Converter {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((TARGET + 3 * CHUNK + 16) / 65_536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble([program])), { host: { memory } });
  return { bytes: new Uint8Array(memory.buffer), rgb: (exports as unknown as Converter).rgb };
}

/**
 * The pixels of an opaque canvas as RGB.
 * @param raw blue, green, red and a fourth byte of each pixel, as a canvas keeps them on little-endian machines
 */
export function rgbOfCanvas(raw: Uint8Array): Uint8Array {
  converter ??= assembled();
  const { bytes, rgb } = converter;
  const count = raw.length / 4;
  const data = new Uint8Array(3 * count);
  for (let start = 0; start < count; start += CHUNK) {
    const end = Math.min(count, start + CHUNK);
    bytes.set(raw.subarray(4 * start, 4 * end), SOURCE);
    rgb(SOURCE, TARGET, Math.ceil((end - start) / 4));
    data.set(bytes.subarray(TARGET, TARGET + 3 * (end - start)), 3 * start);
  }
  return data;
}
