/** How much of the beginning is looked at for `<svg`, bytes. */
const SVG_SNIFF_BYTES = 4096;

/** What the decoder reads, by the names people know. */
export const READABLE_TYPES = ['PNG', 'JPEG', 'WebP', 'GIF', 'TIFF', 'AVIF', 'BMP'] as const;
export type ReadableType = (typeof READABLE_TYPES)[number];

/** Files that people take for pictures and send, known in order to say what they are. */
type OtherType = 'SVG' | 'HEIC' | 'JPEG XL' | 'JPEG 2000' | 'PSD' | 'ICO' | 'PDF' | 'MP4' | 'WebM';

export type PictureType = ReadableType | OtherType;

/** First bytes in hexadecimal, two digits a byte. */
const SIGNATURES: [PictureType, RegExp][] = [
  ['PNG', /^89504e470d0a1a0a/],
  ['JPEG', /^ffd8ff/],
  ['GIF', /^47494638(37|39)61/],
  ['WebP', /^52494646.{8}57454250/],
  // little- and big-endian, plain and BigTIFF
  ['TIFF', /^(4949(2a|2b)00|4d4d00(2a|2b))/],
  // two letters alone are too little: four zeros and the size of one of the known headers must follow
  ['BMP', /^424d.{8}0{8}.{8}(0c|28|34|38|40|6c|7c)000000/],
  ['JPEG XL', /^(ff0a|0000000c4a584c20)/],
  ['JPEG 2000', /^(0000000c6a502020|ff4fff51)/],
  ['PSD', /^38425053/],
  ['ICO', /^0000(01|02)00(?!00)..00/],
  ['PDF', /^255044462d/],
  ['WebM', /^1a45dfa3/],
];
const SIGNATURE_BYTES = 18;

/** How much of an ISO media file's first box is looked at, bytes. */
const BRANDS_BYTES = 96;

/** The type that the bytes themselves tell, whatever the file is called; undefined when it is none of these. */
export function sniffPictureType(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString('hex');
  const found = SIGNATURES.find(([, signature]) => signature.test(start));
  return found?.[0] ?? isoMediaType(bytes) ?? (isSvg(bytes) ? 'SVG' : undefined);
}

/** Photos and videos of phones share one container (ISO/IEC 14496-12); its first box, `ftyp`, lists the brands. */
function isoMediaType(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, BRANDS_BYTES));
  if (start.length < 12 || start.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const brands = start.toString('latin1', 8, start.readUInt32BE(0));
  if (/avi[fs]/.test(brands)) return 'AVIF';
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) ? 'HEIC' : 'MP4';
}

/** An XML text whose first element is `svg`. */
function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SVG_SNIFF_BYTES));
  if (!/^\s*</.test(start)) return false;
  const element = /<([a-z][\w.-]*:)?([a-z][\w.-]*)/i.exec(start)?.[2];
  return element?.toLowerCase() === 'svg';
}
