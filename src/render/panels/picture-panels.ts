import type { Picture } from '../../vision/picture.ts';
import { drawPicture, fitPicture, frameOver, placePicture } from '../sheet.ts';
import type { Fitted, PanelBox, PhotoPanel, PicturePanel, Room } from './panel.ts';

/** How large a picture is drawn in a room: whoever resizes it to this beforehand saves the drawing's time. */
export const photoSize = (picture: { width: number; height: number }, room: Room) => fitPicture(picture, room);

/** @throws RangeError for a box outside of the picture */
export function fitPhoto({ picture, boxes = [] }: PhotoPanel, room: Room): Fitted {
  for (const box of boxes) checkBox(box, { width: 1, height: 1 });
  return fitted(
    picture,
    boxes.map(({ x, y, width, height }) => ({
      x: x * picture.width,
      y: y * picture.height,
      width: width * picture.width,
      height: height * picture.height,
    })),
    room,
  );
}

/** @throws RangeError for data of another size or range, or a box outside */
export function fitSmallPicture({ width, height, data, box }: PicturePanel, room: Room): Fitted {
  if (Math.min(width, height) < 1 || data.length !== width * height)
    throw new RangeError(`a picture of ${width}×${height} needs ${width * height} numbers, not ${data.length}`);
  if (!data.every((value) => value >= 0 && value <= 255)) throw new RangeError('a picture has numbers outside of 0…255');
  if (box !== undefined) checkBox(box, { width, height });
  const picture: Picture = { width, height, channels: 1, data: Uint8Array.from(data, Math.round) };
  return fitted(picture, box === undefined ? [] : [box], room);
}

function fitted(picture: Picture, boxes: readonly PanelBox[], room: Room): Fitted {
  const size = photoSize(picture, room);
  return {
    ...size,
    readable: true,
    draw(sheet, left, top) {
      const place = { x: Math.round(left), y: Math.round(top), ...size };
      // what is placed lies over all that is drawn, frames too
      if (boxes.length === 0) placePicture(sheet, picture, place);
      else drawPicture(sheet, picture, place);
      const scale = { x: size.width / picture.width, y: size.height / picture.height };
      for (const { x, y, width, height } of boxes)
        frameOver(
          sheet,
          { x: place.x + x * scale.x, y: place.y + y * scale.y, width: width * scale.x, height: height * scale.y },
          sheet.colors.orange,
        );
    },
  };
}

function checkBox({ x, y, width, height }: PanelBox, within: { width: number; height: number }): void {
  if (!(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= within.width && y + height <= within.height))
    throw new RangeError('a box lies outside of its picture');
}
