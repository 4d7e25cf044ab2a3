import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * A screenshot (PNG, 8 bits a channel, not interlaced) with at most 256 colours: the most frequent ones, every other drawn in
 * the nearest of them. Pages are flat, so that nothing is seen of it and the file is half as large. The same bytes every time.
 */
export function asPalette(screenshot: Buffer): Buffer {
  const { width, height, channels, data } = chunksOf(screenshot)
  const colours = coloursOf(unfiltered(data, width * channels, height, channels), channels)
  const palette = paletteOf(colours)
  const places = placesIn(palette)
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < colours.length; at += 1) {
    rows[at + 1 + Math.floor(at / width)] = places(colours[at]!)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

interface Pixels {
  width: number
  height: number
  channels: 3 | 4
  /** filtered rows, inflated */
  data: Buffer
}

function chunksOf(png: Buffer): Pixels {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const [depth, kind] = [png[24], png[25]]
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a screenshot of depth ${depth}, kind ${kind}`)
  const channels = kind === 6 ? 4 : 3
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    data: inflateSync(Buffer.concat(parts)),
  }
}

/** Takes the filters of the PNG standard (section 9) off every row. */
function unfiltered(data: Buffer, stride: number, height: number, step: number): Buffer {
  const plain = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)]!
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at
      const left = at >= step ? plain[here - step]! : 0
      const up = row > 0 ? plain[here - stride]! : 0
      const corner = at >= step && row > 0 ? plain[here - stride - step]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
      plain[here] = (data[here + row + 1]! + guess) & 255
    }
  }
  return plain
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** 0xRRGGBB of each pixel; the pages leave nothing transparent. */
function coloursOf(plain: Buffer, channels: number): Uint32Array {
  return Uint32Array.from({ length: plain.length / channels }, (_, at) => plain.readUIntBE(at * channels, 3))
}

function paletteOf(colours: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || one - other)
    .slice(0, 256)
    .map(([colour]) => colour)
}

/** The place of the nearest colour of the palette, each looked for once. */
function placesIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, place) => [colour, place]))
  return (colour) => {
    const found = known.get(colour)
    if (found !== undefined) return found
    const gaps = palette.map((other) => distance(colour, other))
    const nearest = gaps.indexOf(Math.min(...gaps))
    known.set(colour, nearest)
    return nearest
  }
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
}

function chunk(name: string, body: Buffer): Buffer {
  const framed = Buffer.alloc(body.length + 12)
  framed.writeUInt32BE(body.length, 0)
  framed.write(name, 4, 'latin1')
  body.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, body.length + 8)), body.length + 8)
  return framed
}
