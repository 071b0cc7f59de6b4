import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, registerFont } from 'canvas';
import { projectRoot } from '../../project-root.ts';
import type { Plane } from '../../vision/picture.ts';
import type { Random } from './random.ts';

const packages = ['@expo-google-fonts/inter', '@expo-google-fonts/jetbrains-mono', 'dejavu-fonts-ttf'];
/** Letters and signs that differ from every digit in every font and hand; O, I, l, S, Z, B, b, q, g, З, б, ч and the like are left out. */
const letters = 'ACEFHKMNPRTUVWXYacdefhkmnprtuvwxyЖШЩЮЯЫФДЦПЛМИНКГУХЪВждшщюямфикнлпцхыр@#&%$?+*=<>№§{}€';

let registered: string[] | undefined;

/** Registers the fonts that come with the project's packages once, each under a family name of its own, and says these names. */
export function registerFonts(): string[] {
  registered ??= registerAll();
  return registered;
}

function registerAll(): string[] {
  const files = packages.flatMap((name) => {
    const folder = join(projectRoot, 'node_modules', name);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ttf') && !path.includes('Math'))
      .sort()
      .map((path) => join(folder, path));
  });
  return files.map((path, index) => {
    const family = `training-${index}`;
    registerFont(path, { family });
    return family;
  });
}

/** Draws one printed character, a little slanted and stretched: ink 0…1. */
export function drawPrinted(text: string, family: string, side: number, random: Random): Plane {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#000';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#fff';
  context.translate(side / 2, side / 2);
  context.rotate(random.normal() * 0.08);
  context.transform(Math.exp(random.normal() * 0.12), 0, random.normal() * 0.1, 1, 0, 0);
  context.font = `${Math.round(side * 0.75)}px ${family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 0, 0);
  const { data } = context.getImageData(0, 0, side, side);
  const ink = new Float32Array(side * side);
  for (let i = 0; i < ink.length; i++) ink[i] = data[i * 4]! / 255;
  return { width: side, height: side, data: ink };
}

/** A printed letter or sign that is no digit. */
export function drawPrintedLetter(family: string, side: number, random: Random): Plane {
  return drawPrinted(random.pick([...letters]), family, side, random);
}
