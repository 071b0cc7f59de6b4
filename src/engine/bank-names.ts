import { BANK_NAMES as NAMES, BANK_SIDE as SIDE } from '../vision/filter-bank.ts';

/** The color filters that /channels offers by name, and their rows and columns. */
export const BANK_NAMES = NAMES;
export const BANK_SIDE = SIDE;
