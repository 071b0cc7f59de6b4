import type { Sheet } from '../sheet.ts';

interface Point {
  x: number;
  y: number;
}

/** A straight arrow. */
export function drawArrow({ context }: Sheet, from: Point, to: Point, color: string, lineWidth = 5): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = 3.4 * lineWidth;
  const at = (along: number, across: number) =>
    [to.x - along * Math.cos(angle) - across * Math.sin(angle), to.y - along * Math.sin(angle) + across * Math.cos(angle)] as const;
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = lineWidth;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(...at(head * 0.8, 0));
  context.stroke();
  context.beginPath();
  context.moveTo(to.x, to.y);
  context.lineTo(...at(head, head * 0.6));
  context.lineTo(...at(head, -head * 0.6));
  context.closePath();
  context.fill();
}
