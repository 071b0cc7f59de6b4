import { parseInline } from '../../chat/inline.ts';
import type { Block, Button, Media, Quiz, Reply } from '../../chat/reply.ts';
import type { Translate } from '../../chat/texts.ts';
import { latexLines } from '../../chat/typeset.ts';
import type { WireBlock, WireButton, WireMedia, WireQuiz, WireReply } from './client/wire.ts';
import { MAX_MEDIA_BYTES, MAX_TABLE_ROWS } from './limits.ts';
import { toMathMl } from './mathml.ts';
import type { MediaStore } from './media.ts';

/** Turns a reply into what the page shows: pictures are kept and named, texts split into runs, the quiz's answer left out. */
export async function encodeReply(reply: Reply, media: Pick<MediaStore, 'keep' | 'typeOf'>, t: Translate): Promise<WireReply> {
  const blocks = reply.blocks.flatMap((block) => encodeBlock(block, t));
  const shown: WireMedia[] = [];
  for (const item of reply.media ?? []) {
    if (item.bytes.length > MAX_MEDIA_BYTES) blocks.push(sentence(t('web-media-too-large', { name: item.name })));
    else shown.push(await encodeMedia(item, media));
  }
  return {
    blocks,
    media: shown,
    buttons: (reply.buttons ?? []).map((row) => row.flatMap(encodeButton)).filter((row) => row.length > 0),
    ...(reply.quiz === undefined ? {} : { quiz: encodeQuiz(reply.quiz) }),
    failed: reply.error !== undefined,
  };
}

function encodeBlock(block: Block, t: Translate): WireBlock[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'spoiler':
      return [{ type: block.type, spans: parseInline(block.text) }];
    case 'code':
      return [{ type: 'code', text: block.text }];
    case 'math':
      return [encodeMath(block)];
    case 'list':
      return [{ type: 'list', ordered: block.ordered ?? false, items: block.items.map(parseInline) }];
    case 'table': {
      const rows = block.rows.slice(0, MAX_TABLE_ROWS).map((row) => row.map(parseInline));
      const left = block.rows.length - rows.length;
      const table: WireBlock = { type: 'table', header: block.header.map(parseInline), rows };
      return left === 0 ? [table] : [table, sentence(t('web-table-cut', { rows: left }))];
    }
  }
}

function encodeMath(block: Extract<Block, { type: 'math' }>): WireBlock {
  const lines = latexLines(block).map(toMathMl);
  const typeset = lines.filter((line) => line !== undefined);
  return { type: 'math', text: block.plain, ...(typeset.length === lines.length && lines.length > 0 ? { lines: typeset } : {}) };
}

function sentence(text: string): WireBlock {
  return { type: 'paragraph', spans: [{ text }] };
}

async function encodeMedia(
  { bytes, name, type, width, height, alt }: Media,
  store: Pick<MediaStore, 'keep' | 'typeOf'>,
): Promise<WireMedia> {
  const id = await store.keep(bytes, type);
  return { id, name, type: store.typeOf(id), width, height, alt };
}

/** Addresses other than of the web are left out: a link must never run anything. */
function encodeButton({ label, route, link }: Button): WireButton[] {
  if (route !== undefined) return [{ label, route }];
  return link !== undefined && /^https?:\/\//.test(link) ? [{ label, link }] : [];
}

/** `correct` stays here, so that the page cannot give it away. */
function encodeQuiz({ choices, typed }: Quiz): WireQuiz {
  return { choices: choices ?? [], ...(typed === undefined ? {} : { typed }) };
}
