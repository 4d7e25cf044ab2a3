import { Slider } from 'antd'
import { useState } from 'react'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { momentAt, placeOf } from './moments.ts'
import './as-of-slider.css'

interface AsOfSliderProps {
  /** instants at which a record behind the figure came or changed, oldest first */
  moments: readonly string[]
  asOf: string | undefined
  onChange: (asOf: string | undefined) => void
}

/** Goes back through the moments at which the figure could have changed: from before its first record to now. */
export function AsOfSlider({ moments, asOf, onChange }: AsOfSliderProps) {
  const t = useWords()
  const { locale } = useLocale()
  const [held, setHeld] = useState<number>()
  const last = moments.length
  const place = held ?? placeOf(asOf, moments)
  const say = (stop: number) => {
    if (stop === 0) return t({ zh: '第一条记录之前', en: 'before the first record' })
    if (stop === last) return t({ zh: '现在', en: 'now' })
    return printWhen(moments[stop - 1] ?? '', locale, { time: true })
  }
  if (last === 0) return null
  return (
    <div className="as-of-slider">
      <span aria-hidden>
        <T zh="记录截至" en="Records as of" />
      </span>
      <Slider
        min={0}
        max={last}
        step={1}
        dots={last <= 60}
        value={place}
        onChange={setHeld}
        onChangeComplete={(stop) => {
          setHeld(undefined)
          onChange(momentAt(stop, moments))
        }}
        tooltip={{ open: false }}
        ariaLabelForHandle={t({ zh: '记录截至', en: 'Records as of' })}
        ariaValueTextFormatterForHandle={say}
      />
      <output>{say(place)}</output>
    </div>
  )
}
