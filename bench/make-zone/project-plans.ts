import type { Listed } from './project-list.ts'

/** The last month that projects told of; every ninth tells late and has told May last. */
const told = '2018-06'
/** What greening took in a half-year, in hundredths of 万元, and the work whose last month bears the rest */
const greening = [
  { from: '2017-01', to: '2017-06', took: 31_000_00, balancedBy: 'GR-01' },
  { from: '2018-01', to: told, took: 42_000_00, balancedBy: 'DL-01' },
]

interface Month {
  project: Listed
  month: string
  /** hundredths of a percent, cumulative */
  planned: number
  actual: number | null
  /** hundredths of 万元, of the month */
  plannedMoney: number
  invested: number | null
  due: number | null
  paid: number | null
  entered: number | null
}

/** Rows of the monthly reports: the plan up to the end of 2019, what was done up to the last month told. */
export function monthsOf(projects: readonly Listed[]): string[][] {
  const months = projects.flatMap((project, index) => (startedOn(project) ? monthsOfOne(project, index) : []))
  balanceGreening(months)
  return months.map(({ project, month, ...row }) => [
    ...[project.code, month, project.kind, project.programme, hundredths(row.planned), hundredths(row.actual)],
    ...[row.plannedMoney, row.invested, row.due, row.paid, row.entered].map(hundredths),
    row.actual === null || month !== told ? '' : notes[project.kind],
  ])
}

const notes: Record<Listed['kind'], string> = {
  industrial: '按计划推进，主要工序衔接正常',
  school: '基础和主体交叉施工',
  hospital: '主体施工，机电同步预埋',
  park: '苗木栽植和园路铺装',
  road: '管网施工和路基处理',
  water: '截污管道铺设和清淤',
  housing: '楼栋基础和主体施工',
  other: '设备安装和联网调试',
}

const startedOn = ({ steps }: Listed) => steps.find((step) => step.startsWith('started@'))?.split('@')[1]

function monthsOfOne(project: Listed, index: number): Month[] {
  const span = monthsBetween(project.plannedStart.slice(0, 7), project.plannedEnd.slice(0, 7))
  const last = index % 9 === 7 ? '2018-05' : told
  const paidByTheState = project.kind !== 'industrial'
  let [before, done] = [0, 0]
  return span
    .map((month, place): Month => {
      const planned = curve(place + 1, span.length)
      const plannedMoney = Math.round((project.investment * (planned - before)) / 100)
      const actual = month <= last ? Math.min(10_000, Math.round((planned * project.built) / 100)) : null
      const invested = actual === null ? null : Math.round((project.investment * (actual - done)) / 100)
      ;[before, done] = [planned, actual ?? done]
      const share = (part: number) => (invested === null ? null : Math.round((invested * part) / 100))
      return {
        ...{ project, month, planned, actual, plannedMoney, invested },
        ...{ due: paidByTheState ? share(80) : null, paid: share(project.paid), entered: share(project.entered) },
      }
    })
    .filter(({ month }) => month <= '2019-12')
}

/** Works of greening and parks make what their half-year took. */
function balanceGreening(months: Month[]): void {
  for (const { from, to, took, balancedBy } of greening) {
    const parks = months.filter(({ project, month }) => project.kind === 'park' && month >= from && month <= to)
    const rest = took - parks.reduce((sum, { invested }) => sum + (invested ?? 0), 0)
    const last = parks.find(({ project, month }) => project.code === balancedBy && month === to)!
    last.invested! += rest
    if (last.invested! <= 0) throw new Error(`greening leaves ${last.invested} for its last month`)
  }
}

/** A slow beginning and a slow end: 3t² − 2t³, in hundredths of a percent. */
const curve = (t: number, n: number) => Math.round((10_000 * (3 * t * t * n - 2 * t ** 3)) / n ** 3)

function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const months: string[] = []
  for (let at = new Date(Date.UTC(year, month - 1, 1)); ; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const text = at.toISOString().slice(0, 7)
    if (text > last) return months
    months.push(text)
  }
}

const hundredths = (value: number | null) => (value === null ? '' : String(value / 100))

/** title, the stage it opens, and where it lies between the planned start and the planned end, in hundredths */
type Plan = readonly (readonly [string, string, number])[]

const factory: Plan = [
  ['取得施工许可', 'permits', -3],
  ['开工', 'started', 0],
  ['主体结构完成', 'structure', 46],
  ['设备安装完成', 'fit-out', 74],
  ['试生产', 'trial', 90],
  ['投产', 'production', 100],
]
const works: Plan = [
  ['取得施工许可', 'permits', 0],
  ['开工', 'started', 0],
  ['主体完成', 'structure', 56],
  ['配套完成', 'fit-out', 86],
  ['竣工交付', 'production', 100],
]

/** Milestones of a project that was signed; one that was passed over has none. */
export function milestonesOf(project: Listed): string[][] {
  const reached = new Map(project.steps.map((step) => step.split('@') as [string, string]))
  if (!reached.has('signed')) return []
  const plan = project.kind === 'industrial' ? factory : works
  const furthest = plan.findLastIndex(([, stage]) => reached.has(stage))
  return plan
    .filter(([, stage], place) => place > furthest || reached.has(stage))
    .map(([title, stage, share], place) => {
      const due = stage === 'started' ? monthEnd(project.plannedStart) : dayAt(project, share)
      const met = reached.get(stage) ?? ''
      const outcome = met === '' ? 'open' : met <= due ? 'on-time' : 'late'
      return [project.code, `M${place + 1}`, title, project.kind, project.programme, stage, due, met, outcome]
    })
}

function dayAt({ plannedStart, plannedEnd }: Listed, share: number): string {
  const [start, end] = [Date.parse(plannedStart), Date.parse(plannedEnd)]
  return new Date(start + Math.round(((end - start) * share) / 100 / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}

/** Work begins as planned when it begins in its month. */
function monthEnd(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
