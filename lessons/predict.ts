import { createRandom } from './quiz/random.ts';

/** One choice of a prediction; `mistake` names the misconception or the kernel that it stands for. */
export interface PredictedChoice {
  value: string;
  mistake?: string;
}

interface Size {
  height: number;
  width: number;
}

/** Kernels with effects that nobody takes for one another, as rows of what may stand in for each other. */
const EFFECTS = [
  ['gaussian', 'gaussian273', 'box', 'motion'],
  ['sharpen', 'unsharp'],
  ['emboss'],
  ['sobel', 'prewitt', 'scharr', 'roberts', 'outline', 'laplacian'],
  ['sobel_x', 'prewitt_x', 'scharr_x'],
  ['sobel_y', 'prewitt_y', 'scharr_y'],
];

/** Always the same order for the same words. */
const randomFor = (words: string) => createRandom([...words].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7));

/** Which of four pictures? The kernel and three with another effect, in an order that `seed` decides. */
export function pictureChoices(kernel: string, seed: string): PredictedChoice[] {
  const random = randomFor(seed);
  const others = random.shuffle(EFFECTS.filter((group) => !group.includes(kernel)).map(([first]) => first!)).slice(0, 3);
  return random.shuffle([{ value: kernel }, ...others.map((value) => ({ value, mistake: value }))]);
}

/** What size comes out at a stride above 1? The output, and what common slips lead to. */
export function sizeChoices(input: Size, output: Size, stride: number, seed: string): PredictedChoice[] {
  const both = (of: (side: keyof Size) => number) => `${of('height')}x${of('width')}`;
  const answer = both((side) => output[side]);
  const wrong: PredictedChoice[] = [
    { mistake: 'size-kept', value: both((side) => input[side]) },
    { mistake: 'forgot-plus-one', value: both((side) => output[side] - 1) },
    { mistake: 'stride-forgotten', value: both((side) => (output[side] - 1) * stride + 1) },
    { mistake: 'ceil', value: both((side) => output[side] + 1) },
  ];
  const distinct = wrong.filter(
    ({ value }, index) => value !== answer && !/^0x|x0$/.test(value) && wrong.findIndex((other) => other.value === value) === index,
  );
  return randomFor(seed).shuffle([{ value: answer }, ...distinct.slice(0, 3)]);
}

/** A kernel to predict after this one: another effect, the same one for the same picture. */
export function nextToPredict(used: string | undefined, seed: string): string {
  const groups = EFFECTS.filter((group) => used === undefined || !group.includes(used));
  return randomFor(`${seed} ${used ?? ''}`).pick(groups)[0]!;
}
