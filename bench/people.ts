import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { write } from '#kernel/db/work.ts'
import type { SheetRow } from '#kernel/files/table.ts'
import { importPeople } from '#parts/org/org.ts'
import type { House } from '../src/house.ts'
import { median, timed } from './measure.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const count = 2000
const headings = ['工号', '姓名', '单位', '职务', '手机', '入职日期']

/** Milliseconds to take a list of 2,000 people in, against COPY of the same cells into a table with the same key. */
export const people: Subject = async ({ world, repetitions }) => {
  const house = await world.copy()
  const client = await house.pool.connect()
  const found = { added: [] as number[], again: [] as number[], copied: [] as number[] }
  try {
    for (let repetition = 0; repetition < repetitions.long + 1; repetition++) {
      const rows = listOf(repetition)
      const copied = await copyTimed(client, rows)
      const added = await importTimed(house, rows, count)
      const again = await importTimed(house, rows, 0)
      // The first list also compiles what it runs through.
      if (repetition > 0) {
        found.copied.push(copied)
        found.added.push(added)
        found.again.push(again)
      }
    }
  } finally {
    client.release()
    await house.close()
  }
  return { lines: linesOf(found) }
}

function linesOf(found: { added: number[]; again: number[]; copied: number[] }) {
  const subject = 'people'
  const ms = (measured: readonly number[]) => ({ value: median(measured), unit: 'ms' as const })
  const copy = { ...ms(found.copied), kind: 'measured' as const, what: 'COPY of them into a table with the same key' }
  const aim = { value: 1000, unit: 'ms' as const, kind: 'aim' as const, what: '2,000 people load in a second' }
  return [
    { subject, what: '2,000 new people', measured: ms(found.added), limit: copy },
    { subject, what: '2,000 new people', measured: ms(found.added), limit: aim },
    { subject, what: 'the same list again', measured: ms(found.again), limit: copy },
  ]
}

function listOf(repetition: number): SheetRow[] {
  const units = ['PORT', 'STAT', 'FTZ', 'HOUSING', 'ECONOMY', 'OFFICE']
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(repetition * count + index).padStart(6, '0')
    const unit = units[index % units.length]!
    return [
      `B${number}`,
      `试${number}`,
      unit,
      index % 7 ? '科员' : '科长',
      `139${number}${number.slice(4)}`,
      '2018-06-01',
    ]
  })
  return [headings, ...rows].map((cells, index) => ({ line: index + 1, cells }))
}

async function importTimed(house: House, rows: readonly SheetRow[], added: number): Promise<number> {
  const { ms, answer } = await timed(() => write(house.workAs(everybody), (tx) => importPeople(tx, rows)))
  const { rejected, unchanged } = answer
  if (answer.added !== added || unchanged !== count - added || rejected.length > 0)
    throw new Error(`expected ${added} new people: ${JSON.stringify({ ...answer, rejected: rejected.slice(0, 2) })}`)
  return ms
}

async function copyTimed(client: pg.PoolClient, rows: readonly SheetRow[]): Promise<number> {
  await client.query(
    'create table raw_people (code text primary key, name text, unit text, title text, phone text, joined_on date)',
  )
  const { ms } = await timed(async () => {
    const copy = client.query(copyFrom('copy raw_people from stdin'))
    const text = rows.slice(1).map(({ cells }) => `${cells.join('\t')}\n`)
    await new Promise((done, failed) => copy.on('finish', done).on('error', failed).end(text.join('')))
  })
  await client.query('drop table raw_people')
  return ms
}
