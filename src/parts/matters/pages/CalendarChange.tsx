import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Reply, useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { applyShape, previewShape } from '../calendar/shapes.ts'
import { stageWords } from '../engine/states.ts'
import type { Calendar } from './CalendarPage.tsx'
import { FormField } from './FormField.tsx'
import { matterPath } from './matter-words.ts'

type Day = Calendar['inForce']['days'][number]
type Preview = Reply<typeof previewShape>

/** Days and hours of the next version: changed here, previewed, and put in force with a reason. */
export function CalendarChange({ calendar: { inForce } }: { calendar: Calendar }) {
  const t = useWords()
  const say = useSay()
  const [days, setDays] = useState<Day[]>(inForce.days)
  const [hours, setHours] = useState(inForce.hours.map((slot) => slot.join('-')).join(' '))
  const [reason, setReason] = useState('')
  const preview = useSend(previewShape)
  const apply = useSend(applyShape, {
    onDone: ({ later, earlier }) =>
      say(
        t(
          {
            zh: '新日历已启用：{later} 件时限推后，{earlier} 件提前',
            en: 'In force: {later} deadlines later, {earlier} earlier',
          },
          { later, earlier },
        ),
      ),
  })
  const proposed = { days, hours: slotsOf(hours) }
  const change = (next: Day[]) => {
    setDays(next)
    preview.reset()
  }
  return (
    <div className="calendar-change">
      <FormField words={<T zh="工作时段" en="Working hours" />}>
        {(id) => (
          <Input
            id={id}
            value={hours}
            onChange={(event) => {
              setHours(event.target.value)
              preview.reset()
            }}
          />
        )}
      </FormField>
      <DayForm
        onAdd={(day) =>
          change([...days.filter((one) => one.day !== day.day), day].sort((a, b) => (a.day < b.day ? -1 : 1)))
        }
      />
      <ul>
        {days.map((day) => (
          <li key={day.day}>
            <When at={day.day} /> {day.kind === 'off' ? t({ zh: '休', en: 'off' }) : t({ zh: '班', en: 'work' })}{' '}
            {day.name}{' '}
            <Button size="small" type="link" onClick={() => change(days.filter((one) => one !== day))}>
              <T zh="去掉" en="Take out" />
            </Button>
          </li>
        ))}
      </ul>
      <p className="orders-deeds">
        <Button loading={preview.isPending} onClick={() => preview.mutate({ body: proposed })}>
          <T zh="预览影响" en="Preview" />
        </Button>
      </p>
      <ProblemLine problem={preview.error ?? apply.error} />
      {preview.data && (
        <>
          <Moves preview={preview.data} />
          <FormField words={<T zh="修改原因" en="Why it changes" />}>
            {(id) => (
              <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
            )}
          </FormField>
          <p className="orders-deeds">
            <Button
              type="primary"
              loading={apply.isPending}
              disabled={reason.trim().length < 2}
              onClick={() => apply.mutate({ body: { ...proposed, reason, seen: inForce.id } })}
            >
              <T zh="启用并重算" en="Put it in force" />
            </Button>
          </p>
        </>
      )}
    </div>
  )
}

/** `08:00-12:00 14:00-18:00`, as it is typed; what cannot be read is refused by the server in words. */
function slotsOf(text: string): [string, string][] {
  return text
    .trim()
    .split(/[\s,，]+/)
    .map((slot) => slot.split(/[-–~]/))
    .map(([from = '', to = '']): [string, string] => [from, to])
}

function DayForm({ onAdd }: { onAdd: (day: Day) => void }) {
  const t = useWords()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<Day['kind']>('off')
  const [name, setName] = useState('')
  return (
    <form
      className="calendar-day"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd({ day, kind, name: name.trim() })
        setDay('')
        setName('')
      }}
    >
      <DayInput
        aria-label={t({ zh: '日期', en: 'Day' })}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Select<Day['kind']>
        aria-label={t({ zh: '休或班', en: 'Off or work' })}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'off', label: t({ zh: '放假', en: 'Day off' }) },
          { value: 'work', label: t({ zh: '上班', en: 'Working day' }) },
        ]}
      />
      <Input
        aria-label={t({ zh: '名称', en: 'Name' })}
        placeholder={t({ zh: '名称，如 高温停工', en: 'Name, such as heat day' })}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={day === '' || name.trim() === ''}>
        <T zh="加入" en="Add" />
      </Button>
    </form>
  )
}

function Moves({ preview: { clocks, later, earlier, newlyOverdue, noLongerOverdue, examples } }: { preview: Preview }) {
  const t = useWords()
  return (
    <div className="calendar-moves">
      <p>
        {t(
          {
            zh: '在走的时限 {clocks} 个：推后 {later} 个，提前 {earlier} 个；变为超时 {newly} 个，不再超时 {no} 个。',
            en: '{clocks} running deadlines: {later} move later, {earlier} earlier; {newly} become overdue, {no} no longer are.',
          },
          { clocks, later, earlier, newly: newlyOverdue, no: noLongerOverdue },
        )}
      </p>
      <ul>
        {examples.slice(0, 10).map((one) => (
          <li key={`${one.number} ${one.stage}`}>
            <Link to={matterPath(one)}>{one.title}</Link>
            <small>
              {t(stageWords[one.stage])} · {one.was ? <When at={one.was} /> : '—'} → <When at={one.is} />
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
