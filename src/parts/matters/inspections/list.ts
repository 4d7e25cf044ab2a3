import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { expectBreaks, spoolFile } from '#kernel/files/spool.ts'
import type { Asked } from '#kernel/http/endpoint.ts'
import type { Place } from '#kernel/place.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { keepInside, unitAt, unitsByWord, unitTree } from '#parts/org/org.ts'
import { openSheets } from '#parts/trade/trains/list-sheets.ts'
import { desksOf, standardsOf } from '../engine/engine.ts'
import { openBatch } from './inspections.ts'
import { type ListColumn, type ListLine, listColumnKeys } from './list-columns.ts'
import { faultOf, judgeLines, type ListedIssue, type ListRecord } from './list-judging.ts'
import type { sendListShape } from './list-shapes.ts'
import { type ListFault, type ReadList, readLists } from './list-sheet.ts'

const megabytes = 20
const most = 500

type Said = Omit<Asked<typeof sendListShape>['query'], 'dryRun'>

export interface LookedList {
  /** code of the batch that it became; null when it was only looked at, or not taken */
  taken: string | null
  /** the batch that the same list became before */
  again: { code: string; name: string } | null
  lines: ListLine[]
  issues: ListedIssue[]
  faults: ListFault[]
  ignored: string[]
}

/**
 * Takes in a list of issues (xlsx or CSV) as one batch, or only looks at it (`dryRun`): every row as it was understood and every fault by its
 * row and column. A list with a fault is not taken at all; the same list again, saved anew or not, opens nothing. Refuses
 * `matters/list-too-large`, `matters/list-empty`, `matters/list-too-long`, `matters/batch-unnamed`, `matters/batch-name-known` (409),
 * `matters/days-turned`, `org/outside-scope` (403) for who does not supervise at the supervision centre, and what readers of files refuse.
 */
export async function importList(
  work: Work,
  file: { name: string; stream: Readable },
  said: Said,
  { dryRun, roots }: { dryRun: boolean; roots: readonly string[] },
): Promise<LookedList> {
  expectBreaks(file.stream)
  const spooled = await spoolFile(file.stream)
  try {
    if (spooled.bytes > megabytes << 20) refuse('matters/list-too-large', { limit: megabytes }, 413)
    if (said.dueOn < said.receivedOn) refuse('matters/days-turned', { from: said.receivedOn, to: said.dueOn })
    const list = readLists(await openSheets(spooled, file.name))
    if (list.lines.length + list.faults.length === 0) refuse('matters/list-empty')
    if (list.lines.length > most) refuse('matters/list-too-long', { rows: list.lines.length, most })
    if (dryRun) {
      return await read(work, async (tx) => {
        await keepInside(tx, (await desksOf(tx)).supervision, roots)
        return looked(tx, list, said)
      })
    }
    return await write(work, async (tx) => {
      await keepInside(tx, (await desksOf(tx)).supervision, roots)
      return taken(tx, list, said)
    })
  } finally {
    await spooled.remove()
  }
}

