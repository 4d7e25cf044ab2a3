/** The cells of a pasted block: tabs between cells, lines between rows, quotes around cells with either in them. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const clean = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (const [whole, cell = '', end] of clean.matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g)) {
    if (whole === '' && rows.at(-1)!.length === 0) break
    rows.at(-1)!.push(unquoted(cell).trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  while (rows.length > 0 && rows.at(-1)!.every((one) => one === '')) rows.pop()
  return rows
}

function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

export type Place = 'value' | 'base' | 'growth'

export interface Target {
  code: string
  names: readonly string[]
  /** the cells this row asks for, in their order */
  places: readonly Place[]
}

export interface Pasted {
  code: string
  place: Place
  text: string
}

/**
 * Where the cells of a pasted block go. A block whose rows begin with items' names or codes goes to those rows, figures in the
 * order of the columns and other words left out; any other block goes right and down from the cell it was pasted into.
 */
export function placePaste(
  cells: readonly (readonly string[])[],
  targets: readonly Target[],
  from: { row: number; place: Place },
): Pasted[] {
  const named = cells.map((row) => targets.find(({ code, names }) => [code, ...names].includes(bare(row[0] ?? ''))))
  if (named.some(Boolean)) {
    return cells.flatMap((row, at) => {
      const target = named[at]
      const figures = row.slice(1).filter((cell) => /\d/.test(cell) || cell === '' || /^[-—–]$/.test(cell))
      return target ? across(target, target.places[0], figures) : []
    })
  }
  return cells.flatMap((row, down) => {
    const target = targets[from.row + down]
    return target ? across(target, from.place, row) : []
  })
}

function across(target: Target, from: Place | undefined, texts: readonly string[]): Pasted[] {
  const start = target.places.indexOf(from ?? 'value')
  const places = start < 0 ? [] : target.places.slice(start)
  return places.flatMap((place, at) => {
    const text = texts[at]
    return text === undefined ? [] : [{ code: target.code, place, text }]
  })
}

/** Names as sheets write them, with blanks and numbering before them. */
function bare(name: string): string {
  return name.replace(/^[\s一二三四五六七八九十\d]*[、.．)）]\s*/, '').trim()
}
