import type { z } from 'zod'
import type { Details, Words } from '#kernel/i18n/words.ts'
import { programmes, projectKinds, stages } from '../register/words.ts'
import type { projectShape } from './project-shapes.ts'

export type ProjectTold = z.output<typeof projectShape.reply>

/** How the sheet speaks: words in the reader's language, days as people write them, money as people write it. */
export interface Voice {
  t: (words: Words, details?: Details) => string
  day: (day: string | null) => string
  money: (wan: string | null) => string
  share: (value: string | null) => string
}

export interface SheetLight {
  name: string
  light: ProjectTold['project']['light']
  reason: string
}

/** One page for the weekly dispatch: what the project is, both lights, its milestones, money, problems, and what is asked now. */
export interface Sheet {
  title: string
  number: string
  name: string
  facts: [string, string][]
  light: ProjectTold['project']['light']
  lights: SheetLight[]
  judged: string
  milestoneHead: string[]
  milestones: string[][]
  problems: string[]
  asks: string[]
  signs: string[]
}

const MILESTONES = 6
const PROBLEMS = 4

/** The contents of the sheet; the page and the DOCX draw the same. */
export function sheetOf(told: ProjectTold, voice: Voice): Sheet {
  const { t, day } = voice
  const { project, judgement } = told
  return {
    title: t({ zh: '重大项目调度单', en: 'Dispatch sheet' }),
    number: `${project.code} · ${day(told.day)}`,
    name: project.name,
    facts: factsOf(told, voice),
    light: project.light,
    lights: told.light.inputs.map((one) => ({
      name: t(inputNames[one.input]),
      light: one.light,
      reason: t(one.reason),
    })),
    judged: judgement
      ? `${t(judgedNames[judgement.level])}${t({ zh: '：', en: ': ' })}${judgement.narrative}${t({ zh: '（{by}，{on}）', en: ' ({by}, {on})' }, { by: judgement.by, on: day(judgement.on) })}`
      : t({ zh: '还没有研判', en: 'Not judged yet' }),
    milestoneHead: [
      t({ zh: '节点', en: 'Milestone' }),
      t({ zh: '基线', en: 'Baseline' }),
      t({ zh: '完成或预计', en: 'Met or expected' }),
      t({ zh: '偏差', en: 'Slip' }),
    ],
    milestones: milestonesOf(told, voice),
    problems: problemsOf(told, voice),
    asks: asksOf(told, voice),
    signs: [
      t({ zh: '责任单位：', en: 'Responsible unit:' }),
      t({ zh: '服务专员：', en: 'Commissioner:' }),
      t({ zh: '签收日期：', en: 'Received on:' }),
    ],
  }
}

export const inputNames = {
  start: { zh: '开工', en: 'Start' },
  progress: { zh: '形象进度', en: 'Progress' },
  payment: { zh: '资金拨付', en: 'Payment' },
  statistics: { zh: '入库', en: 'Statistics' },
} as const