/** Two senders of one list take turns: the second finds what the first opened. */
async function taken(tx: Tx, list: ReadList, said: Said): Promise<LookedList> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('matters/inspection-batches'))`)
  const found = await looked(tx, list, said)
  if (found.again || found.faults.length > 0) return found
  const nameZh = said.nameZh ?? refuse('matters/batch-unnamed')
  const { rowCount } = await tx.client.query('select from inspection_batches where name_zh = $1', [nameZh])
  if (rowCount) refuse('matters/batch-name-known', { name: nameZh }, 409)
  const { level, receivedOn, dueOn } = said
  const code = await nextCode(tx, `${level.toUpperCase()}-${receivedOn.slice(0, 4)}`)
  const batch = { code, nameZh, nameEn: said.nameEn ?? nameZh, level, receivedOn, dueOn }
  await openBatch(tx, { ...batch, issues: found.issues.map(issueOf) }, printOf(list))
  return { ...found, taken: code }
}

async function looked(tx: Tx, list: ReadList, said: Said): Promise<LookedList> {
  const { lines, ignored } = list
  const again = await takenBefore(tx, list)
  if (again) return { taken: null, again, lines, issues: [], faults: [], ignored }
  const { issues, faults, places } = judgeLines(lines, await recordFor(tx, list, said))
  const outside = await placesOutside(tx, places)
  const bad = new Set(outside.map(({ sheet, line }) => `${sheet} ${line}`))
  return {
    ...{ taken: null, again: null, lines, ignored },
    issues: issues.filter(({ line }) => !bad.has(`${line.sheet} ${line.line}`)),
    faults: [...list.faults, ...faults, ...outside].toSorted(bySheetAndLine(lines)),
  }
}

const bySheetAndLine = (lines: readonly ListLine[]) => {
  const order = [...new Set(lines.map(({ sheet }) => sheet))]
  return (a: ListFault, b: ListFault) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.line - b.line
}

async function takenBefore(tx: Tx, list: ReadList): Promise<LookedList['again']> {
  if (list.lines.length === 0) return null
  const { rows } = await tx.client.query<{ code: string; name: string }>(
    'select code, name_zh as name from inspection_batches where list_sha256 = $1',
    [printOf(list)],
  )
  return rows[0] ?? null
}

/** What a list says, whatever the bytes of its file, its sheets' names and the lines it stands on. */
function printOf({ lines }: ReadList): string {
  const said = lines.map((line) => listColumnKeys.map((key) => line.said[key]))
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

async function recordFor(tx: Tx, { lines }: ReadList, { receivedOn, datum }: Said): Promise<ListRecord> {
  const open = await unitTree(tx, await zoneToday(tx))
  const { rows } = await tx.client.query<{ receipt: string; name: string }>(
    `select i.receipt, b.name_zh as name from inspection_issues i join inspection_batches b on b.code = i.batch_code
     where i.receipt = any ($1)`,
    [lines.map(({ said }) => said.receipt)],
  )
  return {
    ...{ receivedOn, datum, units: await unitsByWord(tx), categories: await standardsOf(tx) },
    open: new Map(open.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }])),
    known: new Map(rows.map(({ receipt, name }) => [receipt, name])),
  }
}

async function placesOutside(tx: Tx, places: readonly { line: ListLine; place: Place }[]): Promise<ListFault[]> {
  const today = await zoneToday(tx)
  const faults: ListFault[] = []
  for (const { line, place } of places) {
    if (await unitAt(tx, place, today)) continue
    const at = `${line.said.longitude}, ${line.said.latitude}`
    const column: ListColumn = 'longitude'
    faults.push(
      faultOf(line, column, {
        zh: `${at} 不在本区范围内；请核对经纬度，或改选坐标系`,
        en: `${at} lies outside the zone; see to both numbers, or choose another coordinate system`,
      }),
    )
  }
  return faults
}

/** CENTRAL-2018-19 after CENTRAL-2018-18; the caller holds the lock. */
async function nextCode(tx: Tx, stem: string): Promise<string> {
  const { rows } = await tx.client.query<{ last: number }>(
    `select coalesce(max(substring(code from '[0-9]+$')::integer), 0) as last from inspection_batches where code ~ $1`,
    [`^${stem}-[0-9]{1,6}$`],
  )
  return `${stem}-${String(rows[0]!.last + 1).padStart(2, '0')}`
}

function issueOf({ receipt, title, description, address, pollution, category, unit, dueOn, place, key }: ListedIssue) {
  return {
    ...{ receipt, description, address, pollution, key, dueOn, category: category.code },
    title: title || firstSentence(description),
    ...(unit ? { unit: unit.code } : {}),
    ...(place ? { place } : {}),
  }
}

function firstSentence(description: string): string {
  const first = description.split(/[\n。！？；!?;]/)[0]!.trim()
  return [...(first.length >= 2 ? first : description)].slice(0, 60).join('')
}
