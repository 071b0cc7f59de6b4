const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);
/** A Host header: a name or an address, and perhaps a port. Nothing else may get into a header that repeats it. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

/**
 * Whether the Host header is one under which this server may be addressed. Listening on the loopback address, only loopback names
 * are: another site's name that was pointed at 127.0.0.1 (DNS rebinding) is refused.
 */
export function hostAllowed(hostHeader: string | undefined, listeningOn: string): boolean {
  const match = HOST.exec(hostHeader ?? '');
  if (match === null) return false;
  return !LOOPBACK.has(listeningOn) || LOOPBACK.has(match[1]!.toLowerCase());
}

/** Whether a request comes from this server's own page. Browsers always name the origin of sockets and uploads. */
export function originAllowed(origin: string | undefined, hostHeader: string | undefined): boolean {
  if (origin === undefined || hostHeader === undefined) return false;
  try {
    const { protocol, host } = new URL(origin);
    return (protocol === 'http:' || protocol === 'https:') && host === new URL(`${protocol}//${hostHeader}`).host;
  } catch {
    return false;
  }
}

/** Headers of every answer: no foreign code, no frames, no guessing of types. */
export function securityHeaders(hostHeader: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      // previews of what is about to be sent are blobs
      "img-src 'self' blob:",
      // some browsers do not count the page's own socket as 'self'
      `connect-src 'self' ws://${hostHeader} wss://${hostHeader}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(), microphone=(), payment=()',
  };
}
