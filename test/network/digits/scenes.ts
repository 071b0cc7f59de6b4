/**
 * Pictures as people send them, made from single digits by another hand than the training's: paper with shadows and lines,
 * boards, thick and thin pens, small and off-centre figures, tiny scans, mouse drawings. All repeatable from a seed.
 */
import sharp from 'sharp';
import { createRandom, type Random } from '../../../src/network/training/random.ts';
import { resampleBox } from '../../../src/vision/digit/resample.ts';
import type { Picture, Plane } from '../../../src/vision/picture.ts';

export type Color = readonly [number, number, number];

/** Draws one scene around a digit's ink (28×28, 0…1). */
export type Scene = (digit: Plane, random: Random) => Picture | Promise<Picture>;

interface Canvas {
  width: number;
  height: number;
  /** height × width × 3, 0…255. */
  data: Float32Array;
}

const pens: readonly Color[] = [
  [25, 25, 30],
  [30, 45, 140],
  [20, 20, 90],
  [150, 25, 30],
  [25, 100, 45],
  [70, 70, 75],
];

export const scenes: Record<string, Scene> = {
  'MNIST as it is': (digit) => gray(digit, (ink) => ink * 255),
  'black on white, clean': (digit, random) => clean(digit, random, 0, 255),
  'white on black, clean': (digit, random) => clean(digit, random, 255, 0),
  'pen on shadowed paper': (digit, random) => photo(digit, random, {}),
  'pen on ruled paper': (digit, random) => photo(digit, random, { lines: 'ruled' }),
  'pen on squared paper': (digit, random) => photo(digit, random, { lines: 'squared' }),
  'pen, sheet on a table': (digit, random) => photo(digit, random, { table: true }),
  'thin pen': (digit, random) => photo(skeleton(digit), random, { growth: random.between(0.15, 0.4) }),
  'thick marker': (digit, random) => photo(digit, random, { growth: random.between(0.7, 1.3) }),
  'small and off-center': (digit, random) => photo(digit, random, { size: random.between(0.07, 0.12) }),
  'chalk on a board': (digit, random) => chalk(digit, random),
  'mouse drawing': (digit, random) => mouse(digit, random),
  'scan of 16×16, filled': (digit, random) => scan(digit, random, 16, true),
  'scan of 16×16 with margin': (digit, random) => scan(digit, random, 16, false),
  'scan of 8×8': (digit, random) => scan(digit, random, 8, true),
  'screenshot in a frame': (digit, random) => framed(digit, random),
};

/** What is no single digit; the digit given only serves those that need some ink. */
export const emptyScenes: Record<string, Scene> = {
  'white page': (_, random) => gray(plane(random.pick([64, 300, 800]), 240), () => random.pick([255, 250, 240])),
  'shadowed page': (_, random) => photo(undefined, random, {}),
  'ruled page': (_, random) => photo(undefined, random, { lines: 'ruled' }),
  'squared page': (_, random) => photo(undefined, random, { lines: 'squared' }),
  'page on a table': (_, random) => photo(undefined, random, { table: true }),
  'empty board': (_, random) => chalk(undefined, random),
};

function plane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

function gray(ink: Plane, value: (ink: number) => number): Picture {
  return {
    width: ink.width,
    height: ink.height,
    channels: 1,
    data: Uint8Array.from(ink.data, (v) => Math.max(0, Math.min(255, value(v)))),
  };
}

function clean(digit: Plane, random: Random, pen: number, ground: number): Picture {
  const side = Math.round(random.between(60, 420));
  const ink = placed(digit, side, side, { size: random.between(0.35, 0.85), drift: 0.15, growth: random.between(-0.2, 0.5) }, random);
  return gray(ink, (v) => ground + (pen - ground) * v);
}

interface Placing {
  /** Height of the digit's 28×28 frame, as a share of the picture's height. */
  size: number;
  /** How far from the middle, as a share of the picture. */
  drift: number;
  /** Strokes' outline moved outward, in pixels of the 28×28 frame. */
  growth?: number;
  hard?: boolean;
}

