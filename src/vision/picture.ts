/** A decoded picture: 8 bits a sample, sRGB, rows from the top, channels interleaved (height × width × channels). */
export interface Picture {
  width: number;
  height: number;
  /** 1: gray; 3: red, green, blue. */
  channels: 1 | 3;
  data: Uint8Array;
}

/** One channel of numbers (height × width, row by row). Pixels are 0…255 unless a docstring says otherwise. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** The shape of a picture as it is written for people, the channels first: `3×32×32`. */
export const pictureShape = ({ channels, height, width }: { channels: number; height: number; width: number }): string =>
  `${channels}×${height}×${width}`;
