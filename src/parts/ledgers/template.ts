import { type DataValidation, writeXlsx } from 'hucre'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { unitTree } from '#parts/org/org.ts'
import { checksInWords } from './check-words.ts'
import type { Column } from './columns.ts'
import { headingOf } from './headings.ts'
import type { Ledger } from './ledger.ts'

/** Rows of a template that have drop-downs. */
const templateRows = 5000

/**
 * The workbook people fill in: headings with units, a frozen first row, drop-downs for choices and units, and a sheet of notes. What it
 * holds imports without a mapping.
 */
export async function templateOf(tx: Tx, ledger: Ledger, today: string): Promise<Uint8Array> {
  const columns = Object.values(ledger.columns)
  const lists = await listsOf(tx, columns, today)
  const dataValidations = columns.flatMap((column, place) => validationOf(column, place, lists))
  return writeXlsx({
    sheets: [
      {
        name: ledger.words.zh,
        columns: columns.map((column) => ({
          width: Math.max(12, headingOf(column).length * 2 + 2),
          ...(isTextual(column) ? { numFmt: '@' } : {}),
        })),
        rows: [columns.map(headingOf)],
        freezePane: { rows: 1 },
        dataValidations,
      },
      {
        name: '填写说明',
        columns: [{ width: 18 }, { width: 10 }, { width: 40 }, { width: 60 }],
        rows: notesOf(ledger),
        freezePane: { rows: 1 },
      },
      { name: '字典', veryHidden: true, rows: turned(lists.map((list) => list.values)) },
    ],
  })
}

/** Codes and long numbers stay what was typed. */
function isTextual(column: Column): boolean {
  return ['text', 'uscc', 'day', 'month', 'moment', 'unit'].includes(column.kind)
}

interface List {
  column: Column
  values: string[]
}

async function listsOf(tx: Tx, columns: readonly Column[], today: string): Promise<List[]> {
  const units = columns.some((column) => column.kind === 'unit')
    ? (await unitTree(tx, today)).map((unit) => unit.nameZh)
    : []
  return columns.flatMap((column) => {
    if (column.choices) return [{ column, values: Object.values(column.choices).map((words) => words.zh) }]
    return column.kind === 'unit' && units.length > 0 ? [{ column, values: units }] : []
  })
}

function validationOf(column: Column, place: number, lists: readonly List[]): DataValidation[] {
  const letter = letterOf(place)
  const range = `${letter}2:${letter}${templateRows}`
  const list = lists.findIndex((candidate) => candidate.column === column)
  const error = { allowBlank: column.optional, showErrorMessage: true, errorTitle: column.words.zh }
  if (list >= 0) {
    const from = letterOf(list)
    return [
      {
        type: 'list',
        range,
        formula1: `字典!$${from}$1:$${from}$${lists[list]!.values.length}`,
        errorMessage: '请从下拉列表中选择',
        ...error,
      },
    ]
  }
  if (column.kind !== 'whole' && column.kind !== 'decimal') return []
  const formula1 = String(column.min ?? -999999999999999)
  return [
    {
      type: column.kind,
      operator: 'greaterThanOrEqual',
      range,
      formula1,
      errorMessage: column.min === undefined ? '请填数字' : `请填不小于 ${column.min} 的数`,
      ...error,
    },
  ]
}

function notesOf(ledger: Ledger): string[][] {
  const rows = Object.values(ledger.columns).map((column) => [
    headingOf(column),
    column.optional ? '选填' : '必填',
    formOf(column).zh,
    column.note?.zh ?? '',
  ])
  const checks = checksInWords(ledger).map((check) => [
    check.severity === 'reject' ? '退回' : '提醒',
    '',
    check.meaning.zh,
    check.cure.zh,
  ])
  return [
    ['列', '是否必填', '写法', '说明'],
    ...rows,
    [],
    ['校验', '', '含义', '处理办法'],
    ...checks,
    [],
    ['台账', '', ledger.grain.zh, `来源：${ledger.source.zh}`],
  ]
}

function formOf(column: Column): Words {
  if (column.choices) {
    const values = Object.values(column.choices)
    return { zh: values.map((words) => words.zh).join('、'), en: values.map((words) => words.en).join(', ') }
  }
  return forms[column.kind]
}

const forms: Record<Column['kind'], Words> = {
  text: { zh: '文字', en: 'text' },
  choice: { zh: '选项', en: 'a choice' },
  day: { zh: '2018-06-28 或 2018年6月28日', en: '2018-06-28' },
  month: { zh: '2018-06 或 2018年6月', en: '2018-06' },
  moment: { zh: '2018-06-28 13:05:00', en: '2018-06-28 13:05:00' },
  whole: { zh: '整数', en: 'a whole number' },
  decimal: { zh: '数字，可带小数', en: 'a number with decimals' },
  uscc: { zh: '18 位统一社会信用代码', en: 'the 18 characters of the code' },
  unit: { zh: '单位全称或代码', en: "the unit's name or code" },
}

function letterOf(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)
}

function turned(lists: readonly string[][]): (string | null)[][] {
  const height = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null))
}
