import { Button } from 'antd'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { Reply } from '#web/client.ts'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { bulletinsShape } from '../shapes.ts'

type Bulletin = Reply<typeof bulletinsShape>['bulletins'][number]

interface ComparePicksProps {
  bulletins: readonly Bulletin[]
  from: Bulletin | undefined
  to: Bulletin
  onChoose: (two: { from: number; to: number }) => void
}

/** The earlier and the later issue; the earlier is one of the same template and unit. */
export function ComparePicks({ bulletins, from, to, onChoose }: ComparePicksProps) {
  const t = useWords()
  const alike = bulletins.filter(
    ({ id, template, area }) => template === to.template && area === to.area && id !== to.id,
  )
  return (
    <div className="compare-picks">
      <Pick
        label={t({ zh: '前一期', en: 'Earlier' })}
        bulletins={alike}
        chosen={from}
        onChoose={(id) => onChoose({ from: id, to: to.id })}
      />
      <Button
        autoInsertSpace={false}
        disabled={!from}
        onClick={() => from && onChoose({ from: to.id, to: from.id })}
        aria-label={t({ zh: '互换', en: 'Swap' })}
      >
        <span aria-hidden>⇄</span> <T zh="互换" en="Swap" />
      </Button>
      <Pick
        label={t({ zh: '后一期', en: 'Later' })}
        bulletins={bulletins}
        chosen={to}
        onChoose={(id) => {
          const chosen = bulletins.find((one) => one.id === id)
          const fits = from && chosen && from.template === chosen.template && from.id !== id
          onChoose({ from: fits ? from.id : 0, to: id })
        }}
      />
    </div>
  )
}

interface PickProps {
  label: string
  bulletins: readonly Bulletin[]
  chosen: Bulletin | undefined
  onChoose: (id: number) => void
}

function Pick({ label, bulletins, chosen, onChoose }: PickProps) {
  const t = useWords()
  const { locale } = useLocale()
  const nameOf = ({ id, title, period, state, issuedAt }: Bulletin) => {
    const twice = bulletins.some((one) => one.id !== id && one.period === period && t(one.title) === t(title))
    const gone = state === 'withdrawn' ? t({ zh: '（已撤回）', en: ' (withdrawn)' }) : ''
    const when = twice || gone ? `${locale === 'zh' ? '，' : ', '}${printWhen(issuedAt, locale, { time: true })}` : ''
    // The period first: a narrow field cuts the end off, and titles begin alike.
    return `${printPeriod(parsePeriod(period), locale)} · ${t(title)}${when}${gone}`
  }
  return (
    <label className="compare-pick">
      <span>{label}</span>
      <select
        className="plain-field"
        value={chosen?.id ?? ''}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {!chosen && <option value="">—</option>}
        {bulletins.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
