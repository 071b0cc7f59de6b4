/** A PNG of a photo, several times as fast as the picture library makes one. */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { type Allocate, withKeptMemory } from './kept-memory.ts';
import type { Picture } from './picture.ts';
import { createMemoryPlan } from './simd/memory-plan.ts';
import { BLOCK, difference, memory } from './simd/row-programs.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** PNG's color types. */
const COLOR_TYPE = { 1: 0, 3: 2 };
/** PNG's row filter that keeps the difference to the row above. */
const UP = 2;
/** zlib's header: deflate with a window of 32 KiB, quickest. */
const ZLIB_HEADER = Uint8Array.of(0x78, 0x01);
/** Bytes packed by one thread at least. */
const LEAST_PART = 256 * 1024;
const MOST_PARTS = 4;

const pack = promisify(deflateRaw) as (bytes: Uint8Array, options: object) => Promise<Buffer>;

/**
 * Lossless PNG of a photo or of what a filter made of one: each row is kept as its difference to the one above, and packed without a search for
 * what was there before, which finds little in photos and takes most of the time; parts of it at the same time. Figures with even areas are
 * smaller by encodePng.
 */
export function encodePhotoPng({ width, height, channels, data }: Picture): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, COLOR_TYPE[channels], 0, 0, 0], 8);
  return withKeptMemory(async (allocate) => {
    const rows = filterRows(data, width * channels, height, allocate);
    const packing = packParts(rows);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(adler32(rows));
    const packed = [ZLIB_HEADER, ...(await packing), sum];
    return Buffer.concat([SIGNATURE, ...chunk('IHDR', [header]), ...chunk('IDAT', packed), ...chunk('IEND', [])]);
  });
}

/** Parts packed on their own and joined: all but the last end at a byte without ending the stream. */
function packParts(rows: Uint8Array): Promise<Buffer[]> {
  const count = Math.max(1, Math.min(MOST_PARTS, Math.floor(rows.length / LEAST_PART)));
  const size = Math.ceil(rows.length / count);
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      pack(rows.subarray(index * size, (index + 1) * size), {
        level: 1,
        strategy: constants.Z_RLE,
        memLevel: 9,
        chunkSize: Math.max(1024, size >> 1),
        finishFlush: index === count - 1 ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      }),
    ),
  );
}

/** Rows of bytes, each behind its filter's number; the first one's row above is zeros. */
function filterRows(data: Uint8Array, rowBytes: number, height: number, allocate: Allocate): Uint8Array {
  const place = createMemoryPlan();
  const room = rowBytes + BLOCK;
  const addresses = [place(room), place(room)] as const;
  const target = place(room);
  const lines = addresses.map((address) => new Uint8Array(memory.buffer, address, rowBytes).fill(0));
  const made = new Uint8Array(memory.buffer, target, rowBytes);
  const filtered = allocate((rowBytes + 1) * height);
  const blocks = Math.ceil(rowBytes / BLOCK);
  for (let y = 0; y < height; y++) {
    const own = y % 2;
    lines[own]!.set(data.subarray(y * rowBytes, (y + 1) * rowBytes));
    difference(target, blocks, addresses[own]!, addresses[1 - own]!);
    filtered[y * (rowBytes + 1)] = UP;
    filtered.set(made, y * (rowBytes + 1) + 1);
  }
  return filtered;
}

/** Bytes that can be summed before the sums have to be brought below the modulus again (RFC 1950). */
const SUMMED_AT_ONCE = 5552;
const ADLER_MODULUS = 65_521;

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += SUMMED_AT_ONCE) {
    const end = Math.min(bytes.length, start + SUMMED_AT_ONCE);
    for (let at = start; at < end; at++) {
      low += bytes[at]!;
      high += low;
    }
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  return high * 65_536 + low;
}

/** Length, type, contents and check sum. */
function chunk(type: string, contents: Uint8Array[]): Uint8Array[] {
  const name = Buffer.from(type, 'latin1');
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(
    contents.reduce((length, content) => length + content.length, 0),
    0,
  );
  ends.writeUInt32BE(
    [name, ...contents].reduce((sum, content) => crc32(content, sum), 0),
    4,
  );
  return [ends.subarray(0, 4), name, ...contents, ends.subarray(4)];
}
