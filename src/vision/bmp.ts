/** Windows bitmaps, which the picture library does not read: uncompressed, 1 to 32 bits a pixel, with a palette or bit masks. */
import type { Picture } from './picture.ts';
import { Problem } from './problem.ts';

const FILE_HEADER_BYTES = 14;
/** The first header of all, of OS/2: 16-bit sizes and 3-byte palette entries. */
const CORE_HEADER_BYTES = 12;
const INFO_HEADER_BYTES = 40;
const UNCOMPRESSED = 0;
const BIT_FIELDS = 3;
const ALPHA_BIT_FIELDS = 6;
/** Bit masks of red, green, blue and alpha that hold when the file gives none. */
const MASKS_16 = [0x7c00, 0x03e0, 0x001f, 0];
const MASKS_32 = [0xff0000, 0x00ff00, 0x0000ff, 0];

export interface BmpHeader {
  /** Pixels. */
  width: number;
  height: number;
  /** Rows are stored from the top; most files store them from the bottom. */
  topDown: boolean;
  bitsPerPixel: number;
  compression: number;
  headerBytes: number;
  /** Where the pixels begin, bytes from the file's start. */
  pixelsAt: number;
  /** Entries that the palette has at most. */
  paletteSize: number;
}

/**
 * Reads the header alone, so that the size can be judged before any memory is taken.
 * @throws Problem `picture-unreadable`, `picture-format` {format} for run-length, JPEG or PNG compression within
 */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  return guarded(() => {
    const view = viewOf(bytes);
    const headerBytes = view.getUint32(FILE_HEADER_BYTES, true);
    const pixelsAt = view.getUint32(10, true);
    if (headerBytes === CORE_HEADER_BYTES) {
      const bitsPerPixel = view.getUint16(24, true);
      const paletteSize = 2 ** Math.min(bitsPerPixel, 8);
      const core = { width: view.getUint16(18, true), height: view.getUint16(20, true), topDown: false, compression: UNCOMPRESSED };
      return checked({ ...core, bitsPerPixel, headerBytes, pixelsAt, paletteSize });
    }
    const height = view.getInt32(22, true);
    const bitsPerPixel = view.getUint16(28, true);
    return checked({
      width: view.getInt32(18, true),
      height: Math.abs(height),
      topDown: height < 0,
      bitsPerPixel,
      compression: view.getUint32(30, true),
      headerBytes,
      pixelsAt,
      paletteSize: view.getUint32(46, true) || 2 ** Math.min(bitsPerPixel, 8),
    });
  });
}

/**
 * Decodes to three channels; a transparent pixel shows white.
 * @throws Problem `picture-unreadable` when the file is shorter than its header promises
 */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): Picture {
  return guarded(() => {
    const rowBytes = Math.ceil((header.width * header.bitsPerPixel) / 32) * 4;
    if (header.pixelsAt + rowBytes * (header.height - 1) + Math.ceil((header.width * header.bitsPerPixel) / 8) > bytes.length) {
      throw new Problem('picture-unreadable');
    }
    const data = new Uint8Array(header.width * header.height * 3);
    const readRow = rowReader(bytes, header);
    for (let y = 0; y < header.height; y++) {
      const row = header.topDown ? y : header.height - 1 - y;
      readRow(header.pixelsAt + row * rowBytes, data, y * header.width * 3);
    }
    return { width: header.width, height: header.height, channels: 3, data };
  });
}

type RowReader = (from: number, target: Uint8Array, to: number) => void;

function rowReader(bytes: Uint8Array, header: BmpHeader): RowReader {
  const { width, bitsPerPixel } = header;
  if (bitsPerPixel <= 8) return paletteReader(bytes, header);
  if (bitsPerPixel === 24) {
    return (from, target, to) => {
      for (let x = 0; x < width; x++) {
        target[to + 3 * x] = bytes[from + 3 * x + 2]!;
        target[to + 3 * x + 1] = bytes[from + 3 * x + 1]!;
        target[to + 3 * x + 2] = bytes[from + 3 * x]!;
      }
    };
  }
  return maskReader(bytes, header);
}

