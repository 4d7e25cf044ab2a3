import { Link } from 'react-router'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { pollutionWords } from '../inspections/words.ts'
import type { Looked } from './BatchIntake.tsx'

type Row = Looked['rows'][number]
type Fault = Looked['faults'][number]

/** What the dry run found: the sentence, the faults by row and column, and each row as it was understood. */
export function BatchLooked({ looked, name }: { looked: Looked; name: string }) {
  const { again, rows, faults, ignored } = looked
  if (again) {
    return (
      <p className="batch-again" role="status">
        <T
          zh="这份清单已经接收过，没有重复立项："
          en="This list was taken in before; nothing was opened a second time: "
        />
        <Link to={`/matters/inspections/${again.code}`} lang="zh">
          {again.name}
        </Link>
      </p>
    )
  }
  return (
    <div className="batch-looked">
      <p role="status">
        {faults.length === 0 ? (
          <T
            zh="{name}：{n} 件，没有错误；接收后每件立为一个事项。"
            en="{name}: {n} issues and no fault; each becomes a matter once taken in."
            {...{ name, n: rows.length }}
          />
        ) : (
          <strong>
            <T
              zh="{name}：{n} 件，{faults} 处错误。一件也不会接收；改正后再把文件拖进来。"
              en="{name}: {n} issues, {faults} faults. None is taken in; correct the file and drop it again."
              {...{ name, n: rows.length, faults: faults.length }}
            />
          </strong>
        )}{' '}
        {ignored.length > 0 && (
          <T zh="跳过工作表：{sheets}。" en="Sheets left out: {sheets}." sheets={ignored.join('、')} />
        )}
      </p>
      {rows.length === 0 && <Faults faults={faults} />}
      {rows.length > 0 && <Rows looked={looked} />}
    </div>
  )
}

const shown = 200

function Rows({ looked: { rows, faults } }: { looked: Looked }) {
  const t = useWords()
  const by = Map.groupBy(faults, ({ sheet, line }) => `${sheet} ${line}`)
  const key = ({ sheet, line }: { sheet: string; line: number }) => `${sheet} ${line}`
  const ordered = [...rows.filter((row) => by.has(key(row))), ...rows.filter((row) => !by.has(key(row)))]
  return (
    <>
      <ol className="batch-rows" aria-label={t({ zh: '清单各行', en: 'Rows of the list' })}>
        {ordered.slice(0, shown).map((row) => (
          <RowLine key={key(row)} row={row} faults={by.get(key(row)) ?? []} />
        ))}
      </ol>
      {ordered.length > shown && (
        <p className="batch-more">
          <T zh="其余 {n} 行没有列出" en="{n} more rows are not listed" n={ordered.length - shown} />
        </p>
      )}
    </>
  )
}

function RowLine({ row, faults }: { row: Row; faults: readonly Fault[] }) {
  const t = useWords()
  return (
    <li data-faulty={faults.length > 0 || undefined}>
      <span className="batch-line">
        <T zh="第 {n} 行" en="Row {n}" n={row.line} />
      </span>
      <div>
        <p lang="zh">
          <b>{row.receipt || '—'}</b>{' '}
          {row.description.length > 90 ? `${row.description.slice(0, 90)}…` : row.description}
        </p>
        {row.read && <Understood read={row.read} address={row.address} />}
        {!row.read && faults.length === 0 && <small>{t({ zh: '没有读懂', en: 'Not understood' })}</small>}
        <Faults faults={faults} />
      </div>
    </li>
  )
}

function Understood({ read, address }: { read: NonNullable<Row['read']>; address: string }) {
  const t = useWords()
  const { pollution, category, unit, dueOn, placed, key } = read
  const facts = [
    t(pollutionWords[pollution]),
    `${category.code} ${t(category.name)}`,
    unit ? t(unit.name) : t({ zh: '责任单位由派遣定', en: 'the unit is decided when it is dispatched' }),
    key && t({ zh: '重点件', en: 'key issue' }),
    address,
    placed && t({ zh: '有坐标', en: 'on the map' }),
  ].filter(Boolean)
  return (
    <small>
      {facts.join(' · ')} · <T zh="整改时限 " en="due " />
      <When at={dueOn} />
    </small>
  )
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const t = useWords()
  if (faults.length === 0) return null
  return (
    <ul className="batch-faults">
      {faults.map(({ sheet, line, column, heading, words }) => (
        <li key={`${sheet} ${line} ${heading} ${words.zh}`}>
          {heading && (
            <b>
              {column
                ? t({ zh: `${column} 列 ${heading}：`, en: `Column ${column} (${heading}): ` })
                : t({ zh: `缺“${heading}”列：`, en: `No column ${heading}: ` })}
            </b>
          )}
          {t(words)}
        </li>
      ))}
    </ul>
  )
}
