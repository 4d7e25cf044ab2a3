import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartFontFound } from './font-line.ts'
import { fontIn } from './fonts.ts'
import { altOf, captionOf, type Picture, type PicturePoint, tableOf } from './picture.ts'
import { pngOf } from './png.ts'
import { drawPng } from './png-drawing.ts'
import { svgOf } from './svg.ts'

const point = (value: string | null): PicturePoint => ({ value, figure: value === null ? null : 1, text: value ?? '—' })
const trend: Picture = {
  ...{
    form: 'trend',
    number: 'Figure 1',
    title: 'Output, year to date',
    unit: 'CNY 100 million',
    heading: 'To',
    rows: [],
  },
  series: [{ name: '2018', role: 'main', points: [point('57'), point(null), point('155')] }],
  target: { name: 'Target: 1000', value: '1000' },
}
const picture: Picture = { ...trend, rows: ['Jan', 'Feb', 'Mar'] }
const completion: Picture = {
  ...{
    form: 'completion',
    number: '图2',
    title: '目标',
    unit: '%',
    heading: '目标',
    rows: ['产值', '包裹'],
    target: null,
  },
  series: [
    { name: '完成率', role: 'main', points: [point('32.0'), point('62.9')] },
    { name: '时序进度', role: 'calendar', points: [point('49.6'), point('49.6')] },
  ],
}

describe('a picture', () => {
  test('is said in words and as a table', () => {
    expect(captionOf(picture)).toBe('Figure 1  Output, year to date (CNY 100 million)')
    expect(altOf(picture)).toBe('Figure 1  Output, year to date (CNY 100 million); 2018: Jan 57, Mar 155; Target: 1000')
    expect(altOf(completion)).toBe('图2　目标（%）；产值：完成率 32.0，时序进度 49.6；包裹：完成率 62.9，时序进度 49.6')
    expect(tableOf(completion).rows[1]).toEqual([
      [{ kind: 'text', text: '包裹' }],
      [{ kind: 'figure', figure: 1, text: '62.9' }],
      [{ kind: 'figure', figure: 1, text: '49.6' }],
    ])
  })

  test('is drawn the same each time, with ids of its own and nothing of this process', () => {
    for (const one of [picture, completion]) {
      const { svg } = svgOf(one)
      expect(svgOf(one).svg).toBe(svg)
      expect(svg).not.toMatch(/zr\d|class=|ecmeta|<style|NaN|undefined/)
      expect(svg).toMatch(
        /^<svg [^>]*role="img" aria-labelledby="picture-\d-title picture-\d-desc"><title id="picture-\d-title">/,
      )
    }
    expect(svgOf(picture).svg).toContain('Target: 1000')
    expect(svgOf(completion).svg).toContain('完成率')
  })

  test('a gap is no point, and the line of the target lies within the scale', () => {
    const { svg } = svgOf(picture)
    const bare = svgOf({ ...picture, target: null }).svg
    expect(svg).toContain('>1,200<')
    expect(bare).not.toContain('>1,200<')
  })

  test('a scale fits what there is: ten percent done is no sliver', () => {
    const early = { ...completion, series: [{ ...completion.series[0]!, points: [point('5.2'), point('8.5')] }] }
    expect(svgOf(early).svg).toContain('>10%<')
    expect(svgOf(completion).svg).toContain('>100%<')
    const beyond = { ...completion, series: [{ ...completion.series[0]!, points: [point('132'), point('8.5')] }] }
    expect(svgOf(beyond).svg).toContain('>150%<')
  })
})

describe('its PNG', () => {
  const sizeOf = (png: Uint8Array) => [new DataView(png.buffer, png.byteOffset).getUint32(16), png[1]]

  test('is twice the size, and kept', async () => {
    const { svg, width } = svgOf(completion)
    const png = await pngOf(svg)
    expect(sizeOf(png)).toEqual([width * 2, 'P'.charCodeAt(0)])
    expect(await pngOf(svg)).toBe(png)
  })

  test('has no letters where the machine has no Chinese font, instead of boxes', async () => {
    const { svg } = svgOf(completion)
    const bare = await drawPng(svg, undefined)
    const blank = await drawPng(svg.replaceAll(/<text[\s\S]*?<\/text>/g, ''), undefined)
    expect(Buffer.from(bare).equals(Buffer.from(blank))).toBe(true)
  })
})

describe('the Chinese font', () => {
  test('is found under folders that are there, the best first', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'jingkai-fonts-'))
    await mkdir(path.join(folder, 'deep', 'er'), { recursive: true })
    expect(await fontIn([folder, path.join(folder, 'nowhere')])).toBeUndefined()
    await writeFile(path.join(folder, 'simhei.ttf'), '')
    expect((await fontIn([folder]))?.family).toBe('SimHei')
    await writeFile(path.join(folder, 'deep', 'er', 'NotoSansCJK-Regular.ttc'), '')
    expect(await fontIn([folder])).toEqual({
      file: path.join(folder, 'deep', 'er', 'NotoSansCJK-Regular.ttc'),
      family: 'Noto Sans CJK SC',
    })
    await rm(folder, { recursive: true })
  })

  test('the doctor says which, or what is lost without one', async () => {
    const [found] = await chartFontFound(async () => ({ file: '/f.ttc', family: 'Noto Sans CJK SC' }))
    expect(found).toMatchObject({ well: true, words: { en: expect.stringContaining('Noto Sans CJK SC') } })
    const [without] = await chartFontFound(async () => undefined)
    expect(without?.words.zh).toContain('没有中文字体')
  })
})
