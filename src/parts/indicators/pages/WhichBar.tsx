import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { DayField } from './DayField.tsx'
import { dayOf, endOfDay, type Which } from './which.ts'
import './which-bar.css'

const AreaPicker = lazy(() => import('./AreaPicker.tsx'))

/** Chooses period and unit; all of it stands in the address. */
export function WhichBar({ which }: { which: Which }) {
  const { stop, area, steer } = which
  const may = useMay()
  return (
    <>
      {may('org/read') && (
        <Suspense>
          <AreaPicker area={area} onChange={(code) => steer({ area: code })} />
        </Suspense>
      )}
      <PeriodPicker value={stop} onChange={(next) => steer({ period: next })} />
    </>
  )
}

/** The records of which day: an earlier day shows the figure as it stood at that day's end. */
export function AsOfField({ which: { asOf, steer } }: { which: Which }) {
  return (
    <DayField
      words={{ zh: '按哪一天的记录', en: 'As the records stood on' }}
      label={{ zh: '记录截至', en: 'Records as of' }}
      value={asOf ? dayOf(asOf) : ''}
      onChange={(day) => steer({ asOf: day ? endOfDay(day) : undefined })}
    />
  )
}

/** Says that the page shows the past, and leads back. */
export function PastNotice({ which: { asOf, steer } }: { which: Which }) {
  const { locale } = useLocale()
  if (!asOf) return null
  return (
    <p className="past-notice">
      <T
        zh="这是按 {when} 的记录算出的数。"
        en="These figures are as the records stood on {when}."
        when={printWhen(asOf, locale, { time: true })}
      />{' '}
      <Button type="link" onClick={() => steer({ asOf: undefined })}>
        <T zh="回到现在" en="Back to now" />
      </Button>
    </p>
  )
}