/** The digit's ink on a canvas: enlarged, its outline made crisp, turned and slanted a little, with a touch of perspective. */
function placed(digit: Plane, width: number, height: number, placing: Placing, random: Random): Plane {
  const { size, drift, growth = 0 } = placing;
  const up = 6;
  const large = resampleBox(digit, { x: 0, y: 0, width: 28, height: 28 }, 28 * up, 28 * up);
  const shape = outlineMoved(large, growth * up);
  const side = size * height;
  const angle = random.normal() * 0.07;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const shear = random.normal() * 0.08;
  const tilt = random.normal() * 0.12;
  const centerX = width / 2 + random.between(-drift, drift) * width;
  const centerY = height / 2 + random.between(-drift, drift) * height;
  const out = plane(width, height);
  const reach = side * 0.75;
  for (let y = Math.max(0, Math.floor(centerY - reach)); y < Math.min(height, centerY + reach); y++) {
    for (let x = Math.max(0, Math.floor(centerX - reach)); x < Math.min(width, centerX + reach); x++) {
      const [px, py] = [(x - centerX) / side, (y - centerY) / side];
      const depth = 1 + tilt * py;
      const u = (cos * px - sin * py + shear * py) / depth;
      const v = (sin * px + cos * py) / depth;
      out.data[y * width + x] = bilinear(shape, (u + 0.5) * 28 * up, (v + 0.5) * 28 * up);
    }
  }
  if (side < 28 * up * 0.5) return softened(out);
  return out;
}

function softened(ink: Plane): Plane {
  const out = plane(ink.width, ink.height);
  for (let y = 1; y < ink.height - 1; y++) {
    for (let x = 1; x < ink.width - 1; x++) {
      const at = y * ink.width + x;
      out.data[at] =
        0.5 * ink.data[at]! + 0.125 * (ink.data[at - 1]! + ink.data[at + 1]! + ink.data[at - ink.width]! + ink.data[at + ink.width]!);
    }
  }
  return out;
}

function bilinear({ width, height, data }: Plane, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) return 0;
  const [fx, fy, at] = [x - x0, y - y0, y0 * width + x0];
  return (1 - fy) * ((1 - fx) * data[at]! + fx * data[at + 1]!) + fy * ((1 - fx) * data[at + width]! + fx * data[at + width + 1]!);
}

/** Crisp ink whose outline lies `distance` pixels outside that of the source. Brute force, but exact. */
function outlineMoved(ink: Plane, distance: number): Plane {
  const { width, height, data } = ink;
  const radius = Math.ceil(Math.abs(distance));
  const out = plane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = data[y * width + x]!;
      if (radius > 0) {
        for (let dy = -radius; dy <= radius; dy++) {
          for (let dx = -radius; dx <= radius; dx++) {
            if (dx * dx + dy * dy > distance * distance || y + dy < 0 || x + dx < 0 || y + dy >= height || x + dx >= width) continue;
            const other = data[(y + dy) * width + x + dx]!;
            value = distance > 0 ? Math.max(value, other) : Math.min(value, other);
          }
        }
      }
      out.data[y * width + x] = Math.min(1, Math.max(0, (value - 0.35) / 0.3));
    }
  }
  return out;
}

/** Zhang and Suen's thinning of a digit, drawn back as ink about 1.3 pixels wide (28×28). */
function skeleton(digit: Plane): Plane {
  const up = 3;
  const large = resampleBox(digit, { x: 0, y: 0, width: 28, height: 28 }, 28 * up, 28 * up);
  const { width, height } = large;
  const on = Uint8Array.from(large.data, (value) => (value > 0.4 ? 1 : 0));
  const around = [-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1];
  for (let changed = true; changed; ) {
    changed = false;
    for (const phase of [0, 1]) {
      const gone: number[] = [];
      for (let at = width + 1; at < width * (height - 1) - 1; at++) {
        if (on[at] === 0) continue;
        const p = around.map((step) => on[at + step]!);
        const count = p.reduce((sum, value) => sum + value, 0);
        const turns = p.filter((value, i) => value === 0 && p[(i + 1) % 8] === 1).length;
        const [a, b] = phase === 0 ? [p[0]! * p[2]! * p[4]!, p[2]! * p[4]! * p[6]!] : [p[0]! * p[2]! * p[6]!, p[0]! * p[4]! * p[6]!];
        if (count >= 2 && count <= 6 && turns === 1 && a === 0 && b === 0) gone.push(at);
      }
      for (const at of gone) on[at] = 0;
      changed ||= gone.length > 0;
    }
  }
  const thick = outlineMoved({ width, height, data: Float32Array.from(on) }, 1.5);
  return resampleBox(thick, { x: 0, y: 0, width, height }, 28, 28);
}

interface PhotoOptions {
  lines?: 'ruled' | 'squared';
  table?: boolean;
  size?: number;
  growth?: number;
}

