/** Rows and columns of a grid, its padding with it, whose numbers can still be read on a phone. */
export const MAX_ANIMATED_SIDE = 16;
