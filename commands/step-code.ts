import type { Block } from '../src/chat/reply.ts';

/** The layer of a step card, as code needs it. Shapes are height × width. */
export interface StepLayer {
  input: { height: number; width: number };
  channels: number;
  /** One, or two whose results are combined as √(a² + b²); all of one size. */
  kernels: { values: number[][]; denominator: number }[];
  stride: number;
  padding: { top: number; right: number; bottom: number; left: number };
  dilation: number;
  at: { x: number; y: number };
  value: number;
  /** The numbers under the window of a single channel, where they are few enough to be written out. */
  pixels?: number[][];
}

/** The window's sum in PyTorch, by hand where its numbers are at hand, and as a layer over the whole input. */
export function torchCode(layer: StepLayer): Block {
  const { kernels, channels, stride, padding, dilation, at, pixels } = layer;
  const { denominator } = kernels[0]!;
  const value = written(layer.value);
  const over = denominator === 1 ? '' : ` / ${denominator}`;
  const byHand =
    pixels === undefined || kernels.length > 1
      ? []
      : [
          `window = torch.tensor(${nested(pixels)})`,
          `kernel = torch.tensor(${nested(kernels[0]!.values)})`,
          `(window * kernel).sum()${over}  # ${value}`,
        ];
  const { top, right, bottom, left } = padding;
  const even = top === bottom && left === right;
  const x = even ? 'x' : `F.pad(x, (${left}, ${right}, ${top}, ${bottom}))`;
  const settings = [
    ...(stride === 1 ? [] : [`stride=${stride}`]),
    ...(even && (top > 0 || left > 0) ? [`padding=${top === left ? top : `(${top}, ${left})`}`] : []),
    ...(dilation === 1 ? [] : [`dilation=${dilation}`]),
  ];
  const layered = `F.conv2d(${[x, 'w', ...settings].join(', ')})`;
  const cell = kernels.length === 1 ? `[0, 0, ${at.y}, ${at.x}]${over}` : `[0, :, ${at.y}, ${at.x}].norm()`;
  const { height, width } = layer.input;
  const { values } = kernels[0]!;
  return {
    type: 'code',
    language: 'python',
    text: [
      ...byHand,
      `# x: 1×${channels}×${height}×${width}, w: ${kernels.length}×${channels}×${values.length}×${values[0]!.length}`,
      `${layered}${cell}  # ${value}`,
    ].join('\n'),
  };
}

/** The same in TensorFlow.js. */
export function tensorflowCode(layer: StepLayer): Block {
  const { kernels, channels, at, pixels } = layer;
  const { denominator, values } = kernels[0]!;
  const value = written(layer.value);
  const over = denominator === 1 ? '' : `.div(${denominator})`;
  const byHand =
    pixels === undefined || kernels.length > 1
      ? []
      : [
          `const window = tf.tensor2d(${nested(pixels)});`,
          `const kernel = tf.tensor2d(${nested(values)});`,
          `window.mul(kernel).sum()${over}; // ${value}`,
        ];
  const { height, width } = layer.input;
  const shapes = `// x: 1×${height}×${width}×${channels}, w: ${values.length}×${values[0]!.length}×${channels}×${kernels.length}`;
  // the library takes either a stride or a dilation: without the stride the same number lies further out
  const step = layer.dilation > 1 ? layer.stride : 1;
  const cell = `.slice([0, ${at.y * step}, ${at.x * step}, 0], [1, 1, 1, ${kernels.length}])${kernels.length === 1 ? over : '.norm()'}`;
  return { type: 'code', language: 'js', text: [...byHand, shapes, `${layerCall(layer)}${cell}; // ${value}`].join('\n') };
}

function layerCall({ stride, padding, dilation }: StepLayer): string {
  const { top, right, bottom, left } = padding;
  const none = top + right + bottom + left === 0;
  const pad = none ? "'valid'" : `[[0, 0], [${top}, ${bottom}], [${left}, ${right}], [0, 0]]`;
  return dilation === 1 ? `tf.conv2d(x, w, ${stride}, ${pad})` : `tf.conv2d(x, w, 1, ${pad}, 'NHWC', ${dilation})`;
}

const nested = (rows: number[][]) => `[${rows.map((row) => `[${row.map(written).join(', ')}]`).join(', ')}]`;

/** At most seven digits: as exact as 32 bits are. */
const written = (value: number) => String(Number(value.toPrecision(7)));
