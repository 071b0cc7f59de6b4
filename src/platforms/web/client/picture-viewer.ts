import { mediaUrl, type PageContext } from './context.ts';
import { openDialog } from './dialogs.ts';
import { element, icon } from './dom.ts';
import type { WireMedia } from './wire.ts';

/** Opens a picture over the page: as large as the screen, or in its own pixels, then scrolled. */
export function openPictureViewer(media: WireMedia, context: PageContext): void {
  const { t } = context;
  const picture = element('img', { src: mediaUrl(media), alt: media.alt });
  const frame = element('div', { class: 'frame', tabindex: 0, 'aria-label': t('web-picture'), role: 'group' }, picture);
  const zoom = element('button', { type: 'button', class: 'button', 'aria-pressed': 'false' }, t('web-full-size'));
  const toggle = () => {
    const full = frame.classList.toggle('full');
    zoom.textContent = t(full ? 'web-fit' : 'web-full-size');
  };
  zoom.removeAttribute('aria-pressed');
  zoom.addEventListener('click', toggle);
  picture.addEventListener('click', toggle);
  const download = element('a', { class: 'button', href: mediaUrl(media), download: media.name }, icon('download'), t('web-download'));
  openDialog(
    media.name,
    [frame, element('p', { class: 'alt' }, media.alt), element('div', { class: 'dialog-actions' }, zoom, download)],
    context,
    'viewer',
  );
  zoom.focus();
}
