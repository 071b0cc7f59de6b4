/** Seed of the one order of pixels that both networks of the comparison are trained and tested on. */
export const SHUFFLED_PIXELS = 2;
