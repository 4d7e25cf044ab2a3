import { type DataValidation, writeXlsx } from 'hucre'
import type { Tx } from '#kernel/db/work.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitTree } from '#parts/org/org.ts'
import { type ListColumn, letterOf, listColumnKeys, listColumns } from './list-columns.ts'
import { pollutions, pollutionWords } from './words.ts'

const rowsWithChoices = 500

/** The workbook to fill in: headings, choices for kinds and units, and a sheet of notes. What it holds is taken in as it is. */
export async function listTemplate(tx: Tx): Promise<Uint8Array> {
  const units = (await unitTree(tx, await zoneToday(tx))).map(({ nameZh }) => nameZh)
  const lists: Partial<Record<ListColumn, readonly string[]>> = {
    pollution: pollutions.map((one) => pollutionWords[one].zh),
    unit: units,
    key: ['是', '否'],
  }
  const chosen = Object.keys(lists) as ListColumn[]
  return writeXlsx({
    sheets: [
      {
        name: '交办清单',
        columns: listColumnKeys.map((key) => ({
          width: key === 'description' ? 60 : Math.max(14, listColumns[key].example.length * 1.6),
          ...(key === 'longitude' || key === 'latitude' ? {} : { numFmt: '@' }),
        })),
        rows: [listColumnKeys.map((key) => listColumns[key].names[0])],
        freezePane: { rows: 1 },
        dataValidations: chosen.map((key, place) => choiceOf(key, place, lists[key]!.length)),
      },
      {
        name: '填写说明',
        columns: [{ width: 14 }, { width: 64 }, { width: 44 }],
        rows: [
          ['列', '怎样填', '例'],
          ...listColumnKeys.map((key) => [listColumns[key].names[0], listColumns[key].rule, listColumns[key].example]),
        ],
        freezePane: { rows: 1 },
      },
      { name: '字典', veryHidden: true, rows: turned(chosen.map((key) => lists[key]!)) },
    ],
  })
}

function choiceOf(key: ListColumn, list: number, length: number): DataValidation {
  const letter = letterOf(listColumnKeys.indexOf(key))
  const from = letterOf(list)
  return {
    ...{ type: 'list', range: `${letter}2:${letter}${rowsWithChoices + 1}`, allowBlank: true, showErrorMessage: false },
    formula1: `字典!$${from}$1:$${from}$${length}`,
  }
}

function turned(lists: readonly (readonly string[])[]): (string | null)[][] {
  const longest = Math.max(...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null))
}
