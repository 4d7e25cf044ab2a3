import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { ImportResult } from '#parts/ledgers/import.ts'
import { type ListedContainer, type ReadSheet, type StatedTotals, sumsOf } from './list-form.ts'

/** One train of a list: what the list has of it, and what the register has now. */
export interface ListedTrain {
  number: string
  day: string
  direction: string
  route: string
  port: string
  /** containers of this list, all of them, good or not */
  listed: number
  /** containers and sums on the register now; null when none is in */
  now: { containers: number; teu: string | null; weight: string; value: string; empty: number } | null
  notes: { code: string; words: Words }[]
}

/** The trains of a list in its order, each with what does not add up. */
export async function trainsOf(
  tx: Tx,
  sheets: readonly ReadSheet[],
  containers: ImportResult,
  trainRows: ImportResult | null,
): Promise<ListedTrain[]> {
  const found: ListedTrain[] = []
  for (const sheet of sheets) {
    const trains = Map.groupBy(sheet.containers, ({ values }) => `${values['trainNumber']} ${values['departedOn']}`)
    for (const boxes of trains.values()) {
      const { trainNumber: number = '', departedOn: day = '' } = boxes[0]!.values
      const said = (name: string) => boxes.find(({ values }) => values[name])?.values[name] ?? ''
      found.push({
        ...{ number, day, direction: said('direction'), route: said('route'), port: said('borderPort') },
        ...{ listed: boxes.length, now: await nowOf(tx, number, day), notes: notesOf(sheet, boxes, trains.size) },
      })
    }
  }
  const refused = new Set(
    trainRows?.findings.filter(({ severity }) => severity === 'reject').map(({ cells }) => cells[0]),
  )
  for (const train of found) {
    if (refused.has(train.number)) train.notes.push({ code: 'train-rejected', words: noteWords['train-rejected']! })
    if (train.now === null && containers.rejected > 0)
      train.notes.push({ code: 'nothing-in', words: noteWords['nothing-in']! })
  }
  return found
}

async function nowOf(tx: Tx, number: string, day: string): Promise<ListedTrain['now']> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const { rows } = await tx.client.query<NonNullable<ListedTrain['now']>>(
    `select count(*)::int as containers, trim_scale(sum(teu))::text as teu, trim_scale(sum(weight))::text as weight,
       trim_scale(sum(value))::text as value, (count(*) filter (where load = 'empty'))::int as empty
     from ledger_trade_train_containers where departed_on = $1 and train_number = $2 having count(*) > 0`,
    [day, number],
  )
  return rows[0] ?? null
}

function notesOf({ stated, missing }: ReadSheet, boxes: readonly ListedContainer[], trains: number) {
  const notes: ListedTrain['notes'] = missing.map((name) => ({ code: `missing-${name}`, words: missingWords[name]! }))
  // A totals row under several trains is the sum of all: only one of its own can be held against it.
  if (stated && trains === 1) notes.push(...differences(stated, boxes))
  for (const name of ['direction', 'route', 'borderPort'])
    if (new Set(boxes.map(({ values }) => values[name] ?? '')).size > 1)
      notes.push({ code: `several-${name}`, words: severalWords[name]! })
  return notes
}

function differences(stated: StatedTotals, boxes: readonly ListedContainer[]): ListedTrain['notes'] {
  const sums = sumsOf(boxes)
  return (Object.keys(stated) as (keyof StatedTotals)[])
    .filter((name) => Math.abs(Number(stated[name]) - Number(sums[name])) > 0.005)
    .map((name) => {
      const [zh, en] = totalWords[name]
      return {
        code: `totals-${name}`,
        words: {
          zh: `合计行的${zh}是 ${grouped(stated[name]!)}，各箱相加是 ${grouped(sums[name])}；请对照单证核对`,
          en: `the totals row says ${grouped(stated[name]!)} ${en}, the boxes add up to ${grouped(sums[name])}; see the documents`,
        },
      }
    })
}

/** `210000.5` as `210,000.5`. */
function grouped(digits: string): string {
  return digits.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','))
}

const totalWords: Readonly<Record<keyof StatedTotals, [string, string]>> = {
  containers: ['箱数', 'containers'],
  teu: ['标箱', 'TEU'],
  weight: ['毛重（吨）', 'tonnes'],
  value: ['货值（美元）', 'dollars'],
}

const missingWords: Readonly<Record<string, Words>> = {
  trainNumber: {
    zh: '表头没有车次；请在箱单上方写“车次：X8203”',
    en: 'the head names no train; write "Train number: X8203" above the list',
  },
  departedOn: {
    zh: '表头没有发车日期；请在箱单上方写“发车日期：2018-06-28”',
    en: 'the head names no day; write "Departed on: 2018-06-28" above the list',
  },
  direction: {
    zh: '表头没有方向；请在箱单上方写“方向：去程”或“方向：回程”',
    en: 'the head names no direction; write "Direction: outbound" or "return" above the list',
  },
}

const severalWords: Readonly<Record<string, Words>> = {
  direction: {
    zh: '同一列班列写了两个方向，按多数计',
    en: 'one train with two directions; the one of most boxes counts',
  },
  route: { zh: '同一列班列写了两条线路，按第一条计', en: 'one train with two routes; the first counts' },
  borderPort: { zh: '同一列班列写了两个口岸，按第一个计', en: 'one train with two border ports; the first counts' },
}

const noteWords: Readonly<Record<string, Words>> = {
  'train-rejected': {
    zh: '班列台账没有收下这一列的合计，请看下面的原因',
    en: "the register did not take this train's totals; see why below",
  },
  'nothing-in': {
    zh: '这一列的箱全部被退回，班列未登记',
    en: 'all boxes of this train were sent back; the train is not registered',
  },
}
