import { describe, expect, test } from 'vitest'
import type { CheckReport } from '../checking/report.ts'
import { verdicts } from '../checking/report.ts'
import { type Deed, type Desk, desked, emptyDesk } from './check-desk-state.ts'
import { type Counts, countsOf, filtered, itemsOf } from './check-items.ts'

const text = '投资165亿元，消费125亿元。'
const deskAfter = (...deeds: Deed[]): Desk => deeds.reduce(desked, emptyDesk)
const lay: Deed = { deed: 'lay', text }
const mend: Deed = { deed: 'correct', start: 2, end: 7, words: '1560亿元', next: 10 }
const reportOf = (words: string, more: Partial<CheckReport> = {}): CheckReport => ({
  ...{ name: '', format: 'txt', text: words, blocks: [], notes: [], area: 'ZONE', period: '2018-H1', asOf: null },
  ...{ findings: [], statements: [], paces: [] },
  counts: Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Counts,
  ...more,
})

describe('the desk', () => {
  test('a correction takes the place of the words and points at what comes next, where it stands now', () => {
    const { draft, at, past } = deskAfter(lay, mend)
    expect(draft?.text).toBe('投资1560亿元，消费125亿元。')
    expect([at, draft?.text.slice(at!, at! + 5), past.length]).toEqual([11, '125亿元', 1])
    expect(draft?.changed).toBe('corrections')
  })

  test('undo brings back the text and what was pointed at', () => {
    const { draft, at, past } = deskAfter(lay, { deed: 'point', at: 2 }, mend, { deed: 'undo' })
    expect([draft?.text, at, past.length]).toEqual([text, 2, 0])
    expect(deskAfter(lay, { deed: 'undo' }).draft?.text).toBe(text)
  })

  test('a stretch of typing is undone at once', () => {
    const typed = ['投资1', '投资16', '投资165'].map((text): Deed => ({ deed: 'type', text }))
    const desk = deskAfter(lay, ...typed)
    expect(desk.past.map(({ draft }) => draft.text)).toEqual([text])
    expect(desk.draft).toMatchObject({ changed: 'freely', file: null })
  })

  test('a report of an earlier text is let go', () => {
    const first = deskAfter(lay)
    const late = desked(desked(first, mend), { deed: 'told', report: reportOf(text), round: first.round })
    expect(late.report).toBeNull()
    expect(desked(first, { deed: 'told', report: reportOf(text), round: first.round }).report?.text).toBe(text)
  })

  test('a file keeps its blocks and its name; a pasted text has none', () => {
    const file = new File([], '通报.docx')
    const laid = deskAfter({ deed: 'lay', text: '', file })
    const blocks: CheckReport['blocks'] = [{ kind: 'paragraph', start: 0, end: text.length }]
    const report = reportOf(text, { blocks, name: '通报.docx', format: 'docx' })
    expect(desked(laid, { deed: 'told', report, round: laid.round }).draft).toMatchObject({ text, blocks, file })
    const pasted = deskAfter(lay)
    expect(
      desked(pasted, { deed: 'told', report: reportOf(text, { blocks }), round: pasted.round }).draft?.blocks,
    ).toBe(undefined)
  })
})

test('a figure and words about pace in one place are one item; the list keeps what is to be looked at', () => {
  const claim = (start: number, said: string) => ({ start, text: said, indicator: '' })
  const finding = (start: number, said: string, verdict: string) => ({ claim: claim(start, said), verdict })
  const report = {
    findings: [finding(8, '时间过半', 'contradicted'), finding(0, '331亿元', 'matched')],
    paces: [
      { start: 8, text: '时间过半', verdict: 'contradicted' },
      { start: 20, text: '任务过半', verdict: 'not-checkable' },
    ],
  } as unknown as CheckReport
  const items = itemsOf(report)
  expect(items.map(({ text: said, pace }) => [said, pace !== null])).toEqual([
    ['331亿元', false],
    ['时间过半', true],
    ['任务过半', true],
  ])
  expect(filtered(items, 'open').map(({ mark }) => mark)).toEqual([1, 2])
  expect(countsOf(items)).toMatchObject({ matched: 1, contradicted: 1, 'not-checkable': 1 })
})
