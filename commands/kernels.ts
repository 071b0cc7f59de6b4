import { choice, image } from '../src/chat/options.ts';
import { type Button, list, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { KERNEL_BOOK, type KernelPage } from '../src/engine/kernel-names.ts';
import { defineCommand } from './command.ts';
import { SAMPLE_PHOTO } from './samples.ts';

const PAGES = Object.keys(KERNEL_BOOK) as KernelPage[];

export const kernels = defineCommand({
  name: 'kernels',
  topic: 'pictures',
  options: {
    page: choice(['all', 'blur', 'sharpen', 'edges', 'details'], { default: 'all' }),
    image: image(),
  },
  acknowledge: 'public',
  examples: ['', 'page=edges'],
  async run(ctx, { page, image: picture }, { engine }): Promise<Reply> {
    const { t } = ctx;
    const pages = page === 'all' ? PAGES : [page];
    const what = (name: string) => t(`kernel-${name.replace('_', '-')}`);
    const drawn = await Promise.all(
      pages.map(async (one) => {
        const title = t(`kernels-page-${one}`);
        const entries = KERNEL_BOOK[one].map((entry) => ({ ...entry, what: what(entry.name) }));
        const input = {
          ...(picture === undefined ? {} : { bytes: picture.bytes }),
          title,
          entries,
          language: ctx.language,
          theme: 'light' as const,
        };
        return { one, title, ...(await engine.run('kernels', input, { signal: ctx.signal })) };
      }),
    );
    const id = picture?.id ?? SAMPLE_PHOTO;
    const others: Button[] = (page === 'all' ? [] : PAGES.filter((one) => one !== page)).flatMap((one) => {
      const route = tryRoute('kernels', { page: one, image: `#${id}` });
      return route === undefined ? [] : [{ label: t(`kernels-page-${one}`), route }];
    });
    return {
      blocks: [
        paragraph(t('kernels-done')),
        list(drawn.map(({ title, labels }) => `${title}: ${labels.map((label) => `\`${label}\``).join(', ')}`)),
        paragraph(t('kernels-use')),
      ],
      media: drawn.map(({ one, title, figure, labels }) => ({
        ...figure,
        name: `kernels-${one}.png`,
        alt: t('kernels-alt', { title, labels: labels.join(', ') }),
      })),
      buttons: [
        ...(others.length === 0 ? [] : [others]),
        [{ label: t('kernels-button-try'), route: `convolve image=#${id} kernel=emboss` }],
      ],
      facts: { pages, kernels: drawn.flatMap(({ labels }) => labels) },
    };
  },
});
