/** A JPEG put together from parts that were encoded at the same time, one below the other. */

const MARKER = { frame: 0xc0, start: 0xda, restart: 0xd0, interval: 0xdd, end: 0xd9 };
/** A restart interval is written in 16 bits. */
const MOST_UNITS = 65_535;
/** Parts of a large picture: more than most processors have cores, so that little is left to do when the last one is ready. */
const PARTS = 8;
/** Pictures with fewer rows of units than this are encoded at once. */
const LEAST_UNIT_ROWS = 32;

/**
 * Rows of each part (the last may have fewer), so that all but the last hold the same whole number of units: blocks of 16×16 pixels where colors are
 * stored at half size, 8×8 in gray. Undefined for a picture that is not worth it.
 */
export function partRows({ width, height, channels }: { width: number; height: number; channels: number }): number | undefined {
  const unit = channels === 1 ? 8 : 16;
  const rows = Math.ceil(height / unit);
  if (rows < LEAST_UNIT_ROWS) return undefined;
  const perRow = Math.ceil(width / unit);
  return Math.min(Math.ceil(rows / PARTS), Math.floor(MOST_UNITS / perRow)) * unit;
}

/**
 * Joins baseline JPEGs of equal width, tables and sampling: the first one's header with the whole height and a restart interval of one part, then
 * all the compressed data with restart markers between (ITU-T T.81, B.2).
 * @param rows of each part but the last, as partRows tells them
 */
export function joinParts(
  parts: Uint8Array[],
  { width, height, channels, rows }: { width: number; height: number; channels: number; rows: number },
): Uint8Array {
  const unit = channels === 1 ? 8 : 16;
  const units = Math.ceil(width / unit) * (rows / unit);
  const [first] = parts as [Uint8Array];
  const { frame, start } = segmentsOf(first);
  const header = Buffer.from(first.subarray(0, start));
  header.writeUInt16BE(height, frame + 5);
  const data = parts.flatMap((part, index) => {
    const { dataStart } = segmentsOf(part);
    const mark = index === parts.length - 1 ? MARKER.end : MARKER.restart + (index % 8);
    // without its own end marker
    return [part.subarray(dataStart, part.length - 2), Uint8Array.of(0xff, mark)];
  });
  const interval = Uint8Array.of(0xff, MARKER.interval, 0, 4, units >> 8, units & 0xff);
  return Buffer.concat([header, interval, first.subarray(start, segmentsOf(first).dataStart), ...data]);
}

/** Where the frame header and the scan header begin, and the compressed data behind it. */
function segmentsOf(jpeg: Uint8Array): { frame: number; start: number; dataStart: number } {
  let frame = 0;
  for (let at = 2; ; ) {
    const marker = jpeg[at + 1]!;
    const end = at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!);
    if (marker === MARKER.start) return { frame, start: at, dataStart: end };
    if (marker === MARKER.frame) frame = at;
    at = end;
  }
}
