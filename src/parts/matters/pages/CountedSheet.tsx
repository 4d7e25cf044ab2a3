import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type State, stateWords } from '../engine/states.ts'
import { conditions } from '../evaluation/entry.ts'
import { measures } from '../evaluation/measures.ts'
import { countedShape } from '../evaluation/shapes.ts'
import type { SubjectName } from '../evaluation/subjects.ts'
import type { Opened } from './EvaluationTable.tsx'
import { matterPath } from './matter-words.ts'

type Counted = Reply<typeof countedShape>['rows'][number]

const size = 20

interface CountedSheetProps {
  opened: Opened
  subject: SubjectName
  period: string
  onClose: () => void
}

/** The matters behind one number: what makes it count, and a door to each. */
export function CountedSheet({ opened: { measure, key, name }, subject, period, onClose }: CountedSheetProps) {
  const t = useWords()
  const { locale } = useLocale()
  const [page, setPage] = useState(1)
  const found = useEndpoint(
    countedShape,
    { query: { subject, period, measure, key, page, size } },
    { placeholderData: keepPreviousData },
  )
  const { words, when } = measures[measure]
  const rule = when.map((condition) => t(conditions[condition].words)).join(t({ zh: '，且', en: ', and ' }))
  return (
    <SideSheet title={`${t(name)} · ${t(words)}`} onClose={onClose}>
      <p className="evaluation-rule">
        {printPeriod(parsePeriod(period), locale)} · {rule}
      </p>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading lines={8} />}
      {found.data && (
        <>
          <ul className="evaluation-matters" aria-busy={found.isPlaceholderData}>
            {found.data.rows.map((row) => (
              <CountedRow key={`${row.number} ${row.startedAt}`} row={row} />
            ))}
          </ul>
          {found.data.open < found.data.total && (
            <p className="evaluation-rule">
              <T
                zh="共 {total} 件，其中 {open} 件您可以打开。"
                en="{total} in all; {open} of them are yours to open."
                total={found.data.total}
                open={found.data.open}
              />
            </p>
          )}
          <p className="evaluation-turn">
            <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
              <T zh="上一页" en="Back" />
            </Button>
            <span>
              {page} / {Math.max(1, Math.ceil(found.data.open / size))}
            </span>
            <Button disabled={page * size >= found.data.open} onClick={() => setPage(page + 1)}>
              <T zh="下一页" en="Next" />
            </Button>
          </p>
        </>
      )}
    </SideSheet>
  )
}

function CountedRow({ row }: { row: Counted }) {
  const t = useWords()
  return (
    <li>
      <Link to={matterPath(row)}>{row.title}</Link>
      <small>
        {row.number} · {t(stateWords[row.state as State])}
        {row.reworks > 0 && <T zh=" · 返工 {n} 次" en=" · reworked {n} times" n={row.reworks} />}
      </small>
      {row.dueAt && (
        <small data-late={row.late || undefined}>
          <T zh="时限 " en="due " />
          <When at={row.dueAt} />
          {row.doneAt && (
            <>
              <T zh=" · 办出 " en=" · done " />
              <When at={row.doneAt} />
            </>
          )}
          {row.late && <T zh=" · 超期" en=" · late" />}
          {row.late && row.exempt && <T zh="（申诉成立，不计）" en=" (excused on appeal)" />}
        </small>
      )}
    </li>
  )
}
