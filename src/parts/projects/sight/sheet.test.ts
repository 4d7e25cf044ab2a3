import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { say } from '#kernel/i18n/words.ts'
import { type ProjectTold, sheetOf } from './sheet.ts'
import { sheetDocx } from './sheet-docx.ts'
import { voiceOf } from './voice.ts'

const milestone = (nth: number, met: string | null): ProjectTold['milestones'][number] => ({
  ...{ milestone: `M${nth}`, title: `节点${nth}`, first: '2018-05-01', baseline: `2018-0${Math.min(9, nth)}-20` },
  ...{ lastMonth: null, expected: '2018-08-01', met, slip: { first: null, current: nth, lastMonth: null } },
})
const milestones = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => milestone(nth, nth < 5 ? `2018-0${nth}-20` : null))

const told: ProjectTold = {
  day: '2018-06-30',
  project: {
    ...{ code: 'DL-07', name: '断头路', kind: 'road', programme: 'double-ten-livelihood', enterprise: null },
    department: { code: 'CONSTRUCTION', name: { zh: '建设局', en: 'Construction Bureau' } },
    ...{
      stage: 'started',
      stageOn: '2017-10-25',
      aside: null,
      light: 'red',
      because: null,
      judged: null,
      disagrees: false,
    },
    ...{
      planned: '64.8',
      actual: '26.4',
      gap: '38.4',
      alarm: null,
      investment: '42000',
      invested: '11100',
      next: milestones[4]!,
      place: null,
    },
  },
  facts: {
    ...{
      nationalCode: null,
      source: null,
      introducer: null,
      promised: null,
      verified: null,
      area: null,
      address: null,
    },
    ...{ plannedStart: '2017-10-25', plannedEnd: '2018-12-31', commandPost: null, summary: null, loss: null },
  },
  ...{
    stall: null,
    codes: [],
    steps: [],
    nextStages: [],
    milestones,
    baselineVersion: 2,
    curve: [],
    alarms: [],
    lastReport: null,
  },
  light: {
    ...{ light: 'red', rule: 'trial' },
    inputs: [
      {
        ...{
          input: 'progress',
          light: 'red',
          reason: { zh: '慢 38.4 个百分点', en: '38.4 points behind' },
          excuse: null,
        },
        toGreen: { zh: '形象进度超过 54.8%', en: 'the work passes 54.8%' },
      },
    ],
  },
  ...{ judgement: null, photos: [], commissioner: null },
  problems: [1, 2, 3, 4, 5, 6].map((nth) => ({
    ...{
      number: `WT-2018-000${nth}`,
      title: '管线未迁',
      state: nth === 3 ? ('replied' as const) : ('dispatched' as const),
      unit: null,
      dueOn: '2018-06-20',
      overdue: nth < 3,
    },
  })),
}

describe('the dispatch sheet', () => {
  const sheet = sheetOf(told, voiceOf('zh'))

  test('holds the milestones round today, and says how many problems it leaves out', () => {
    expect(sheet.milestones.map(([title]) => title)).toEqual([3, 4, 5, 6, 7, 8].map((nth) => `节点${nth}`))
    expect(sheet.problems).toHaveLength(5)
    expect(sheet.problems.slice(1, 3)).toEqual([
      'WT-2018-0002 管线未迁，待派单，应于2018年6月20日答复，已逾期',
      'WT-2018-0003 管线未迁，待派单，已答复，待企业确认',
    ])
    expect(sheet.problems.at(-1)).toBe('另有 2 个未解决')
  })

  test('asks for what would turn the light green, for late replies and the milestone that is past its day', () => {
    expect(sheet.asks).toEqual([
      '形象进度超过 54.8%',
      '2 个问题已过答复期限，责任部门限期答复',
      '节点“节点5”已过基线（2018年5月20日），须在2018年8月1日前完成',
    ])
  })

  test.each(['zh', 'en'] as const)('is a Word file with the same words in %s', async (locale) => {
    const words = sheetOf(told, voiceOf(locale))
    const file = await sheetDocx(words, (one) => say(one, locale))
    const xml = new TextDecoder().decode(unzipSync(file)['word/document.xml'])
    for (const one of [words.title, words.name, ...words.asks, ...words.problems, ...words.milestones.flat()])
      expect(xml).toContain(one)
    expect(xml).toContain(locale === 'zh' ? '■ 红灯' : '■ Red')
  })
})
