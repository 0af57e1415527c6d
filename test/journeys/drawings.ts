import { crc32, deflateSync } from 'node:zlib';

/** One box of a picture, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A PNG as draw.io exports it with a copy of the diagram, in which the boxes can be seen. Any viewer can show it. */
export function pngWith(drawing: string, boxes: readonly Box[]): Uint8Array {
  const [width, height] = [400, 240];
  const rows = Buffer.alloc(height * (width + 1), 0xff);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  for (const box of boxes) {
    for (let y = box.y; y < box.y + box.height; y++) {
      const start = y * (width + 1) + 1 + box.x;
      rows.fill(0xcc, start, start + box.width);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`mxfile\0${encodeURIComponent(drawing)}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checkSum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checkSum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checkSum]);
}
