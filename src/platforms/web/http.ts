import { Hono } from 'hono';
import { type Chat, MAX_UPLOAD_BYTES } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { nearestLanguage, type Translate } from '../../chat/texts.ts';
import type { Session } from './client/wire.ts';
import { hostAllowed, originAllowed, securityHeaders } from './guard.ts';
import { cookieOf, newSecret, personOf, secretOf } from './identity.ts';
import { RATE_LIMIT } from './limits.ts';
import type { MediaStore } from './media.ts';
import type { RateLimit } from './rate-limit.ts';
import { speechIn } from './speech.ts';
import type { StaticFiles } from './static-files.ts';

const MEGABYTE = 1024 * 1024;
const YEAR_S = 365 * 24 * 60 * 60;

export interface HttpParts {
  chat: Chat;
  log: Logger;
  media: MediaStore;
  statics: StaticFiles;
  uploads: RateLimit;
  host: string;
}

/** The pages, files and uploads of the web chat; the conversation itself goes through the socket. */
export function createHttp({ chat, log, media, statics, uploads, host }: HttpParts): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    const hostHeader = c.req.header('host');
    if (!hostAllowed(hostHeader, host)) return c.text('This address is not served here.', 403);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !originAllowed(c.req.header('origin'), hostHeader)) {
      return c.text('Requests from other sites are not taken.', 403);
    }
    await next();
    for (const [name, value] of Object.entries(securityHeaders(hostHeader!))) c.res.headers.set(name, value);
    return undefined;
  });

  app.get('/', (c) => {
    const t = chat.translate(nearestLanguage(c.req.header('accept-language')));
    const language = nearestLanguage(c.req.header('accept-language'));
    return c.html(fillPage(statics.page, t, language), 200, { 'Cache-Control': 'no-cache', Vary: 'Accept-Language' });
  });

  // the cookie is set by the page's own request, never by following a link from elsewhere: such a visit comes without the cookie
  // (SameSite=Strict), and a new one would take the person's conversation from them
  app.post('/session', async (c) => {
    const secret = secretOf(c.req.header('cookie')) ?? newSecret();
    const hint = c.req.query('language') ?? '';
    const language = await chat.languageOf({ id: personOf(secret), language: hint }, 'web');
    const session: Session = { speech: speechIn(language, chat), maxUploadBytes: MAX_UPLOAD_BYTES };
    const secure = c.req.header('origin')?.startsWith('https:') ?? false;
    return c.json(session, 200, { 'Set-Cookie': cookieOf(secret, secure), 'Cache-Control': 'no-store' });
  });

  app.post('/upload', async (c) => {
    const secret = secretOf(c.req.header('cookie'));
    const t = chat.translate(nearestLanguage(c.req.query('language')));
    if (secret === undefined) return c.json({ error: t('web-no-session') }, 401);
    const wait = uploads.take(personOf(secret));
    if (wait > 0) return c.json({ error: t('web-too-fast', { events: RATE_LIMIT.events, seconds: Math.ceil(wait / 1000) }) }, 429);
    const bytes = await readCapped(c.req.raw, MAX_UPLOAD_BYTES);
    if (bytes === undefined) {
      return c.json({ error: t('web-upload-too-large', { limit: MAX_UPLOAD_BYTES / MEGABYTE }) }, 413, { Connection: 'close' });
    }
    const id = await media.keep(bytes);
    return c.json({ id, type: media.typeOf(id) });
  });

  app.get('/media/:id', async (c) => {
    const id = c.req.param('id');
    const bytes = await media.read(id);
    if (bytes === undefined) return c.notFound();
    const type = media.typeOf(id);
    const download = type.startsWith('image/') ? 'inline' : 'attachment';
    // the id is made from the content, so what it names never changes
    const headers = { 'Content-Type': type, 'Content-Disposition': download, 'Cache-Control': `private, max-age=${YEAR_S}, immutable` };
    return c.body(new Uint8Array(bytes), 200, headers);
  });

  app.get('/*', (c) => {
    const file = statics.files.get(c.req.path);
    if (file === undefined) return c.notFound();
    const headers = { 'Content-Type': file.type, ETag: file.etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers);
    if (!(c.req.header('accept-encoding') ?? '').includes('gzip')) return c.body(file.body, 200, headers);
    return c.body(file.gzipped, 200, { ...headers, 'Content-Encoding': 'gzip' });
  });

  app.notFound((c) => c.text('Not found.', 404));
  app.onError((err, c) => {
    log.error({ err, path: c.req.path }, 'a request to the web chat failed');
    return c.text('Something went wrong here; it has been logged.', 500);
  });
  return app;
}

/** Reads a body into memory; undefined as soon as it is longer than `limit`. */
async function readCapped(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Puts texts into the page's `%name%` marks. */
function fillPage(page: string, t: Translate, language: string): string {
  const texts: Record<string, string> = {
    title: t('web-title'),
    description: t('web-description'),
    'needs-scripts': t('web-needs-scripts'),
    loading: t('web-connecting'),
  };
  const inLanguage = page.replace('<html lang="en">', `<html lang="${language}">`);
  return inLanguage.replace(/%([a-z-]+)%/g, (whole, name: string) =>
    (texts[name] ?? whole).replace(/[&<>"]/g, (character) => ESCAPES[character]!),
  );
}
