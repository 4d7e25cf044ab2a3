import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { personByCode } from '#parts/org/org.ts'
import { csvOf, type Line, linesOf } from '#parts/org/zone-csv.ts'
import type { Doer } from './hand.ts'
import { keepPassage, keepStep } from './moves.ts'
import { stateAfter } from './problem-rules.ts'
import { keepProblem } from './raise.ts'
import { type ProblemState, problemDeeds, problemKinds, problemSources } from './states.ts'

const problemsFile = 'projects/problems.csv'
const stepsFile = 'projects/problem-steps.csv'

/** Reads projects/problems.csv and problem-steps.csv into a zone that has no problem yet; a zone in use keeps its own. */
export async function loadProblems(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const problems = linesOf(zone, problemsFile)
  if (problems.length === 0) return
  const steps = Map.groupBy(linesOf(zone, stepsFile), ({ cell }) => cell('number'))
  const kept = await write(work, async (tx) => {
    if ((await tx.client.query('select from project_problems limit 1')).rows.length > 0) return false
    for (const line of problems) await keepLine(tx, line, steps.get(line.cell('number')) ?? [])
    const after = { problems: problems.length }
    audit(tx, { action: 'projects/load-problems', subject: 'projects:problems', after })
    return true
  })
  if (kept) tell({ zh: `项目问题 ${problems.length} 个`, en: `${problems.length} problems of projects` })
}

async function keepLine(tx: Tx, line: Line, steps: readonly Line[]): Promise<void> {
  const { cell, oneOf } = line
  const id = await keepProblem(tx, {
    ...{ number: cell('number'), project: cell('project'), title: cell('title'), description: cell('description') },
    ...{ kind: oneOf('kind', problemKinds), source: oneOf('source', problemSources), key: null },
    ...{ at: momentOf(line, problemsFile), doer: await doerAt(tx, line, problemsFile) },
  })
  let last: { state: ProblemState; unit: string | null; dueOn: string | null } = {
    state: 'raised',
    unit: null,
    dueOn: null,
  }
  let [reopened, escalatedAt, settledAt] = [0, null as Date | null, null as Date | null]
  for (const step of steps) {
    const [deed, at] = [step.oneOf('deed', problemDeeds), momentOf(step, stepsFile)]
    const sent = step.cell('unit') ? { unit: step.cell('unit'), dueOn: step.day('due') } : {}
    const doer = await doerAt(tx, step, stepsFile)
    await keepStep(tx, id, { deed, at, doer, words: step.cell('words'), ...sent })
    await keepPassage(tx, id, { deed, at, ...sent })
    const state = stateAfter(last.state, deed)
    last = state === 'raised' ? { state, unit: null, dueOn: null } : { ...last, ...sent, state }
    if (deed === 'refuse' || deed === 'reopen') reopened += 1
    if (deed === 'escalate') escalatedAt = at
    settledAt = state === 'solved' || state === 'withdrawn' ? at : null
  }
  await tx.client.query(
    `update project_problems set state = $2, unit_code = $3, due_on = $4, reopened = $5, escalated_at = $6, settled_at = $7,
       version = $8 where id = $1`,
    [id, last.state, last.unit, last.dueOn, reopened, escalatedAt, settledAt, steps.length + 1],
  )
}

function momentOf({ line, cell }: Line, file: string): Date {
  const at = new Date(`${cell('at').replace(' ', 'T')}+08:00`)
  if (Number.isNaN(at.getTime())) refuse('org/zone-file-unreadable', { file, line, column: 'at', value: cell('at') })
  return at
}

/** An officer by the code of the person, or an enterprise by its own words. */
async function doerAt(tx: Tx, { line, cell }: Line, file: string): Promise<Doer> {
  const code = cell('by')
  if (!/^P\d+$/.test(code)) return { id: `link:${cell('number')}`, person: null, name: code }
  const person = await personByCode(tx, code)
  if (!person) return refuse('org/zone-file-unreadable', { file, line, column: 'by', value: code })
  return { id: `person:${code}`, person: code, name: person.name }
}

const shanghai = (column: string) => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')`

/** Writes both files back, in the order of the numbers. */
export async function exportProblems(work: Work, folder: string): Promise<void> {
  const [problems, steps] = await read(work, async (tx) => [
    await cellsOf(
      tx,
      `select number, project_code, title, description, kind, raised_from, ${shanghai('raised_at')}, coalesce(raised_person, raised_name)
       from project_problems order by id`,
    ),
    await cellsOf(
      tx,
      `select p.number, ${shanghai('s.at')}, s.deed, coalesce(s.by_person, s.by_name), s.unit_code, s.due_on, s.words
       from project_problem_steps s join project_problems p on p.id = s.problem_id where s.deed <> 'raise' order by p.id, s.ordinal`,
    ),
  ])
  if (problems.length === 0) return
  mkdirSync(path.join(folder, 'projects'), { recursive: true })
  const headings = ['number', 'project', 'title', 'description', 'kind', 'source', 'at', 'by']
  writeFileSync(path.join(folder, problemsFile), csvOf([headings, ...problems]))
  const stepHeadings = ['number', 'at', 'deed', 'by', 'unit', 'due', 'words']
  writeFileSync(path.join(folder, stepsFile), csvOf([stepHeadings, ...steps]))
}

async function cellsOf(tx: Tx, text: string): Promise<(string | null)[][]> {
  return (await tx.client.query<(string | null)[]>({ text, rowMode: 'array' })).rows
}
