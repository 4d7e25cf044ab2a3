import { textWidth } from './docx-sheet.ts'
import { plainText, type Table } from './tree.ts'

/**
 * Shares the sheet among the columns, in twips: each gets what its longest word cannot do without, and of the rest as much as
 * its longest cell would like.
 */
export function columnWidths({ head, rows }: Pick<Table, 'head' | 'rows'>): number[] {
  const columns = head.map((cell, place) => [cell, ...rows.map((row) => row[place] ?? [])].map(plainText))
  const needs = columns.map((cells) => {
    const least = Math.max(4, ...cells.flatMap(wordsOf).map(breadth))
    return { least: least + 2, wish: Math.max(least, ...cells.map(breadth)) + 2 }
  })
  const [least, wish] = [sum(needs.map((need) => need.least)), sum(needs.map((need) => need.wish))]
  const all = textWidth / halfWidth
  const share = Math.max(0, Math.min(1, (all - least) / Math.max(1, wish - least)))
  const taken = needs.map((need) => need.least + (need.wish - need.least) * share)
  return taken.map((width) => Math.floor((width / sum(taken)) * textWidth))
}

/** Half the breadth of a Chinese character at the table's 11 pt, in twips. */
const halfWidth = 110

const breadth = (text: string) => sum([...text].map((one) => (one > '\u2e7f' ? 2 : 1)))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
/** What no line may break: a run of anything but spaces and Chinese characters. */
const wordsOf = (text: string) => text.split(/[\s\u2e80-\uffff]+/)
