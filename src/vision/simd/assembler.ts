/**
 * Just enough of a WebAssembly assembler to write SIMD loops for a kernel at the moment it is used: its weights become constants, its taps
 * straight-line code. An instruction is its bytes (https://webassembly.github.io/spec/core/binary/instructions.html).
 */
export type Code = number[];

export interface Program {
  name: string;
  /** Every program takes whole numbers first (addresses, counts), then numbers. */
  parameters: { i32: number; f32?: number };
  /** Locals after the parameters: whole numbers first, then vectors. */
  locals: { i32?: number; v128?: number };
  body: Code;
}

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const EMPTY = 0x40;

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  const bytes: Code = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number): Code {
  const bytes: Code = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const vector = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
/** Alignment is only a hint; the smallest is always true. */
const memory = (opcode: number) => (offset: number) => [...simd(opcode), 0, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const i32 = { const: (value: number): Code => [0x41, ...signed(value)], add: [0x6a], sub: [0x6b] };
/** Repeats the body while the local, which it counts down, is not zero; at least once. */
export const repeat = (local: number, body: Code): Code => [
  ...[0x03, EMPTY],
  ...body,
  ...[...get(local), ...i32.const(1), ...i32.sub, 0x22, ...unsigned(local)],
  ...[0x0d, 0, 0x0b],
];
/** Moves an address. */
export const advance = (local: number, bytes: number): Code => [...get(local), ...i32.const(bytes), ...i32.add, ...set(local)];
/** Moves an address by what another local holds. */
export const advanceBy = (local: number, other: number): Code => [...get(local), ...get(other), ...i32.add, ...set(local)];

/** A vector of sixteen bytes. */
const constant = (bytes: Uint8Array): Code => [...simd(0x0c), ...bytes];
export const v128 = {
  load: memory(0x00),
  /** Eight bytes as eight 16-bit numbers. */
  load8x8u: memory(0x02),
  /** Four signed 16-bit numbers as 32-bit numbers. */
  load16x4s: memory(0x03),
  store: memory(0x0b),
  /** One 32-bit number in all four places. */
  load32Splat: memory(0x09),
  and: simd(0x4e),
  /** The first without what the second has. */
  andNot: simd(0x4f),
};
export const i8x16 = {
  const: (lanes: number[]): Code => constant(Uint8Array.from(lanes)),
  sub: simd(0x71),
  /** Takes bytes of the first vector by the numbers in the second; 0 where the number is greater than 15. */
  swizzle: simd(0x0e),
  /** Two vectors of 16-bit numbers as bytes, cut off at 0 and 255. */
  narrow: simd(0x66),
};
export const i16x8 = {
  const: (value: number): Code => constant(new Uint8Array(new Int16Array(8).fill(value).buffer)),
  /** Two numbers in turn. */
  pairs: (even: number, odd: number): Code =>
    constant(new Uint8Array(Int16Array.from({ length: 8 }, (_, lane) => (lane % 2 === 0 ? even : odd)).buffer)),
  narrow: simd(0x85),
  shiftLeft: simd(0x8b),
  shiftRight: simd(0x8c),
  /** Products of fractions, 2¹⁵ standing for 1, rounded. */
  mulFraction: simd(0x82),
  extendLowBytes: simd(0x89),
  extendHighBytes: simd(0x8a),
  add: simd(0x8e),
  addSaturated: simd(0x8f),
  sub: simd(0x91),
  mul: simd(0x95),
  min: simd(0x96),
  max: simd(0x98),
};
export const i32x4 = {
  const: (value: number): Code => constant(new Uint8Array(new Int32Array(4).fill(value).buffer)),
  extendLow: simd(0xa7),
  extendHigh: simd(0xa8),
  shiftRight: simd(0xad),
  add: simd(0xae),
  /** Products of neighboring 16-bit numbers, added two by two. */
  dot: simd(0xba),
  sub: simd(0xb1),
};
export const f32x4 = {
  equal: simd(0x41),
  const: (value: number): Code => constant(new Uint8Array(new Float32Array(4).fill(value).buffer)),
  splat: simd(0x13),
  abs: simd(0xe0),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  min: simd(0xea),
  max: simd(0xeb),
  convert: simd(0xfa),
};

/** A module of programs that work on the memory imported as `host.memory`. */
export function assemble(programs: Program[]): Uint8Array<ArrayBuffer> {
  const types = programs.map(({ parameters }) => [
    0x60,
    ...vector([...new Array<Code>(parameters.i32).fill([I32]), ...new Array<Code>(parameters.f32 ?? 0).fill([F32])]),
    0,
  ]);
  const imports = [[...text('host'), ...text('memory'), 0x02, 0x00, ...unsigned(0)]];
  const exports = programs.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]);
  const code = programs.map(({ locals, body }) => {
    const declared = vector([
      [...unsigned(locals.i32 ?? 0), I32],
      [...unsigned(locals.v128 ?? 0), V128],
    ]);
    const bytes = [...declared, ...body, 0x0b];
    return [...unsigned(bytes.length), ...bytes];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector(imports)),
    ...section(3, vector(programs.map((_, index) => unsigned(index)))),
    ...section(7, vector(exports)),
    ...section(10, vector(code)),
  ]);
}
