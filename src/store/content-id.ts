import { createHash } from 'node:crypto';

/** Ten characters of 62 tell 8·10^17 contents apart. */
const ID_LENGTH = 10;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Base 62 of the content's SHA-256, cut to a length that fits into a button's route. */
export function contentId(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  let value = hash.readBigUInt64BE();
  let id = '';
  while (id.length < ID_LENGTH) {
    id += DIGITS[Number(value % 62n)];
    value /= 62n;
  }
  return id;
}
