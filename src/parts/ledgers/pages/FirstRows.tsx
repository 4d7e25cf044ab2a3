import { T, useWords } from '#web/locale.tsx'
import type { LedgerShown } from '../shapes.ts'
import type { Mapping } from './mapping.ts'
import type { Preview } from './reply-types.ts'

interface FirstRowsProps {
  ledger: LedgerShown
  preview: Preview
  mapping: Mapping
}

/** The first rows of the file below the columns they go to, to be looked at before anything is in. */
export function FirstRows({ ledger, preview, mapping }: FirstRowsProps) {
  const t = useWords()
  const columns = preview.headings.flatMap(({ heading }, place) => {
    const column = ledger.columns.find((one) => one.name === mapping[heading])
    return column ? [{ heading, place, column }] : []
  })
  const samples = preview.samples.map((cells, below) => ({ cells, line: preview.headingLine + 1 + below }))
  return (
    <details className="first-rows">
      <summary>
        <T
          zh="文件的前 {count} 行，和它们各归哪一列"
          en="The first {count} rows, and where each column goes"
          count={preview.samples.length}
        />
      </summary>
      <div className="finding-lines">
        <table>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '行号', en: 'Line' })}</th>
              {columns.map(({ heading, place, column }) => (
                <th key={place} scope="col">
                  {t(column.words)}
                  {heading !== column.words.zh && <small>{heading}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map(({ cells, line }, nth) => (
              <tr key={line} tabIndex={nth === 0 ? 0 : -1}>
                <th scope="row">{line}</th>
                {columns.map(({ place }) => (
                  <td key={place}>{cells[place] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
