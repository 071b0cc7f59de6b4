import type { Block } from '../src/chat/reply.ts';
import type { BorderName as Border } from '../src/engine/kernel-names.ts';

/** The layer of a step card, as code needs it. Shapes are height × width. */
export interface StepLayer {
  input: { height: number; width: number };
  channels: number;
  /** One, or two whose results are combined as √(a² + b²); all of one size. */
  kernels: { values: number[][]; denominator: number }[];
  stride: number;
  padding: { top: number; right: number; bottom: number; left: number };
  dilation: number;
  /** What lies in the padding; zero if not given. */
  border?: Border;
  /** The kernels given have been turned by 180°: code begins with them as they were. */
  flip?: boolean;
  at: { x: number; y: number };
  value: number;
  /** The numbers under the window of a single channel, where they are few enough to be written out. */
  pixels?: number[][];
}

/** The window's sum in PyTorch, by hand where its numbers are at hand, and as a layer over the whole input. */
export function torchCode(layer: StepLayer): Block {
  const { kernels, channels, stride, dilation, at, pixels, flip = false } = layer;
  const { denominator } = kernels[0]!;
  const value = written(layer.value);
  const over = denominator === 1 ? '' : ` / ${denominator}`;
  const byHand =
    pixels === undefined || kernels.length > 1
      ? []
      : [
          `window = torch.tensor(${nested(pixels)})`,
          flip
            ? `kernel = torch.flip(torch.tensor(${nested(turned(kernels[0]!.values))}), (0, 1))`
            : `kernel = torch.tensor(${nested(kernels[0]!.values)})`,
          `(window * kernel).sum()${over}  # ${value}`,
        ];
  const { x, padding } = torchInput(layer);
  const settings = [
    ...(stride === 1 ? [] : [`stride=${stride}`]),
    ...(padding === undefined ? [] : [`padding=${padding}`]),
    ...(dilation === 1 ? [] : [`dilation=${dilation}`]),
  ];
  const layered = `F.conv2d(${[x, flip ? 'torch.flip(w, (2, 3))' : 'w', ...settings].join(', ')})`;
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

/** The input with its padding, or the padding that the layer itself adds. */
function torchInput({ input, padding: { top, right, bottom, left }, border = 'zero' }: StepLayer): { x: string; padding?: string } {
  const sides = `(${left}, ${right}, ${top}, ${bottom})`;
  if (top + right + bottom + left === 0) return { x: 'x' };
  if (border === 'zero') {
    if (top !== bottom || left !== right) return { x: `F.pad(x, ${sides})` };
    return { x: 'x', padding: top === left ? String(top) : `(${top}, ${left})` };
  }
  // the library mirrors and goes round once only
  const most = { reflect: -1, replicate: Number.POSITIVE_INFINITY, circular: 0 }[border];
  const fits = Math.max(top, bottom) <= input.height + most && Math.max(left, right) <= input.width + most;
  if (fits) return { x: `F.pad(x, ${sides}, mode='${border}')` };
  return { x: `torch.from_numpy(np.pad(x, ((0, 0), (0, 0), (${top}, ${bottom}), (${left}, ${right})), '${NUMPY_MODES[border]}'))` };
}

const NUMPY_MODES = { reflect: 'reflect', replicate: 'edge', circular: 'wrap' } as const;

/** The same in TensorFlow.js. */
export function tensorflowCode(layer: StepLayer): Block {
  const { kernels, channels, at, pixels, flip = false } = layer;
  const { denominator, values } = kernels[0]!;
  const value = written(layer.value);
  const over = denominator === 1 ? '' : `.div(${denominator})`;
  const byHand =
    pixels === undefined || kernels.length > 1
      ? []
      : [
          `const window = tf.tensor2d(${nested(pixels)});`,
          flip
            ? `const kernel = tf.reverse(tf.tensor2d(${nested(turned(values))}), [0, 1]);`
            : `const kernel = tf.tensor2d(${nested(values)});`,
          `window.mul(kernel).sum()${over}; // ${value}`,
        ];
  const { height, width } = layer.input;
  const shapes = `// x: 1×${height}×${width}×${channels}, w: ${values.length}×${values[0]!.length}×${channels}×${kernels.length}`;
  // the library takes either a stride or a dilation: without the stride the same number lies further out
  const step = layer.dilation > 1 ? layer.stride : 1;
  const cell = `.slice([0, ${at.y * step}, ${at.x * step}, 0], [1, 1, 1, ${kernels.length}])${kernels.length === 1 ? over : '.norm()'}`;
  const { call, before } = layerCall(layer);
  return { type: 'code', language: 'js', text: [...byHand, shapes, ...before, `${call}${cell}; // ${value}`].join('\n') };
}

/** The layer; `before`: what is done to x where the library has no such padding. */
function layerCall({ input, stride, padding, border = 'zero', dilation, flip = false }: StepLayer): { call: string; before: string[] } {
  const { top, right, bottom, left } = padding;
  const none = top + right + bottom + left === 0;
  const sides = `[[0, 0], [${top}, ${bottom}], [${left}, ${right}], [0, 0]]`;
  const own = border === 'zero' && !none;
  const mirrors = border === 'reflect' && Math.max(top, bottom) < input.height && Math.max(left, right) < input.width;
  const before =
    none || border === 'zero' || mirrors
      ? []
      : [
          `// TensorFlow.js has no such border: padded = np.pad(x, ${sides.replaceAll('[', '(').replaceAll(']', ')')}, '${NUMPY_MODES[border]}')`,
        ];
  const x = before.length > 0 ? 'padded' : !none && mirrors ? `tf.mirrorPad(x, ${sides}, 'reflect')` : 'x';
  const w = flip ? 'tf.reverse(w, [0, 1])' : 'w';
  const pad = own ? sides : "'valid'";
  return {
    call: dilation === 1 ? `tf.conv2d(${x}, ${w}, ${stride}, ${pad})` : `tf.conv2d(${x}, ${w}, 1, ${pad}, 'NHWC', ${dilation})`,
    before,
  };
}

/** A kernel turned by 180°. */
const turned = (values: number[][]) => values.map((row) => row.toReversed()).toReversed();

const nested = (rows: number[][]) => `[${rows.map((row) => `[${row.map(written).join(', ')}]`).join(', ')}]`;

/** At most seven digits: as exact as 32 bits are. */
const written = (value: number) => String(Number(value.toPrecision(7)));
