import { Button } from 'antd'
import { unitTreeShape } from '#parts/org/shapes.ts'
import { useEndpoint } from '#web/client.ts'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { type UnitChoice, UnitPicker } from '#web/kit/UnitPicker.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { DayField } from './DayField.tsx'
import { dayOf, endOfDay, type Which } from './which.ts'
import './which-bar.css'

/** Chooses period and unit; all of it stands in the address. */
export function WhichBar({ which }: { which: Which }) {
  const { stop, area, steer } = which
  const may = useMay()
  return (
    <>
      {may('org/read') && <AreaPicker area={area} onChange={(code) => steer({ area: code })} />}
      <PeriodPicker value={stop} onChange={(next) => steer({ period: next })} />
    </>
  )
}

function AreaPicker({ area, onChange }: { area: string | undefined; onChange: (code: string | undefined) => void }) {
  const tree = useEndpoint(unitTreeShape, {}, { staleTime: 5 * 60_000 })
  const units = tree.data?.units
  if (!units || units.length < 2) return null
  const known = new Set(units.map(({ code }) => code))
  const choices = units.map(
    ({ code, parent, nameZh, nameEn, found }): UnitChoice => ({
      ...{ code, found, name: { zh: nameZh, en: nameEn } },
      under: parent !== null && known.has(parent) ? parent : null,
    }),
  )
  const root = choices[0]?.code
  return (
    <UnitPicker units={choices} value={area ?? root} onChange={(code) => onChange(code === root ? undefined : code)} />
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
