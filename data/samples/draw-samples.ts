import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CanvasRenderingContext2D, createCanvas } from 'canvas';
import { projectRoot } from '../../src/project-root.ts';

/** Width and height of the scene, pixels. */
const WIDTH = 720;
const HEIGHT = 480;

/**
 * Draws the pictures that are always there to try a command on: a harbor scene with straight, slanted and round edges, fine patterns and soft
 * shades, and a handwritten seven. The files beside this one were made by it.
 */
export async function drawSamples(folder = join(projectRoot, 'data/samples')): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'scene.png'), drawScene());
  await writeFile(join(folder, 'seven.png'), drawSeven());
}

/** A small fixed source of numbers, so that the pictures are the same every time. */
function createNoise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function drawScene(): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  const noise = createNoise(7);
  fillVertical(context, 0, 340, ['#2f6fb3', '#8fbfe6', '#f6dfb8']);
  context.fillStyle = '#fff4cf';
  disc(context, 560, 92, 40);
  for (const [x, y, size] of [
    [130, 80, 34],
    [190, 92, 26],
    [90, 96, 24],
    [420, 130, 22],
    [455, 136, 30],
    [500, 140, 20],
  ] as const) {
    context.fillStyle = 'rgba(255,255,255,0.85)';
    disc(context, x, y, size);
  }
  // hills
  context.fillStyle = '#5f7f6f';
  polygon(context, [0, 340, 0, 240, 90, 190, 180, 230, 270, 200, 360, 262, 470, 225, 600, 270, 720, 235, 720, 340]);
  // the lighthouse: stripes, a gallery, a lantern
  context.fillStyle = '#f3efe6';
  polygon(context, [232, 340, 250, 120, 302, 120, 320, 340]);
  context.fillStyle = '#b5332e';
  for (let stripe = 0; stripe < 4; stripe++) {
    const top = 140 + stripe * 54;
    const half = (y: number) => 26 + ((y - 120) / 220) * 18;
    polygon(context, [276 - half(top), top, 276 + half(top), top, 276 + half(top + 26), top + 26, 276 - half(top + 26), top + 26]);
  }
  context.fillStyle = '#2b2f36';
  context.fillRect(240, 110, 72, 12);
  context.fillRect(256, 78, 40, 32);
  context.fillStyle = '#ffe27a';
  context.fillRect(262, 84, 28, 26);
  context.fillStyle = '#2b2f36';
  polygon(context, [250, 78, 276, 52, 302, 78]);
  // a house of bricks with windows
  context.fillStyle = '#a5583f';
  context.fillRect(430, 225, 190, 115);
  context.strokeStyle = '#cf8f73';
  context.lineWidth = 1.5;
  for (let row = 0; row < 10; row++) {
    for (let brick = -1; brick < 9; brick++) {
      const x = Math.max(430, 430 + brick * 24 + (row % 2) * 12);
      const width = Math.min(24, 620 - x);
      if (width > 0) context.strokeRect(x, 225 + row * 11.5, width, 11.5);
    }
  }
  context.fillStyle = '#3a2a28';
  polygon(context, [415, 228, 525, 150, 635, 228]);
  for (const x of [452, 508, 564]) {
    context.fillStyle = '#f7e7a0';
    context.fillRect(x, 250, 34, 44);
    context.fillStyle = '#2c2524';
    context.fillRect(x + 15, 250, 4, 44);
    context.fillRect(x, 270, 34, 4);
  }
  // the quay, a checkered path to it, and the sea with ripples
  context.fillStyle = '#8b8578';
  context.fillRect(0, 338, WIDTH, 26);
  for (let tile = 0; tile < 24; tile++) {
    context.fillStyle = tile % 2 === 0 ? '#57534a' : '#d8d2c2';
    context.fillRect(tile * 30, 344, 30, 12);
  }
  fillVertical(context, 364, HEIGHT, ['#3d7ea6', '#123c5a']);
  for (let ripple = 0; ripple < 240; ripple++) {
    const y = 370 + noise() * 108;
    const length = 8 + noise() * 30;
    context.strokeStyle = `rgba(255,255,255,${0.1 + noise() * 0.3})`;
    context.lineWidth = 1 + noise() * 1.6;
    context.beginPath();
    const x = noise() * WIDTH;
    context.moveTo(x, y);
    context.quadraticCurveTo(x + length / 2, y - 4, x + length, y);
    context.stroke();
  }
  drawBoat(context, 130, 412);
  addGrain(context, noise);
  return canvas.toBuffer('image/png', { compressionLevel: 9 });
}

function drawBoat(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.fillStyle = '#f5f1e8';
  polygon(context, [x + 4, y - 14, x + 4, y - 122, x + 84, y - 22]);
  context.fillStyle = '#d9822b';
  polygon(context, [x - 6, y - 16, x - 6, y - 98, x - 58, y - 24]);
  context.fillStyle = '#4d3222';
  polygon(context, [x - 74, y - 12, x + 96, y - 12, x + 70, y + 20, x - 50, y + 20]);
  context.fillRect(x - 3, y - 128, 5, 120);
}

function drawSeven(): Buffer {
  const canvas = createCanvas(420, 420);
  const context = canvas.getContext('2d');
  const light = context.createRadialGradient(150, 120, 20, 210, 210, 360);
  light.addColorStop(0, '#fbf8f0');
  light.addColorStop(1, '#c9c2b4');
  context.fillStyle = light;
  context.fillRect(0, 0, 420, 420);
  context.strokeStyle = 'rgba(110,140,190,0.35)';
  context.lineWidth = 1.5;
  for (let y = 40; y < 420; y += 46) {
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(420, y + 6);
    context.stroke();
  }
  context.strokeStyle = '#1d2b6b';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 13;
  context.beginPath();
  context.moveTo(150, 142);
  context.bezierCurveTo(190, 128, 240, 136, 282, 126);
  context.bezierCurveTo(252, 190, 222, 240, 200, 318);
  context.stroke();
  context.lineWidth = 10;
  context.beginPath();
  context.moveTo(178, 226);
  context.quadraticCurveTo(220, 216, 262, 222);
  context.stroke();
  addGrain(context, createNoise(3), 420, 420);
  return canvas.toBuffer('image/png', { compressionLevel: 9 });
}

function fillVertical(context: CanvasRenderingContext2D, top: number, bottom: number, stops: readonly string[]): void {
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  stops.forEach((color, index) => {
    gradient.addColorStop(index / (stops.length - 1), color);
  });
  context.fillStyle = gradient;
  context.fillRect(0, top, WIDTH, bottom - top);
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function polygon(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  for (let index = 0; index < points.length; index += 2) context.lineTo(points[index]!, points[index + 1]!);
  context.closePath();
  context.fill();
}

/** A camera's noise, so that blurring has something to calm. */
function addGrain(context: CanvasRenderingContext2D, noise: () => number, width = WIDTH, height = HEIGHT): void {
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grain = (noise() + noise() - 1) * 9;
    for (let channel = 0; channel < 3; channel++) pixels.data[at + channel]! += grain;
  }
  context.putImageData(pixels, 0, 0);
}
