import { ButtonStyle, ComponentType } from 'discord.js';
import type { Button, Quiz, Reply } from '../../chat/reply.ts';
import { MAX_BUTTON_LABEL, MAX_BUTTONS_IN_ROW, MAX_CUSTOM_ID, MAX_LINK, MAX_ROWS } from './limits.ts';

/** One button and one row of them as Discord's API writes them. */
export interface ButtonJson {
  type: ComponentType.Button;
  style: ButtonStyle;
  label: string;
  custom_id?: string;
  url?: string;
}
export interface RowJson {
  type: ComponentType.ActionRow;
  components: ButtonJson[];
}

/** A longer choice is cut off on a phone: then the buttons are letters and the choices stand in the text. */
const MAX_CHOICE_LABEL = 36;

/** The letter of each choice, where the choices are too long for buttons. */
export function lettersOf(quiz: Quiz | undefined): string[] | undefined {
  const choices = quiz?.choices ?? [];
  if (choices.every(({ label }) => label.length <= MAX_CHOICE_LABEL)) return undefined;
  return choices.map((_, index) => String.fromCharCode('A'.charCodeAt(0) + index));
}

/** The buttons of a reply, a question's choices first, as messages' worth of rows: almost always one. */
export function buttonRows({ quiz, buttons = [] }: Pick<Reply, 'quiz' | 'buttons'>): RowJson[][] {
  const letters = lettersOf(quiz);
  const choices = (quiz?.choices ?? []).map(({ label, route }, index) => ({ label: letters?.[index] ?? label, route }));
  const typed = quiz?.typed === undefined ? [] : [{ label: quiz.typed.label, route: quiz.typed.route }];
  const answers = [...choices, ...typed].flatMap((button) => toJson(button, ButtonStyle.Primary));
  const others = buttons.map((row) => row.flatMap((button) => toJson(button, ButtonStyle.Secondary)));
  const used = new Set<string>();
  // Discord refuses a message with two buttons of the same meaning
  const isNew = (button: ButtonJson) => {
    const meaning = button.custom_id ?? `link ${button.url}`;
    return !used.has(meaning) && used.add(meaning);
  };
  const rows = [answers, ...others].map((row) => row.filter(isNew));
  const asGiven = rows.flatMap((row) => chunk(row, MAX_BUTTONS_IN_ROW));
  // too many rows: the buttons close up
  const fitting = asGiven.length <= MAX_ROWS ? asGiven : chunk(rows.flat(), MAX_BUTTONS_IN_ROW);
  return chunk(
    fitting.map((components): RowJson => ({ type: ComponentType.ActionRow, components })),
    MAX_ROWS,
  );
}

/** A button without a meaning that Discord can carry is left out. */
function toJson({ label, route, link }: Button, style: ButtonStyle): ButtonJson[] {
  const shown = shorten(label, MAX_BUTTON_LABEL);
  if (link !== undefined) {
    return link.length <= MAX_LINK ? [{ type: ComponentType.Button, style: ButtonStyle.Link, label: shown, url: link }] : [];
  }
  if (route === undefined || route.length > MAX_CUSTOM_ID) return [];
  return [{ type: ComponentType.Button, style, label: shown, custom_id: route }];
}

/** The text, or its beginning and an ellipsis. */
export function shorten(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
