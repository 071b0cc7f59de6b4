/** What the tutor answered to a line in one language. */
export interface Answered {
  pictures: { file: string; alt: string; width: number; height: number; bytes: number }[];
  text: string;
  refused: boolean;
}

export interface Shown {
  line: string;
  en: Answered;
  ru: Answered;
}

/** How wide a phone shows a picture, CSS pixels. */
const PHONE_WIDTH = 375;

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #eef1f4; color: #16202c; }
  nav a { margin-right: 16px; }
  section { margin-top: 40px; }
  article { margin: 20px 0 32px; }
  code { background: #fff; padding: 3px 8px; border-radius: 6px; }
  .both { display: flex; flex-wrap: wrap; gap: 20px; margin-top: 10px; align-items: flex-start; }
  .both > div { width: ${PHONE_WIDTH}px; max-width: 100%; }
  img { width: 100%; height: auto; display: block; background: #fff; border-radius: 8px; margin-bottom: 6px; }
  small { color: #566270; display: block; }
  pre { white-space: pre-wrap; background: #fff; padding: 10px; border-radius: 8px; font-size: 13px; }
  .refused { outline: 3px solid #d55e00; }
`;

/** One page with everything at a phone's width, English on the left and Russian on the right. */
export function page(sections: readonly { title: string; entries: Shown[] }[]): string {
  const links = sections.map(({ title }, index) => `<a href="#s${index}">${escaped(title)}</a>`).join('');
  const body = sections.map(
    ({ title, entries }, index) => `<section id="s${index}"><h2>${escaped(title)}</h2>${entries.map(article).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Figures of the tutor</title><style>${STYLE}</style><h1>Figures of the tutor</h1><nav>${links}</nav>${body.join('')}</html>\n`;
}

const article = ({ line, en, ru }: Shown) =>
  `<article><code>${escaped(line)}</code><div class="both">${column(en, 'en')}${column(ru, 'ru')}</div></article>`;

function column({ pictures, text, refused }: Answered, language: string): string {
  const shown = pictures.map(
    ({ file, alt, width, height, bytes }) =>
      `<img src="${file}" alt="${escaped(alt)}" loading="lazy" width="${width}" height="${height}"><small>${width}×${height}, ${Math.ceil(bytes / 1024)} KB. ${escaped(alt)}</small>`,
  );
  return `<div lang="${language}"${refused ? ' class="refused"' : ''}>${shown.join('')}<details${refused ? ' open' : ''}><summary>text</summary><pre>${escaped(text)}</pre></details></div>`;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
