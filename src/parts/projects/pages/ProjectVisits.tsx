import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { PhotoStrip } from '#web/kit/PhotoStrip.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { projectVisitsShape } from '../commissioners/shapes.ts'
import { visitKindWords } from '../commissioners/visit-kinds.ts'
import './people.css'

type Visits = Reply<typeof projectVisitsShape>

const SHOWN = 6

/** Who served a project, what each handed over, and every visit, newest first. */
export function ProjectVisits({ code }: { code: string }) {
  const list = useEndpoint(projectVisitsShape, { params: { code } })
  if (list.error) return <ErrorState problem={list.error} onRetry={() => list.refetch()} />
  if (!list.data) return null
  const { commissioners, visits, days, quietDays } = list.data
  return (
    <div className="people-visits">
      <p className="people-note">
        {days === null && <T zh="现在没有服务专员。" en="It has no commissioner now." />}
        {days !== null && days > quietDays && (
          <T zh="已经 {days} 天没有走访。" en="Nobody has visited for {days} days." days={days} />
        )}
        {days !== null && days <= quietDays && (
          <T zh="{days} 天前走访过。" en="Last visited {days} days ago." days={days} />
        )}
      </p>
      <Commissioners rows={commissioners} />
      <ul className="people-rows">
        {visits.slice(0, SHOWN).map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </ul>
      {visits.length > SHOWN && (
        <details>
          <summary>
            <T zh="更早的 {count} 次" en="{count} earlier" count={visits.length - SHOWN} />
          </summary>
          <ul className="people-rows">
            {visits.slice(SHOWN).map((visit) => (
              <Visit key={visit.id} visit={visit} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Commissioners({ rows }: { rows: Visits['commissioners'] }) {
  const t = useWords()
  return (
    <ul className="people-rows">
      {rows.map((row) => (
        <li key={`${row.name} ${row.from}`}>
          <p className="people-line">
            <b lang="zh-CN">{row.name}</b> <small>{t(row.unit.name)}</small>
            <small>
              <When at={row.from} /> – {row.to ? <When at={row.to} /> : <T zh="现任" en="now" />}
            </small>
          </p>
          {row.handover && (
            <p className="people-words" lang="zh-CN">
              {row.handover}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Visit({ visit }: { visit: Visits['visits'][number] }) {
  const t = useWords()
  return (
    <li>
      <p className="people-line">
        <When at={visit.on} /> <b>{t(visitKindWords[visit.kind])}</b>
        <small lang="zh-CN">
          {visit.name}
          {visit.met && ` → ${visit.met}`}
        </small>
      </p>
      <p className="people-words" lang="zh-CN">
        {visit.words}
      </p>
      <PhotoStrip photos={visit.photos.map((id) => ({ id }))} />
    </li>
  )
}
