import { Document, Packer, Paragraph } from 'docx'
import { read } from '#kernel/db/work.ts'
import { composeBulletin, documentOf, writeFirstBulletin } from '#parts/bulletins/bulletins.ts'
import { corrector } from './corrections.ts'
import type { Filled } from './filled.ts'
import { median, timed } from './measure.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const asked = { template: 'half-year', period: '2018-H1', locale: 'zh' as const }

/** Milliseconds from records to text, from text to Word file, and until an issued bulletin is downloaded as one. */
export const bulletin: Subject = async ({ filled, sizes, repetitions }) => {
  const times = Math.ceil(repetitions.short / 10)
  const { issued, compose, draw, bare, download } = await measuredBulletin(await filled.with(sizes[1]), times)
  const subject = 'bulletin'
  const ms = (value: number) => ({ value, unit: 'ms' as const })
  const limit = { ...ms(median(bare)), kind: 'measured' as const, what: 'its lines as bare paragraphs of a Word file' }
  const both = compose.map((time, repetition) => time + draw[repetition]!)
  return {
    lines: [
      { subject, what: 'text from records that just changed', measured: ms(median(compose)) },
      { subject, what: 'Word file from the text', measured: ms(median(draw)), limit },
      { subject, what: 'records to Word file', measured: ms(median(both)), limit },
      { subject, what: 'issued: text, figures and their facts frozen', measured: ms(issued) },
      { subject, what: 'issued bulletin as Word file over HTTP', measured: ms(median(download)), limit },
    ],
  }
}

/** A row is corrected before every repetition, so that nothing kept from the one before answers. */
async function measuredBulletin({ house, app, cookie }: Filled, times: number) {
  const correct = await corrector(house)
  const work = house.workAs(everybody)
  const { ms: issued, answer } = await timed(() => writeFirstBulletin(work))
  const url = `/api/bulletins/${answer.id}/document?format=docx`
  const found = { compose: [] as number[], draw: [] as number[], bare: [] as number[], download: [] as number[] }
  for (let repetition = -2; repetition < times; repetition++) {
    await correct()
    const composed = await timed(() => read(work, (tx) => composeBulletin(tx, asked)))
    const { texts, sources, asOf } = composed.answer
    const { tree, figures: printed } = texts[0]!
    const drawing = { tree, printed, sources, asOf, state: 'draft' as const, sha256: null }
    const drawn = await timed(() => documentOf(drawing, 'docx', 'http://127.0.0.1'))
    const { content } = await documentOf(drawing, 'md', 'http://127.0.0.1')
    const bare = await timed(() => paragraphsOnly(String(content)))
    const got = await timed(() => app.inject({ url, headers: { cookie } }))
    const { statusCode, rawPayload } = got.answer
    if (statusCode !== 200 || rawPayload.subarray(0, 2).toString() !== 'PK')
      throw new Error(`${url} answered ${statusCode}`)
    if (repetition < 0) continue
    found.compose.push(composed.ms)
    found.draw.push(drawn.ms)
    found.bare.push(bare.ms)
    found.download.push(got.ms)
  }
  return { issued, ...found }
}

function paragraphsOnly(text: string): Promise<Buffer> {
  const children = text.split('\n').map((line) => new Paragraph(line))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
