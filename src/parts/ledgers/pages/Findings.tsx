import { useLocale, useWords, type Words } from '#web/locale.tsx'
import type { GroupShown } from '../import-shapes.ts'
import type { LedgerColumn } from './reply-types.ts'
import { Severity } from './Severity.tsx'
import { grouped } from './values.ts'
import { addedHeadings, checkWords } from './words.ts'

interface FindingsProps {
  groups: readonly GroupShown[]
  columns: readonly LedgerColumn[]
  /** of the file, in the order of the examples' cells */
  headings: readonly string[]
}

/** What was found in a file, check by check: how many rows, what to do, and the first lines as the file has them. */
export function Findings({ groups, columns, headings }: FindingsProps) {
  return (
    <ul className="findings">
      {groups.map((group) => (
        <li key={`${group.severity} ${group.check} ${group.column}`}>
          <GroupHead group={group} columns={columns} />
          <Examples group={group} headings={headings} place={headingPlace(group, columns, headings)} />
        </li>
      ))}
    </ul>
  )
}

function GroupHead({ group, columns }: Pick<FindingsProps, 'columns'> & { group: GroupShown }) {
  const t = useWords()
  const column = columns.find((one) => one.name === group.column)
  const reason = checkWords[group.check] ?? group.examples[0]?.reason ?? { zh: group.check, en: group.check }
  const name = column
    ? t({ zh: '{column}：{reason}', en: '{column}: {reason}' }, { column: t(column.words), reason: t(reason) })
    : t(reason)
  return (
    <>
      <h3>
        <Severity severity={group.severity} /> {name}
        <small>
          {t(rowsWords(group), {
            rows: grouped(group.rows),
          })}
        </small>
      </h3>
      <p className="finding-cure">
        <span aria-hidden>→ </span>
        {t(group.cure)}
      </p>
    </>
  )
}

function rowsWords({ rows, more }: GroupShown): Words {
  if (more) return { zh: '至少 {rows} 行', en: 'at least {rows} rows' }
  return { zh: '{rows} 行', en: rows === 1 ? '{rows} row' : '{rows} rows' }
}

function Examples({ group, headings, place }: { group: GroupShown; headings: readonly string[]; place: number }) {
  const t = useWords()
  const { locale } = useLocale()
  const placed = headings.map((heading, at) => ({ heading, at })).filter((one) => !addedHeadings.has(one.heading))
  const more = group.rows - group.examples.length
  return (
    <div className="finding-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '行号', en: 'Line' })}</th>
            {placed.map(({ heading, at }) => (
              <th key={at} scope="col" data-wrong={at === place || undefined}>
                {heading}
              </th>
            ))}
            <th scope="col">{t({ zh: '原因', en: 'Reason' })}</th>
          </tr>
        </thead>
        <tbody>
          {group.examples.map((example, nth) => (
            <tr key={example.line} tabIndex={nth === 0 ? 0 : -1}>
              <th scope="row">{example.line}</th>
              {placed.map(({ at }) => (
                <td key={at} data-wrong={at === place || undefined}>
                  {example.cells[at] || (at === place && t({ zh: '（空）', en: '(empty)' }))}
                </td>
              ))}
              <td>{example.reason[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="import-hint">
          {t(
            group.more
              ? { zh: '另有至少 {more} 行同样的问题。', en: 'At least {more} more lines like these.' }
              : { zh: '另有 {more} 行同样的问题。', en: '{more} more lines like these.' },
            { more: grouped(more) },
          )}
        </p>
      )}
    </div>
  )
}

/** Where the column at fault stands in the file, as far as its heading says. */
function headingPlace(group: GroupShown, columns: readonly LedgerColumn[], headings: readonly string[]): number {
  const column = columns.find((one) => one.name === group.column)
  if (!column) return -1
  const known = [column.words.zh, column.words.en, column.name, ...column.headings].map((text) => text.toLowerCase())
  const plain = (text: string) =>
    text
      .replace(/[(（][^)）]*[)）]\s*$/, '')
      .trim()
      .toLowerCase()
  return headings.findIndex((heading) => known.includes(heading.trim().toLowerCase()) || known.includes(plain(heading)))
}
