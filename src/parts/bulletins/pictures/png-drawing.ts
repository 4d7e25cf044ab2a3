import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { ChineseFont } from './fonts.ts'
import { paperFamily } from './paper-family.ts'

/**
 * A drawing as PNG at twice its size, with that font. Without one the letters are left out: a chart without labels over its caption is
 * still a chart, one full of empty boxes is not.
 */
export async function drawPng(svg: string, font: ChineseFont | undefined): Promise<Uint8Array> {
  await ready()
  const text = font ? svg.replaceAll(paperFamily, `'${font.family}'`) : svg.replaceAll(/<text[\s\S]*?<\/text>/g, '')
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

let bytes: Promise<Uint8Array> | undefined

function bytesOf(file: string): Promise<Uint8Array> {
  bytes ??= readFile(file).then((read) => new Uint8Array(read))
  return bytes
}
