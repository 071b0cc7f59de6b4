/** Strokes of a drawing: points in the unit square, with the pen's width as a share of its side. */
export interface Stroke {
  width: number;
  points: { x: number; y: number }[];
}

/** Side of the picture that is sent, pixels: enough for a reader that works with 28. */
const EXPORT_SIDE = 560;
const PAPER = '#ffffff';
const INK = '#111417';

/** Draws the strokes on white paper, whatever the page's theme: this is what the network is to read. */
export function paint(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const side = canvas.width;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = INK;
  pen.fillStyle = INK;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { width, points } of strokes) {
    const [first, ...rest] = points;
    if (first === undefined) continue;
    pen.lineWidth = width * side;
    pen.beginPath();
    pen.moveTo(first.x * side, first.y * side);
    // a touch without movement is a dot
    if (rest.length === 0) pen.lineTo(first.x * side + 0.01, first.y * side);
    let last = first;
    for (const point of rest) {
      // through the middles of the segments: round where the pointer's reports are sparse
      pen.quadraticCurveTo(last.x * side, last.y * side, ((last.x + point.x) / 2) * side, ((last.y + point.y) / 2) * side);
      last = point;
    }
    pen.lineTo(last.x * side, last.y * side);
    pen.stroke();
  }
}

/** The drawing as a PNG. */
export function exportDrawing(strokes: readonly Stroke[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = EXPORT_SIDE;
  canvas.height = EXPORT_SIDE;
  paint(canvas, strokes);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  );
}
