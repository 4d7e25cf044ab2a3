import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type ChineseFont, chineseFont } from './fonts.ts'
import { paperFamily } from './svg.ts'

/** Pictures of issued bulletins never change, so that the last few are kept. */
const kept = new Map<string, Promise<Uint8Array>>()
const MOST_KEPT = 32

/**
 * A drawing as PNG at twice its size, for word processors that cannot draw SVG. Without a Chinese font on the machine the letters are
 * left out: a chart without labels under its caption is still a chart, one full of empty boxes is not.
 */
export function pngOf(svg: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(svg).digest('hex')
  const known = kept.get(key)
  if (known) return known
  const drawn = chineseFont().then((font) => drawPng(svg, font))
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return drawn
}

/** Draws it with that font, or without letters. */
export async function drawPng(svg: string, font: ChineseFont | undefined): Promise<Uint8Array> {
  await ready()
  const family = font && `'${font.family}'`
  const text = family ? svg.replaceAll(paperFamily, family) : svg.replaceAll(/<text[\s\S]*?<\/text>/g, '')
  const resvg = new Resvg(text, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
    ...(font ? { font: { fontBuffers: [await bytesOf(font.file)], defaultFontFamily: font.family } } : {}),
  })
  try {
    const image = resvg.render()
    const bytes = image.asPng()
    image.free()
    return bytes
  } finally {
    resvg.free()
  }
}

let starting: Promise<void> | undefined

function ready(): Promise<void> {
  starting ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  return starting
}

let font: Promise<Uint8Array> | undefined

function bytesOf(file: string): Promise<Uint8Array> {
  font ??= readFile(file).then((bytes) => new Uint8Array(bytes))
  return font
}
