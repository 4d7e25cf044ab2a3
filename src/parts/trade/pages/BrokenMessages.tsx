import { StateMark } from '#web/kit/StateMark.tsx'
import { useLocale } from '#web/locale.tsx'
import type { MessageShown } from '../customs/message-shapes.ts'
import { breakSaid } from './departure-said.ts'

/** Messages that could not be read to their end: where they broke, and what to do. */
export function BrokenMessages({ messages }: { messages: readonly Pick<MessageShown, 'name' | 'broken'>[] }) {
  const { locale } = useLocale()
  if (messages.length === 0) return null
  return (
    <ul className="departure-groups">
      {messages.map(({ name, broken }) => {
        const { problem, cure } = breakSaid(broken!, locale)
        return (
          <li key={name}>
            <p className="departure-head">
              <StateMark state="behind" words={{ zh: '没有读完', en: 'broken off' }} />
              <span>{problem}</span>
            </p>
            <p className="departure-cure">
              <span aria-hidden>→ </span>
              {cure}
            </p>
            <p className="departure-place">{name}</p>
          </li>
        )
      })}
    </ul>
  )
}
