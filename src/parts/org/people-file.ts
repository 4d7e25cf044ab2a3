import type { Readable } from 'node:stream'
import { writeXlsx } from 'hucre'
import { type Work, write } from '#kernel/db/work.ts'
import { spoolFile } from '#kernel/files/spool.ts'
import { openTable, type SheetRow } from '#kernel/files/table.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { importPeople, most, type PeopleImported } from './people-import.ts'
import { columns, headings } from './people-rows.ts'

/** Imports a list of people from an uploaded xlsx or CSV: one transaction a file, read whole before it begins. */
export async function importPeopleFile(
  work: Work,
  source: Readable,
  options: { on?: Day | undefined; roots: readonly string[] },
): Promise<PeopleImported> {
  const file = await spoolFile(source)
  try {
    const table = await openTable(file, { workbookRows: most + 1 })
    const rows: SheetRow[] = []
    for await (const group of table.rows()) {
      rows.push(...group)
      if (rows.length > most + 1) refuse('org/list-too-long', { rows: rows.length - 1, most })
    }
    return await write(work, (tx) => importPeople(tx, rows, options))
  } finally {
    await file.remove()
  }
}

/** A workbook with the headings and one row to write over. */
export async function peopleTemplate(): Promise<FileAnswer> {
  const first = columns.map((column) => headings[column][0]!)
  const example = ['P0001', '示例甲', 'STAT', '科员', '13800000000', '2018-06-01']
  const content = await writeXlsx({
    sheets: [
      {
        name: '人员名册',
        columns: first.map((header) => ({ header, width: 18 })),
        rows: [first, example],
        freezePane: { rows: 1 },
      },
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: '人员名册模板.xlsx', type, content }
}
