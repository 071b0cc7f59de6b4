import { createRequire } from 'node:module';
import { registerFont } from 'canvas';
import { DIVERGING } from '../vision/display.ts';
import type { Theme } from './figure.ts';

const resolve = createRequire(import.meta.url).resolve;

// a bare machine has no fonts at all; these have Cyrillic, and DejaVu the signs that the others lack (⌊ ⌋ ⋆ √)
registerFont(resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'), { family: 'Inter' });
registerFont(resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'), { family: 'Inter', weight: 'bold' });
registerFont(resolve('@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf'), { family: 'JetBrains Mono' });
registerFont(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), { family: 'DejaVu Sans' });
registerFont(resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'), { family: 'DejaVu Sans', weight: 'bold' });

export const fonts = {
  text: (size: number) => `${size}px "Inter", "DejaVu Sans"`,
  bold: (size: number) => `bold ${size}px "Inter", "DejaVu Sans"`,
  mono: (size: number) => `${size}px "JetBrains Mono", "DejaVu Sans"`,
};

/** Type sizes at the figure's full width; 30 is about 11 on a phone. */
export const sizes = { title: 52, text: 34, small: 30 };

export interface Colors {
  background: string;
  panel: string;
  ink: string;
  muted: string;
  line: string;
  /** Okabe and Ito's palette: told apart by the color-blind too. */
  blue: string;
  orange: string;
  green: string;
  red: string;
  purple: string;
  sky: string;
  /** Ends of the scale around zero, and its middle. */
  negative: [number, number, number];
  positive: [number, number, number];
  zero: [number, number, number];
}

export const colors: Record<Theme, Colors> = {
  light: {
    background: '#ffffff',
    panel: '#f2f4f7',
    ink: '#16202c',
    muted: '#566270',
    line: '#c9d0d8',
    blue: '#0072b2',
    orange: '#e69f00',
    green: '#008a63',
    red: '#d55e00',
    purple: '#aa4a87',
    sky: '#56b4e9',
    ...DIVERGING.white,
  },
  dark: {
    background: '#12181f',
    panel: '#1d2630',
    ink: '#eef2f6',
    muted: '#a3b0bd',
    line: '#3c4855',
    blue: '#56a8dd',
    orange: '#f0b429',
    green: '#2bb98f',
    red: '#f0803c',
    purple: '#d483b4',
    sky: '#8ccdf3',
    ...DIVERGING.dark,
  },
};
