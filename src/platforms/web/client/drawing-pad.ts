import type { PageContext } from './context.ts';
import { openDialog } from './dialogs.ts';
import { element, icon } from './dom.ts';
import { exportDrawing, paint, type Stroke } from './drawing.ts';

/** Widths as shares of the side: a ballpoint, a felt pen, a marker. */
const PENS = { min: 3, max: 14, default: 7 } as const;
/** How far an arrow key moves the pen, as a share of the side. */
const KEY_STEP = 0.025;

/** What was drawn last: the pad opens with it again until it has been sent. */
let kept: Stroke[] = [];

export interface DrawingPadActions {
  /** Absent where the tutor has no command that reads drawings. */
  read?(drawing: Blob): void;
  attach(drawing: Blob): void;
}

/** A dialog to draw one digit in, with pointer or keyboard. */
export function openDrawingPad(context: PageContext, { read, attach }: DrawingPadActions): void {
  const { t } = context;
  const strokes = kept;
  let drawing: Stroke | undefined;
  const cursor = { x: 0.5, y: 0.25, down: false };
  const canvas = element('canvas', { class: 'pad', tabindex: 0, role: 'application', 'aria-label': t('web-draw-canvas') });
  const marker = element('span', { class: 'marker', 'aria-hidden': 'true', hidden: true });
  const width = element('input', { type: 'range', min: PENS.min, max: PENS.max, value: PENS.default });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const penWidth = () => Number(width.value) / 100;

  function redraw(): void {
    const side = Math.round(canvas.clientWidth * devicePixelRatio) || 280;
    if (canvas.width !== side) {
      canvas.width = side;
      canvas.height = side;
    }
    paint(canvas, strokes);
    problem.textContent = '';
  }

  function begin(x: number, y: number): void {
    drawing = { width: penWidth(), points: [{ x, y }] };
    strokes.push(drawing);
    redraw();
  }

  function extend(x: number, y: number): void {
    drawing?.points.push({ x, y });
    redraw();
  }

  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    marker.hidden = true;
    canvas.setPointerCapture(event.pointerId);
    begin(...at(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    // fast strokes have more points than frames
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) extend(...at(each));
  });
  const lift = () => {
    drawing = undefined;
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);

  function moveMarker(): void {
    marker.hidden = false;
    marker.style.left = `${cursor.x * 100}%`;
    marker.style.top = `${cursor.y * 100}%`;
    marker.classList.toggle('down', cursor.down);
  }
  const moves: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move !== undefined) {
      cursor.x = Math.min(1, Math.max(0, cursor.x + move[0] * KEY_STEP));
      cursor.y = Math.min(1, Math.max(0, cursor.y + move[1] * KEY_STEP));
      if (cursor.down) extend(cursor.x, cursor.y);
    } else if (event.key === ' ') {
      cursor.down = !cursor.down;
      if (cursor.down) begin(cursor.x, cursor.y);
      else lift();
    } else return;
    event.preventDefault();
    moveMarker();
  });

  const undo = () => {
    strokes.pop();
    redraw();
  };
  const clear = () => {
    strokes.length = 0;
    redraw();
  };

  async function finish(action: (drawing: Blob) => void): Promise<void> {
    if (strokes.length === 0) {
      problem.textContent = t('web-draw-empty');
      canvas.focus();
      return;
    }
    const picture = await exportDrawing(strokes);
    kept = [];
    dialog.close();
    action(picture);
  }

  const button = (label: string, className: string, onclick: () => void, ...before: Node[]) =>
    element('button', { type: 'button', class: `button ${className}`, onclick }, ...before, label);
  const dialog = openDialog(
    t('web-draw-title'),
    [
      element('p', { class: 'why' }, t('web-draw-help')),
      element('div', { class: 'paper' }, canvas, marker),
      element('label', { class: 'pen' }, element('span', {}, t('web-draw-pen')), width),
      element(
        'div',
        { class: 'tools' },
        button(t('web-draw-undo'), '', undo, icon('undo')),
        button(t('web-draw-clear'), '', clear, icon('trash')),
      ),
      problem,
      element(
        'div',
        { class: 'dialog-actions' },
        button(t('web-draw-attach'), read === undefined ? 'strong' : '', () => void finish(attach)),
        read !== undefined && button(t('web-draw-read'), 'strong', () => void finish(read)),
      ),
    ],
    context,
    'drawing',
  );
  dialog.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) undo();
  });
  redraw();
  canvas.focus();
}
