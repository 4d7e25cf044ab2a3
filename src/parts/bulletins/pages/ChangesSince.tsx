import { Link } from 'react-router'
import { formatQuantity } from '#kernel/units.ts'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { CauseShown, ChangeShown } from '../shapes.ts'
import { causeWords } from './bulletin-words.ts'
import { type ChangeGroup, groupedByIndicator } from './change-groups.ts'

/** Figures that read differently today, indicator by indicator, with the records that caused it as doors. */
export function ChangesSince({ changes }: { changes: readonly ChangeShown[] }) {
  return (
    <section>
      <h2>
        <T zh="印发后变动" en="Changed since the issue" />
      </h2>
      <ol className="bulletin-changes">
        {groupedByIndicator(changes).map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </ol>
    </section>
  )
}

function Group({ group: { name, changes, causes } }: { group: ChangeGroup }) {
  const t = useWords()
  return (
    <li>
      <h3>{name ? t(name) : t({ zh: '目标计数', en: 'Count of targets' })}</h3>
      {changes.map(({ places, was, now }) => (
        <p key={places[0]}>
          <a href={`#figure-${places[0]}`}>
            <del>{was}</del> <span aria-hidden>→</span> <ins>{now}</ins>
          </a>
        </p>
      ))}
      {causes.map((cause) => (
        <CauseDrawn key={`${cause.path} ${cause.at}`} cause={cause} />
      ))}
    </li>
  )
}

/** One record that moved a figure, as a door, with who and when and by how much. */
export function CauseDrawn({ cause }: { cause: CauseShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const stored = useStored()
  const { path, title, by, at, added, unit } = cause
  const gained = added === null || Number(added) === 0 ? '' : formatQuantity(added, unit, locale)
  const sign = gained === '' || gained.startsWith('−') || gained.startsWith('-') ? '' : '+'
  return (
    <p className="bulletin-cause">
      <Link to={path}>{stored(title)}</Link>
      <span>
        {stored(by) || t({ zh: '数据包', en: 'Zone package' })}
        {locale === 'zh' ? '，' : ', '}
        <When at={at} short time />
      </span>
      <span>
        {t(causeWords(cause), { rows: cause.rows, corrected: cause.corrected, entered: cause.rows - cause.corrected })}
        {gained && `${locale === 'zh' ? '，' : ', '}${sign}${gained}`}
      </span>
      <WasAndIs cause={cause} />
    </p>
  )
}

function WasAndIs({ cause: { deed, was, now, unit } }: { cause: CauseShown }) {
  const { locale } = useLocale()
  if (was === now || (deed !== 'reported' && deed !== 'revised')) return null
  const said = (digits: string | null) => (digits === null ? '—' : formatQuantity(digits, unit, locale))
  return (
    <span>
      {said(was)} <span aria-hidden>→</span> {said(now)}
    </span>
  )
}
