import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { DayInput } from '#web/kit/DayInput.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { formsShape } from '../shapes.ts'
import { frequencyWords } from '../state-words.ts'
import { entryPath } from './asked-columns.tsx'

type Form = z.output<typeof formsShape.reply>['forms'][number]

/** Every form of the reader's units: how often, by whom, from what source. */
export function FormList({ forms }: { forms: readonly Form[] }) {
  const t = useWords()
  return (
    <Part title={<T zh="全部报表" en="All forms" />}>
      <ul className="form-list">
        {forms.map((form) => (
          <li key={form.code}>
            <strong>{t(form.name)}</strong>{' '}
            <small>
              {t(frequencyWords[form.frequency])} · <T zh="{items} 项" en="{items} items" items={form.items} /> ·{' '}
              {form.units.map((unit) => t(unit.name)).join('、')}
            </small>
            <p>{t(form.source)}</p>
            {form.frequency === 'any' && <OpenSpan form={form} />}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** A form without a rhythm is opened for the days it is asked for. */
function OpenSpan({ form }: { form: Form }) {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [unit] = form.units
  if (!unit || !may('economy/enter')) return null
  const path = entryPath({ form: form.code, unit: unit.code, period: { text: `${from}/${to}` } })
  return (
    <form
      className="form-span"
      onSubmit={(event) => {
        event.preventDefault()
        if (from && from <= to) navigate(path)
      }}
    >
      <DayInput
        value={from}
        aria-label={t({ zh: '自', en: 'From' })}
        onChange={(event) => setFrom(event.target.value)}
      />
      <span aria-hidden>—</span>
      <DayInput value={to} aria-label={t({ zh: '至', en: 'To' })} onChange={(event) => setTo(event.target.value)} />
      <Button htmlType="submit" disabled={!from || !to || from > to}>
        <T zh="填报这一段" en="Fill in for these days" />
      </Button>
    </form>
  )
}
