import type { PageContext } from './context.ts';
import { element, iconButton } from './dom.ts';
import { UploadError, upload } from './upload.ts';

const MAX_FILES = 4;
const MEGABYTE = 1024 * 1024;

export interface Uploaded {
  id: string;
  name: string;
  type: string;
}

export interface Attachments {
  node: HTMLElement;
  add(files: Iterable<File>): void;
  count(): number;
  files(): File[];
  /** Waits for the uploads and empties the list; undefined when one failed, and then everything stays. */
  take(): Promise<Uploaded[] | undefined>;
}

interface Item {
  file: File;
  chip: HTMLElement;
  done: Promise<Uploaded | undefined>;
  preview?: string;
}

/** The pictures that go with the next message: uploaded as soon as they are added, each with a preview and a way to remove it. */
export function createAttachments(context: PageContext, onChange: () => void): Attachments {
  const { t } = context;
  const items: Item[] = [];
  const node = element('ul', { class: 'attachments' });

  function remove(item: Item): void {
    const index = items.indexOf(item);
    if (index < 0) return;
    items.splice(index, 1);
    item.chip.remove();
    if (item.preview !== undefined) URL.revokeObjectURL(item.preview);
    onChange();
  }

  function add(file: File): void {
    const name = file.name || t('web-picture');
    const limit = context.maxUploadBytes();
    if (file.size > limit) {
      context.notify(t('web-file-too-large', { name, limit: Math.floor(limit / MEGABYTE) }));
      return;
    }
    if (items.length >= MAX_FILES) {
      context.notify(t('web-too-many-files', { limit: MAX_FILES }));
      return;
    }
    // a preview of anything that the browser shows as a picture; SVG is left out, the tutor refuses it anyway
    const preview = /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(file.type) ? URL.createObjectURL(file) : undefined;
    const bar = element('progress', { max: 1, value: 0, 'aria-label': t('web-uploading', { name, percent: 0 }) });
    const chip = element(
      'li',
      { class: 'attachment' },
      preview === undefined ? undefined : element('img', { src: preview, alt: '' }),
      element('span', { class: 'name' }, name),
      bar,
    );
    const report = (fraction: number) => {
      bar.value = fraction;
      bar.setAttribute('aria-label', t('web-uploading', { name, percent: Math.round(fraction * 100) }));
    };
    const done = upload(file, context.language(), report).then(
      ({ id, type }) => {
        bar.remove();
        return { id, type, name };
      },
      (error: unknown) => {
        context.notify((error instanceof UploadError ? error.said : undefined) ?? t('web-upload-failed', { name }));
        remove(item);
        return undefined;
      },
    );
    const item: Item = { file, chip, done, ...(preview === undefined ? {} : { preview }) };
    chip.append(iconButton('close', t('web-remove', { name }), () => remove(item), 'small'));
    items.push(item);
    node.append(chip);
    onChange();
  }

  return {
    node,
    add: (files) => [...files].forEach(add),
    count: () => items.length,
    files: () => items.map(({ file }) => file),
    async take() {
      const uploaded = await Promise.all(items.map(({ done }) => done));
      if (uploaded.some((each) => each === undefined)) return undefined;
      for (const item of [...items]) remove(item);
      return uploaded.flatMap((each) => each ?? []);
    },
  };
}
