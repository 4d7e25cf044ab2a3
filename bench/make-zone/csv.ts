/** Relative path in the zone package → text. */
export type ZoneFiles = Map<string, string>

/** UTF-8 text of a table: comma separated, LF, no quoting, because no value of the demonstration holds a comma. */
export function csv(headings: string, rows: readonly (readonly string[])[]): string {
  const width = headings.split(',').length
  for (const row of rows) {
    if (row.length !== width || row.some((value) => /[",\n]/.test(value)))
      throw new Error(`not a plain row: ${row.join('|')}`)
  }
  return `${[headings, ...rows.map((row) => row.join(','))].join('\n')}\n`
}
