/** Numbers of replies as the pictures beside them write them. */
export { largestLoss } from '../render/loss-axis.ts';
export { formatNumber, percentText, shareText, withDecimalMark } from '../render/numbers.ts';