async function photo(digit: Plane | undefined, random: Random, options: PhotoOptions): Promise<Picture> {
  const long = random.pick([480, 720, 1000, 1280]);
  const short = Math.round(long * 0.75);
  const [width, height] = random.chance(0.5) ? [long, short] : [short, long];
  const canvas: Canvas = { width, height, data: new Float32Array(width * height * 3) };
  const paper = [random.between(215, 255), random.between(215, 250), random.between(200, 245)] as const;
  fill(canvas, () => paper);
  if (options.lines) ruled(canvas, options.lines, random);
  if (digit) {
    const size = options.size ?? random.between(0.25, 0.7);
    const scale = Math.min(width, height) / height;
    const ink = placed(
      digit,
      width,
      height,
      { size: size * scale, drift: options.size ? 0.33 : 0.12, growth: options.growth ?? random.between(-0.3, 0.3) },
      random,
    );
    const pen = random.pick(pens);
    const strength = random.between(0.75, 1);
    blend(canvas, pen, (at) => ink.data[at]! * strength);
  }
  if (options.table) table(canvas, random);
  light(canvas, random);
  grain(canvas, random.between(1, 6), random);
  return jpeg(canvas, Math.round(random.between(55, 92)));
}

function fill(canvas: Canvas, color: (at: number) => Color): void {
  for (let at = 0; at < canvas.width * canvas.height; at++) canvas.data.set(color(at), at * 3);
}

function blend(canvas: Canvas, color: Color, share: (at: number) => number): void {
  for (let at = 0; at < canvas.width * canvas.height; at++) {
    const part = share(at);
    if (part === 0) continue;
    for (let c = 0; c < 3; c++) canvas.data[at * 3 + c] = canvas.data[at * 3 + c]! * (1 - part) + color[c]! * part;
  }
}

function ruled(canvas: Canvas, kind: 'ruled' | 'squared', random: Random): void {
  const { width, height } = canvas;
  const pitch = Math.min(width, height) * (kind === 'ruled' ? random.between(0.08, 0.2) : random.between(0.05, 0.13));
  const thick = random.between(1, 2.2) * (Math.min(width, height) / 600);
  const angle = random.normal() * 0.03;
  const bend = random.normal() * 2;
  const phase = random.next() * pitch;
  const ink = random.between(0.35, 0.8);
  const color: Color = random.chance(0.7) ? [120, 150, 205] : [150, 150, 150];
  const near = (value: number) => {
    const away = Math.abs((((value % pitch) + pitch) % pitch) - pitch / 2);
    return Math.max(0, Math.min(1, 0.5 + thick / 2 - away));
  };
  blend(canvas, color, (at) => {
    const x = at % width;
    const y = (at - x) / width;
    const flat = near(y + x * angle + bend * Math.sin((3 * x) / width) + phase);
    return ink * (kind === 'ruled' ? flat : Math.max(flat, near(x - y * angle + phase)));
  });
}

function table(canvas: Canvas, random: Random): void {
  const { width, height } = canvas;
  const wood: Color = random.pick([
    [95, 62, 40],
    [45, 45, 50],
    [170, 130, 90],
  ]);
  const slope = random.normal() * 0.06;
  const sides = [random.chance(0.7), random.chance(0.4), random.chance(0.5)];
  const depth = [0, 1, 2].map(() => random.between(0.04, 0.15));
  blend(canvas, wood, (at) => {
    const x = (at % width) / width;
    const y = Math.floor(at / width) / height;
    const out =
      (sides[0] && x < depth[0]! + slope * y) || (sides[1] && x > 1 - depth[1]! + slope * y) || (sides[2] && y > 1 - depth[2]! + slope * x);
    return out ? 1 : 0;
  });
}

/** Uneven light: a slope over the whole picture and one or two shadows with soft or rather sharp edges. */
function light(canvas: Canvas, random: Random): void {
  const { width, height, data } = canvas;
  const angle = random.between(0, 2 * Math.PI);
  const slope = random.between(0, 0.35);
  const shadows = Array.from({ length: random.below(3) }, () => ({
    angle: random.between(0, 2 * Math.PI),
    offset: random.between(-0.4, 0.4),
    soft: random.between(0.015, 0.2),
    depth: random.between(0.15, 0.5),
  }));
  const base = random.between(0.65, 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width - 0.5, y / height - 0.5];
      let gain = base * (1 + slope * (u * Math.cos(angle) + v * Math.sin(angle)));
      for (const shadow of shadows) {
        const t = (u * Math.cos(shadow.angle) + v * Math.sin(shadow.angle) - shadow.offset) / shadow.soft;
        gain *= 1 - shadow.depth / (1 + Math.exp(-4 * t));
      }
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) data[at + c]! *= gain;
    }
  }
}

