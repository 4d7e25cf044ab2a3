import { StateMark } from '#web/kit/StateMark.tsx'

interface Served {
  days: number
  quiet: boolean
  lastVisitOn: string | null
}

/** How long a project has gone without a visit: red beyond the zone's days; somebody new has not been there yet. */
export function ServedMark({ served: { days, quiet, lastVisitOn } }: { served: Served }) {
  if (quiet)
    return <StateMark state="behind" words={{ zh: `${days} 天没有走访`, en: `Not visited for ${days} days` }} />
  if (lastVisitOn === null)
    return (
      <StateMark state="none" words={{ zh: `到岗 ${days} 天，还没有走访`, en: `Here ${days} days, no visit yet` }} />
    )
  if (days === 0) return <StateMark state="ahead" words={{ zh: '今天走访', en: 'Visited today' }} />
  return <StateMark state="ahead" words={{ zh: `${days} 天前走访`, en: `Visited ${days} days ago` }} />
}
