import { parentPort } from 'node:worker_threads'
import { chineseFont } from './fonts.ts'
import type { Drawn, ToDraw } from './png.ts'
import { drawPng } from './png-drawing.ts'

/** The thread that draws: a font of twenty megabytes and the drawing itself stay out of the server's way. */
const port = parentPort!
port.on('message', async ({ id, svg }: ToDraw) => {
  try {
    const png = await drawPng(svg, await chineseFont())
    port.postMessage({ id, png } satisfies Drawn)
  } catch (error) {
    port.postMessage({ id, failure: String(error) } satisfies Drawn)
  }
})