function grain(canvas: Canvas, deviation: number, random: Random): void {
  for (let i = 0; i < canvas.data.length; i += 3) {
    const noise = (random.next() + random.next() + random.next() - 1.5) * 2 * deviation;
    for (let c = 0; c < 3; c++) canvas.data[i + c]! += noise;
  }
}

async function jpeg(canvas: Canvas, quality: number): Promise<Picture> {
  const bytes = Uint8Array.from(canvas.data, (value) => Math.max(0, Math.min(255, value)));
  const packed = await sharp(bytes, { raw: { width: canvas.width, height: canvas.height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
  return decoded(packed);
}

/** Decodes an image to sRGB bytes. */
export async function decoded(file: Buffer | string): Promise<Picture> {
  const { data, info } = await sharp(file)
    .flatten({ background: '#fff' })
    .toColorspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, data: new Uint8Array(data) };
}

function chalk(digit: Plane | undefined, random: Random): Promise<Picture> {
  const [width, height] = [800, 600];
  const canvas: Canvas = { width, height, data: new Float32Array(width * height * 3) };
  const board: Color = random.pick([
    [35, 60, 45],
    [30, 30, 32],
    [40, 70, 60],
  ]);
  fill(canvas, () => board);
  // Smears of a sponge.
  const smear = Array.from({ length: 4 }, () => ({
    x: random.next() * width,
    y: random.next() * height,
    r: random.between(80, 300),
    d: random.between(0, 18),
  }));
  for (const { x, y, r, d } of smear)
    blend(canvas, [200, 200, 200], (at) => (d / 200) * Math.exp(-(((at % width) - x) ** 2 + (Math.floor(at / width) - y) ** 2) / (r * r)));
  if (digit) {
    const ink = placed(digit, width, height, { size: random.between(0.3, 0.75), drift: 0.15, growth: random.between(-0.4, 0.2) }, random);
    const color: Color = random.pick([
      [235, 235, 230],
      [235, 220, 120],
      [235, 235, 230],
    ]);
    blend(canvas, color, (at) => (ink.data[at]! > 0 ? ink.data[at]! * Math.min(1, random.between(0.45, 1.3)) : 0));
  }
  light(canvas, random);
  grain(canvas, random.between(2, 8), random);
  return jpeg(canvas, 80);
}

/** A drawing pad: one width of pen, hard pixels, no shading. */
function mouse(digit: Plane, random: Random): Picture {
  const side = random.pick([140, 200, 280, 400]);
  const bones = skeleton(digit);
  const ink = placed(bones, side, side, { size: random.between(0.55, 1.1), drift: 0.08, growth: random.between(0.1, 1) }, random);
  const dark = random.chance(0.5);
  return gray(ink, (value) => (value > 0.5 === dark ? 0 : 255));
}

/** A scan of few pixels: the digit fills it, or stands with MNIST's margin; white on black or black on white. */
function scan(digit: Plane, random: Random, side: number, filled: boolean): Picture {
  let box = { x: 0, y: 0, width: 28, height: 28 };
  if (filled) {
    let [left, top, right, bottom] = [28, 28, 0, 0];
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        if (digit.data[y * 28 + x]! < 0.3) continue;
        [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      }
    }
    const size = Math.max(right - left, bottom - top) + 1;
    box = { x: (left + right + 1 - size) / 2, y: (top + bottom + 1 - size) / 2, width: size, height: size };
  }
  const dark = random.chance(0.5);
  return gray(resampleBox(digit, box, side, side), (value) => (dark ? 255 - value * 255 : value * 255));
}

/** A picture of a screen: a border drawn around the pad, the digit within. */
function framed(digit: Plane, random: Random): Picture {
  const side = Math.round(random.between(200, 500));
  const ink = placed(digit, side, side, { size: random.between(0.5, 0.8), drift: 0.06, growth: random.between(-0.2, 0.5) }, random);
  const margin = Math.round(side * random.between(0.02, 0.06));
  const thick = Math.round(random.between(1, 4));
  for (let y = margin; y < side - margin; y++) {
    for (let x = margin; x < side - margin; x++) {
      const edge = Math.min(x - margin, y - margin, side - margin - 1 - x, side - margin - 1 - y);
      if (edge < thick) ink.data[y * side + x] = 0.8;
    }
  }
  return gray(ink, (value) => 255 - 255 * value);
}

/** The same random stream for the same scene and number. */
export function sceneRandom(scene: string, index: number): Random {
  let hash = 17;
  for (const letter of scene) hash = Math.imul(hash, 31) + letter.codePointAt(0)!;
  return createRandom(hash + index * 1013);
}