export const lightNames = {
  green: { zh: '绿灯', en: 'Green' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  red: { zh: '红灯', en: 'Red' },
  none: { zh: '未评灯', en: 'No light' },
} as const

export const judgedNames = {
  green: { zh: '研判绿', en: 'Judged green' },
  amber: { zh: '研判黄', en: 'Judged amber' },
  red: { zh: '研判红', en: 'Judged red' },
} as const

function factsOf({ project, facts, commissioner }: ProjectTold, { t, day, money, share }: Voice): [string, string][] {
  const stage = project.aside ?? project.stage
  const since = project.stageOn ? t({ zh: '（{day}起）', en: ' (since {day})' }, { day: day(project.stageOn) }) : ''
  const worth = t(
    { zh: '{all}，已完成{done}', en: '{all}, {done} done' },
    { all: money(project.investment), done: money(project.invested) },
  )
  const work = t(
    { zh: '完成 {actual}%，计划 {planned}%', en: '{actual}% done, {planned}% planned' },
    { actual: share(project.actual), planned: share(project.planned) },
  )
  return [
    [t({ zh: '类型', en: 'Kind' }), `${t(projectKinds[project.kind])} · ${t(programmes[project.programme])}`],
    [t({ zh: '责任单位', en: 'Responsible unit' }), t(project.department.name)],
    [t({ zh: '企业', en: 'Enterprise' }), project.enterprise ?? '—'],
    [t({ zh: '服务专员', en: 'Commissioner' }), commissioner?.name ?? '—'],
    [t({ zh: '阶段', en: 'Stage' }), stage ? `${t(stages[stage])}${since}` : '—'],
    [t({ zh: '计划工期', en: 'Planned' }), `${day(facts.plannedStart)} – ${day(facts.plannedEnd)}`],
    [t({ zh: '总投资', en: 'Investment' }), worth],
    [t({ zh: '形象进度', en: 'Progress' }), work],
  ]
}

/** The last ones met and the next ones to come, as many as the page holds. */
function milestonesOf({ milestones }: ProjectTold, { t, day }: Voice): string[][] {
  const open = milestones.findIndex(({ met }) => met === null)
  const from = Math.max(0, Math.min(open < 0 ? milestones.length : open - 2, milestones.length - MILESTONES))
  return milestones
    .slice(from, from + MILESTONES)
    .map(({ title, baseline, met, expected, slip }) => [
      title,
      day(baseline),
      met
        ? t({ zh: '{day} 完成', en: '{day}, met' }, { day: day(met) })
        : t({ zh: '{day} 预计', en: '{day}, expected' }, { day: day(expected) }),
      slip.current === null ? '—' : t(slipWords(slip.current)),
    ])
}

/** A slip in words: 晚 12 天, 早 3 天, 按期. */
export function slipWords(days: number): Words {
  if (days === 0) return { zh: '按期', en: 'on time' }
  const count = Math.abs(days)
  const unit = count === 1 ? 'day' : 'days'
  return days > 0
    ? { zh: `晚 ${count} 天`, en: `${count} ${unit} late` }
    : { zh: `早 ${count} 天`, en: `${count} ${unit} early` }
}

function problemsOf({ problems }: ProjectTold, { t, day }: Voice): string[] {
  const lines = problems.slice(0, PROBLEMS).map(({ number, title, unit, dueOn, overdue, state }) => {
    const lying = unit
      ? t({ zh: '，{unit}', en: ', {unit}' }, { unit: t(unit.name) })
      : t({ zh: '，待派单', en: ', not dispatched yet' })
    const due = overdue
      ? { zh: '，应于{day}答复，已逾期', en: ', due {day}, overdue' }
      : { zh: '，{day}前答复', en: ', due {day}' }
    const replied = { zh: '，已答复，待企业确认', en: ', replied; the enterprise has yet to confirm' }
    const told = state === 'replied' ? t(replied) : dueOn === null ? '' : t(due, { day: day(dueOn) })
    return `${number} ${title}${lying}${told}`
  })
  const more = problems.length - lines.length
  return more > 0 ? [...lines, t({ zh: '另有 {more} 个未解决', en: '{more} more not solved' }, { more })] : lines
}

/** What would turn each input green, the problems past their day, and the next milestone. */
function asksOf({ light, problems, project, day: today }: ProjectTold, { t, day }: Voice): string[] {
  const turns = light.inputs.flatMap(({ light: colour, toGreen }) =>
    colour === 'green' || colour === 'none' || !toGreen ? [] : [t(toGreen)],
  )
  const late = problems.filter(({ overdue }) => overdue)
  const { next } = project
  return [
    ...turns,
    ...(late.length > 0
      ? [
          t(
            {
              zh: '{count} 个问题已过答复期限，责任部门限期答复',
              en: '{count} problems are past their day: the departments reply',
            },
            { count: late.length },
          ),
        ]
      : []),
    ...(next
      ? [
          t(nextWords(next, today), {
            title: next.title,
            day: day(next.baseline ?? next.expected),
            expected: day(next.expected),
          }),
        ]
      : []),
  ]
}

/** The next milestone by its day; one whose day has passed by what is now expected. */
function nextWords({ baseline, expected }: NonNullable<ProjectTold['project']['next']>, today: string): Words {
  if ((baseline ?? today) >= today)
    return { zh: '下一节点“{title}”：{day}前完成', en: 'Next milestone {title}: by {day}' }
  return expected !== null && expected >= today
    ? {
        zh: '节点“{title}”已过基线（{day}），须在{expected}前完成',
        en: 'Milestone {title} is past its day ({day}): by {expected}',
      }
    : {
        zh: '节点“{title}”已过期限（{day}），须报新的完成日期',
        en: 'Milestone {title} is past its day ({day}): a new day is told',
      }
}