function paletteReader(bytes: Uint8Array, { width, bitsPerPixel, headerBytes, paletteSize }: BmpHeader): RowReader {
  const entryBytes = headerBytes === CORE_HEADER_BYTES ? 3 : 4;
  const paletteAt = FILE_HEADER_BYTES + headerBytes;
  const mask = 2 ** bitsPerPixel - 1;
  return (from, target, to) => {
    for (let x = 0; x < width; x++) {
      const bit = x * bitsPerPixel;
      // the leftmost pixel lies in the highest bits
      const index = (bytes[from + (bit >> 3)]! >> (8 - bitsPerPixel - (bit & 7))) & mask;
      const entry = paletteAt + Math.min(index, paletteSize - 1) * entryBytes;
      target[to + 3 * x] = bytes[entry + 2]!;
      target[to + 3 * x + 1] = bytes[entry + 1]!;
      target[to + 3 * x + 2] = bytes[entry]!;
    }
  };
}

function maskReader(bytes: Uint8Array, header: BmpHeader): RowReader {
  const view = viewOf(bytes);
  const read = header.bitsPerPixel === 16 ? (at: number) => view.getUint16(at, true) : (at: number) => view.getUint32(at, true);
  const masks = masksOf(view, header);
  const channels = masks.map((mask) => {
    const shift = mask === 0 ? 0 : Math.log2((mask & -mask) >>> 0);
    return { mask, shift, scale: mask === 0 ? 0 : 255 / (mask >>> shift) };
  });
  const bytesPerPixel = header.bitsPerPixel / 8;
  // many programs leave the alpha of an opaque picture at zero everywhere
  const alpha = hasVisiblePixel(read, channels[3]!.mask, header) ? channels[3]! : undefined;
  return (from, target, to) => {
    for (let x = 0; x < header.width; x++) {
      const pixel = read(from + x * bytesPerPixel);
      const opacity = alpha === undefined ? 1 : (((pixel & alpha.mask) >>> alpha.shift) * alpha.scale) / 255;
      for (let channel = 0; channel < 3; channel++) {
        const { mask, shift, scale } = channels[channel]!;
        target[to + 3 * x + channel] = Math.round(255 + opacity * (((pixel & mask) >>> shift) * scale - 255));
      }
    }
  };
}

function masksOf(view: DataView, { bitsPerPixel, compression, headerBytes }: BmpHeader): number[] {
  if (compression === UNCOMPRESSED) return bitsPerPixel === 16 ? MASKS_16 : MASKS_32;
  // a plain header is followed by three masks; later headers hold four at the same place
  const hasAlpha = headerBytes > INFO_HEADER_BYTES + 12 || compression === ALPHA_BIT_FIELDS;
  const at = FILE_HEADER_BYTES + INFO_HEADER_BYTES;
  return [0, 4, 8, 12].map((offset) => (offset < 12 || hasAlpha ? view.getUint32(at + offset, true) : 0));
}

function hasVisiblePixel(read: (at: number) => number, alphaMask: number, { width, height, pixelsAt, bitsPerPixel }: BmpHeader): boolean {
  if (alphaMask === 0) return false;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if ((read(pixelsAt + y * rowBytes + (x * bitsPerPixel) / 8) & alphaMask) !== 0) return true;
  }
  return false;
}

function checked(header: BmpHeader): BmpHeader {
  const { width, height, bitsPerPixel, compression } = header;
  if (width <= 0 || height <= 0) throw new Problem('picture-unreadable');
  const masked = (compression === BIT_FIELDS || compression === ALPHA_BIT_FIELDS) && (bitsPerPixel === 16 || bitsPerPixel === 32);
  if (![1, 2, 4, 8, 16, 24, 32].includes(bitsPerPixel)) throw new Problem('picture-unreadable');
  if (compression !== UNCOMPRESSED && !masked) throw new Problem('picture-format', { format: 'BMP (RLE)' });
  return header;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A read beyond the end of a cut-off file is the file's fault. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new Problem('picture-unreadable');
    throw error;
  }
}
