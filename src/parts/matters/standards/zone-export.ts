import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { read, type Work } from '#kernel/db/work.ts'
import { csvOf } from '#parts/org/zone-csv.ts'
import { desksOf } from '../engine/desks.ts'
import { standardsOf } from '../engine/standards.ts'
import { limitText } from './limit-words.ts'
import { desksFile, standardsFile } from './zone-load.ts'

const headings = [
  ...['大类代码', '大类名称', '大类英文', '小类代码', '小类名称', '小类英文', '关键词'],
  ...['处置单位', '主管部门', '立案条件', '结案条件', '处置时限'],
]

/** Writes matters/desks.yaml and matters/standards.csv back; nothing for a zone without desks. */
export async function exportStandards(work: Work, folder: string): Promise<void> {
  const found = await read(work, async (tx) => {
    const { rowCount } = await tx.client.query('select from matter_desks limit 1')
    return rowCount === 0 ? null : { desks: await desksOf(tx), categories: await standardsOf(tx) }
  })
  if (!found) return
  const rows = found.categories.flatMap(({ code, major, name, keywords, standards }) =>
    standards.map((one) => [
      ...[code.slice(0, 3), major.zh, major.en, code, name.zh, name.en, keywords, one.unitSaid, one.competentSaid],
      ...[one.condition, one.closeCondition, limitText(one.limit)],
    ]),
  )
  mkdirSync(path.join(folder, 'matters'), { recursive: true })
  const { supervision, command } = found.desks
  writeFileSync(path.join(folder, desksFile), `supervision: ${supervision}\ncommand: ${command}\n`)
  writeFileSync(path.join(folder, standardsFile), csvOf([headings, ...rows]))
}
