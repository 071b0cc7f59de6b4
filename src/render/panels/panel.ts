import type { Picture } from '../../vision/picture.ts';
import type { Language } from '../figure.ts';
import type { Sheet } from '../sheet.ts';

/** Cells that a window reads; row and column count from 0 in the padded grid. */
export interface PanelWindow {
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** 1 (none) if not given. */
  dilation?: number;
}

/** Numbers in cells; a text such as `?` stands as it is, marked; an empty one leaves its cell empty. */
export interface MatrixPanel {
  kind: 'matrix';
  values: (number | string)[][];
  /** Rings of zeros around the values, hatched. */
  padding?: number;
  /** Outlined; the cells that it reads are tinted. */
  window?: PanelWindow;
  /** Shades cells by their numbers: blue above zero, orange below. */
  heat?: boolean;
}

/** A window of the input times the kernel = ?, or its sum. */
export interface KernelSumPanel {
  kind: 'kernel-sum';
  input: number[][];
  kernel: number[][];
  /** The window's first cell in the input, from 0. */
  row: number;
  column: number;
  /** The sum stands in the place of the question mark. */
  summed?: boolean;
}

/** A grid without numbers, to be counted; one row makes a strip. */
export interface CellsPanel {
  kind: 'cells';
  /** Without the padding. */
  rows: number;
  columns: number;
  padding?: { top: number; right: number; bottom: number; left: number };
  /** The first is drawn solid, others dashed, with an arrow from the first to the second. */
  windows?: PanelWindow[];
  /** Rows and columns at the far end that no window reaches: hatched in red. */
  unreached?: { rows: number; columns: number };
}

/** A photo, ready to be shown. */
export interface PhotoPanel {
  kind: 'photo';
  picture: Picture;
  /** Framed parts, in fractions 0…1 of the picture. */
  boxes?: PanelBox[];
}

export interface PanelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A small gray picture in big pixels. */
export interface PicturePanel {
  kind: 'picture';
  width: number;
  height: number;
  /** 0 (black) … 255 (white), row by row. */
  data: number[];
  /** A framed part, in pixels of the picture. */
  box?: PanelBox;
}

/** A network as a chain of layers from above to below. */
export interface LayersPanel {
  kind: 'layers';
  layers: {
    name: string;
    lines: string[];
    /** Channels, height, width: drawn as a box in proportion. One number is a vector. */
    shape?: number[];
  }[];
}

/** Circles and connections of a fully connected network. */
export interface NeuronsPanel {
  kind: 'neurons';
  layers: {
    count: number;
    label: string;
    /** Circles drawn where there are too many; 6 if not given. */
    shown?: number;
  }[];
  /** Marks what leads into one neuron of the second layer: w₁, w₂, … */
  weights?: boolean;
}

/** Which input channels each filter of a layer in groups sees: a line for each pair of channel and filter. */
export interface GroupsPanel {
  kind: 'groups';
  /** 1…12 circles each; both divisible by `groups`. */
  channels: number;
  filters: number;
  groups: number;
}

/** Lines over steps that count from 1. */
export interface CurvesPanel {
  kind: 'curves';
  series: { name: string; points: number[] }[];
  /** What the axes say. */
  x: string;
  y: string;
}

export interface BarsPanel {
  kind: 'bars';
  bars: { label: string; value: number }[];
  /** Written behind every value. */
  unit?: string;
  /** Tenfold from tick to tick; all values must be above 0. */
  logarithmic?: boolean;
  /** Values are to be read off the axis. */
  hideValues?: boolean;
}

/** One axis of a chain of layers: which cells of the input one cell of the output sees. */
export interface FieldsPanel {
  kind: 'fields';
  /** Cells of the input. */
  size: number;
  /** From the input on: window, stride and dilation (1 if not given); without padding. */
  layers: { f: number; s?: number; d?: number }[];
  /** The output's cell, from 0; the one in the middle if not given. */
  unit?: number;
  /** What the cell sees is asked for: only the cell itself is marked. */
  asked?: boolean;
}

export type PanelContent =
  | MatrixPanel
  | KernelSumPanel
  | CellsPanel
  | PhotoPanel
  | PicturePanel
  | LayersPanel
  | NeuronsPanel
  | GroupsPanel
  | CurvesPanel
  | BarsPanel
  | FieldsPanel;

/** The panel's own words and numbers in the figure's language. */
export interface Words {
  language: Language;
  /** `@id` is the text key `panel-id`; everything else stands as it is. @throws Error for an unknown key */
  text(label: string): string;
  /** With the language's decimal mark. */
  number(value: number, digits?: number): string;
}

/** A panel laid out in the room it was given. */
export interface Fitted {
  width: number;
  height: number;
  /** False when all is there but too small to be read in this room. */
  readable: boolean;
  draw(sheet: Sheet, x: number, y: number): void;
}

export interface Room {
  width: number;
  height: number;
}
