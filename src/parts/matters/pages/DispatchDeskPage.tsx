import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { dispatchQueue } from '../desk/dispatch-shapes.ts'
import { DispatchLines } from './DispatchLines.tsx'
import { DispatchSheet } from './DispatchSheet.tsx'
import { MatterTab } from './MatterTab.tsx'
import { counted } from './matter-words.ts'
import '#web/kit/plain-field.css'
import './matters.css'
import './dispatch.css'

export type Queue = Reply<typeof dispatchQueue>

/** The desk that sends matters out: the queue at the left, whom to send it to at the right, all of it by keyboard. */
export default function DispatchDeskPage() {
  const t = useWords()
  const [search, setSearch] = useSearchParams()
  const queue = search.get('queue') === 'confirm' ? 'confirm' : 'dispatch'
  const read = useEndpoint(
    dispatchQueue,
    { query: { queue } },
    { placeholderData: keepPreviousData, refetchInterval: 30_000 },
  )
  return (
    <Page
      title={t({ zh: '派遣台', en: 'Dispatch desk' })}
      {...(read.data ? { sentence: <DeskSentence queue={read.data} /> } : {})}
      help="clerk/dispatch"
      wide
    >
      <div className="matters">
        <nav className="matter-tabs" aria-label={t({ zh: '队列', en: 'Queue' })}>
          <MatterTab
            chosen={queue === 'dispatch'}
            words={t({ zh: '待派遣', en: 'To be dispatched' })}
            {...(read.data ? { count: read.data.dispatch } : {})}
            onChoose={() => setSearch({})}
          />
          <MatterTab
            chosen={queue === 'confirm'}
            words={t({ zh: '已处置待确认', en: 'Handed back, to be confirmed' })}
            {...(read.data ? { count: read.data.confirm } : {})}
            onChoose={() => setSearch({ queue: 'confirm' })}
          />
        </nav>
        {read.error && <ErrorState problem={read.error} onRetry={() => void read.refetch()} />}
        {!read.data && !read.error && <Loading lines={10} />}
        {read.data && !read.isPlaceholderData && <Desk key={queue} kind={queue} queue={read.data} />}
      </div>
    </Page>
  )
}

function DeskSentence({ queue: { dispatch, confirm, rows } }: { queue: Queue }) {
  const late = rows.filter(({ light }) => light === 'behind').length
  return (
    <T
      zh="待派遣 {dispatch} 件，已处置待确认 {confirm} 件；眼前这一队里超时 {late} 件。"
      en="{dispatch} to be dispatched, {confirm} handed back and to be confirmed; {late} of this queue are overdue."
      dispatch={counted(dispatch)}
      confirm={counted(confirm)}
      late={late}
    />
  )
}

/** The line that is chosen stays the chosen one while the queue is read again; what has gone gives way to the next. */
function Desk({ kind, queue }: { kind: 'dispatch' | 'confirm'; queue: Queue }) {
  const [at, setAt] = useState<{ number: string; nth: number } | null>(null)
  const { rows } = queue
  const found = rows.findIndex(({ number }) => number === at?.number)
  const nth = found >= 0 ? found : Math.min(at?.nth ?? 0, rows.length - 1)
  const row = rows[nth]
  const choose = (next: number) => {
    const wanted = rows[Math.max(0, Math.min(rows.length - 1, next))]
    if (wanted) setAt({ number: wanted.number, nth: rows.indexOf(wanted) })
  }
  if (!row)
    return (
      <Empty title={<T zh="队列空了" en="The queue is empty" />}>
        {kind === 'dispatch' ? (
          <T
            zh="立案的事项会排到这里，最急的在最前。"
            en="What has been registered queues here, the most urgent first."
          />
        ) : (
          <T
            zh="责任单位处置完反馈的事项会排到这里，确认后转去核查。"
            en="What units hand back queues here; once confirmed it goes to be checked."
          />
        )}
      </Empty>
    )
  return (
    <div className="dispatch-desk">
      <DispatchLines rows={rows} now={queue.now} chosen={nth} onChoose={choose} />
      <DispatchSheet
        key={`${row.number} ${row.version}`}
        {...{ kind, row }}
        next={rows[nth + 1]?.number}
        units={queue.units}
        onMove={(by) => choose(nth + by)}
      />
    </div>
  )
}
