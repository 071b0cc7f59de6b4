import { createHash, randomBytes } from 'node:crypto';

const COOKIE = 'convtutor';
/** The longest that browsers keep a cookie, seconds. */
const MAX_AGE_S = 400 * 24 * 60 * 60;

/** The secret of the person's cookie, or undefined for who has none yet. */
export function secretOf(cookieHeader: string | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f]{32})(?:;|$)`).exec(cookieHeader ?? '')?.[1];
}

/** A new person: 128 random bits. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** The cookie that carries the secret: out of reach of scripts and of other sites. */
export function cookieOf(secret: string, secure: boolean): string {
  return `${COOKIE}=${secret}; Path=/; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The person's id, which may stand in logs and be seen by others in a room: the secret cannot be found from it. */
export function personOf(secret: string): string {
  return createHash('sha256').update(`person:${secret}`).digest('hex').slice(0, 24);
}
