import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { dayOf, unitNamesOn, unitTree } from '#parts/org/org.ts'
import { careOf } from './care.ts'
import { handOn, solvingRoots } from './hand.ts'
import { mayLink, problemBehind } from './links.ts'
import { nameOf, reachOf, shownProblems } from './list.ts'
import { usualDay } from './moves.ts'
import { problemNumbered, stepsOf } from './problem-rows.ts'
import { deedsAllowed, enterpriseDeeds, type Passage, ratesOf } from './problem-rules.ts'
import { namedProject } from './project-names.ts'
import type { linkedShape, problemShape, ratesShape } from './shapes.ts'

/** A problem with its course and what the caller may do. Refuses `projects/problem-unknown` (404), also for one out of reach. */
export async function problemDetail(
  tx: Tx,
  number: string,
  roots: readonly string[],
): Promise<Answer<typeof problemShape>> {
  const problem = await problemNumbered(tx, number)
  const today = await zoneToday(tx)
  const { projects, units } = await reachOf(tx, roots)
  const lay = await tx.client.query<{ unit: string }>(
    'select unit_code as unit from project_problem_passages where problem_id = $1',
    [problem.id],
  )
  const seen = projects.includes(problem.project) || lay.rows.some(({ unit }) => units.includes(unit))
  if (!seen) refuse('projects/problem-unknown', { number }, 404)
  const names = await unitNamesOn(tx, today)
  const solving = solvingRoots(tx)
  const hand = await handOn(tx, problem, solving, (await careOf(tx)).desk)
  const [shown] = await shownProblems(tx, [problem], today)
  const deeds = solving.length === 0 ? [] : deedsAllowed(problem.state, hand, problem.escalated)
  return {
    ...shown!,
    ...{ today, description: problem.description, link: await linkOf(tx, problem.id, today) },
    deeds,
    units: deeds.includes('dispatch') ? await departments(tx, today) : [],
    mayLink: solving.length > 0 && mayLink(problem.state, hand),
    party: hand.party,
    usualDue: await usualDay(tx, today),
    steps: (await stepsOf(tx, problem.id)).map(({ at, unit, ...step }) => ({
      ...step,
      at: at.toISOString(),
      unit: unit === null ? null : { code: unit, name: nameOf(names, unit) },
    })),
  }
}

/** Departments, offices and parks of the day: communities are reached through their office. */
async function departments(tx: Tx, today: Day) {
  const tree = await unitTree(tx, today)
  return tree
    .filter(({ kind }) => kind !== 'community' && kind !== 'committee')
    .map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } }))
}

async function linkOf(tx: Tx, problem: number, today: Day) {
  const { rows } = await tx.client.query<{ madeBy: string; madeAt: Date; expiresOn: Day }>(
    `select made_name as "madeBy", made_at as "madeAt", expires_on as "expiresOn" from project_problem_links
     where problem_id = $1 and ended_at is null and expires_on >= $2`,
    [problem, today],
  )
  return rows[0] ? { madeBy: rows[0].madeBy, madeOn: dayOf(rows[0].madeAt), expiresOn: rows[0].expiresOn } : null
}

/** What an enterprise sees through its link: its problem, the replies, no name of any officer. */
export async function linkedProblem(tx: Tx, token: string): Promise<Answer<typeof linkedShape>> {
  const { problem } = await problemBehind(tx, token)
  const today = await zoneToday(tx)
  const names = await unitNamesOn(tx, today)
  const settledOn = problem.settledAt && dayOf(problem.settledAt)
  const steps = await stepsOf(tx, problem.id)
  let unit: string | null = null
  const shown = steps.flatMap(({ ordinal, at, deed, dueOn, words, ...step }) => {
    unit = step.unit ?? unit
    const ours = { zh: '企业', en: 'The enterprise' }
    const raiser = { enterprise: ours, visit: commissioner, department: department }[problem.source]
    const who: Words = deed === 'raise' ? raiser : !unit || enterpriseSays.has(deed) ? ours : nameOf(names, unit)
    return told.has(deed)
      ? [{ ordinal, on: dayOf(at), deed, who, dueOn, words: deed === 'dispatch' ? '' : said(words) }]
      : []
  })
  return {
    ...{ number: problem.number, title: problem.title, description: problem.description, state: problem.state },
    ...{ version: problem.version, steps: shown, project: (await namedProject(tx, problem.project)).name },
    zone: (await zoneOf(tx))?.name ?? { zh: '', en: '' },
    deeds: enterpriseDeeds(problem.state, settledOn, today, (await careOf(tx)).confirmDays),
  }
}

const commissioner = { zh: '服务专员', en: 'The commissioner' }
const department = { zh: '责任单位', en: 'The department' }
const told = new Set(['raise', 'dispatch', 'reply', 'confirm', 'refuse', 'reopen'])
const enterpriseSays = new Set(['confirm', 'refuse'])
const said = (words: string) => words.replace(/（链接由[^）]*发出）$/, '')

/** Rates of the departments over the stays that began in a year, within the caller's reach; the most work first. */
export async function departmentRates(
  tx: Tx,
  asked: { year?: number | undefined },
  roots: readonly string[],
): Promise<Answer<typeof ratesShape>> {
  const today = await zoneToday(tx)
  const year = asked.year ?? Number(today.slice(0, 4))
  const names = await unitNamesOn(tx, today)
  const { projects, units } = await reachOf(tx, roots)
  const { rows } = await tx.client.query<Passage>(
    `select w.unit_code as unit, w.due_on as "dueOn", to_char(w.replied_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "repliedOn",
       w.returned_at is not null as returned, w.verdict
     from project_problem_passages w join project_problems p on p.id = w.problem_id
     where extract(year from w.sent_at at time zone 'Asia/Shanghai') = $1 and (p.project_code = any($2) or w.unit_code = any($3))`,
    [year, projects, units],
  )
  const rate = (part: number, whole: number) =>
    whole === 0 ? null : new Decimal(part).div(whole).times(100).toFixed(1)
  return {
    today,
    year,
    units: ratesOf(rows, today)
      .map(({ unit, ...counts }) => ({
        ...{ unit: { code: unit, name: nameOf(names, unit) }, ...counts },
        ...{ onTimeRate: rate(counts.onTime, counts.due), reopenRate: rate(counts.reopened, counts.judged) },
      }))
      .sort((a, b) => b.due + b.waiting - a.due - a.waiting || (a.unit.code < b.unit.code ? -1 : 1)),
  }
}
