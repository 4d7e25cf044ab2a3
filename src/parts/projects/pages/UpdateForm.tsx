import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { monthShape } from '../register/register-shapes.ts'
import { MilestoneUpdate, type ToldMilestone } from './MilestoneUpdate.tsx'
import { monthWords } from './month-words.ts'
import { PeopleField } from './PeopleField.tsx'
import type { Form } from './UpdatePage.tsx'

const amounts = ['actualPercent', 'invested', 'paid', 'entered'] as const
type Amounts = Record<(typeof amounts)[number], string>

/** Four numbers, the milestones that are near, a sentence and photos. What is left empty stays as it was. */
export function UpdateForm({ code, form }: { code: string; form: Form }) {
  const t = useWords()
  const say = useSay()
  const begun = beginningOf(form)
  const [told, setTold] = useState<Amounts>(begun)
  const [note, setNote] = useState(form.note)
  const [milestones, setMilestones] = useState<Record<string, ToldMilestone>>({})
  const [photos, setPhotos] = useState<SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const send = useSend(monthShape, {
    onDone: () => {
      setPhotos([])
      setMilestones({})
      say(t({ zh: '已报送 {month}', en: '{month} is reported' }, { month: t(monthWords(form.month)) }))
    },
  })
  const submit = () => {
    const given = amounts.filter((name) => told[name].trim() !== '').map((name) => [name, plain(told[name])])
    const body = {
      ...{ month: form.month, ...Object.fromEntries(given), photos: photos.map(({ id }) => id) },
      ...(note.trim() ? { note } : {}),
      milestones: Object.entries(milestones).flatMap(([milestone, one]) =>
        one.on ? [{ milestone, [one.what]: one.on }] : [],
      ),
    }
    send.mutate({ params: { code }, body })
  }
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="update-amounts">
        {amounts.map((name) => (
          <PeopleField key={name} label={t(amountWords[name])} hint={<Hint name={name} form={form} />}>
            {(id) => (
              <Input
                id={id}
                size="large"
                inputMode="decimal"
                autoComplete="off"
                value={told[name]}
                onChange={({ target }) => setTold({ ...told, [name]: target.value })}
              />
            )}
          </PeopleField>
        ))}
      </div>
      {form.milestones.map((one) => (
        <MilestoneUpdate
          key={one.milestone}
          milestone={one}
          today={form.today}
          told={milestones[one.milestone]}
          onChange={(change) => setMilestones({ ...milestones, [one.milestone]: change })}
        />
      ))}
      <PeopleField label={t({ zh: '本月进展（一句话）', en: 'The month in a sentence' })}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </PeopleField>
      <PhotoInput
        label={t({ zh: '形象照片（可不拍）', en: 'Photos of progress (optional)' })}
        photos={photos}
        onChange={setPhotos}
        onBusy={setBusy}
      />
      <ProblemLine problem={send.error} />
      <Button
        type="primary"
        size="large"
        className="update-send"
        htmlType="submit"
        autoInsertSpace={false}
        loading={send.isPending}
        disabled={busy}
      >
        {t({ zh: '报送', en: 'Send' })}
      </Button>
    </form>
  )
}

/** What was told for the month already; progress begins at last month's, because it never goes back by itself. */
function beginningOf({ percent, invested, paid, entered }: Form): Amounts {
  return {
    actualPercent: percent.told ?? percent.before ?? '',
    invested: invested.told ?? '',
    paid: paid.told ?? '',
    entered: entered.told ?? '',
  }
}

/** Digits as the server reads them: full-width ones and separators of a phone's keyboard are taken too. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s,%]/g, '')
}

const amountWords: Record<(typeof amounts)[number], Words> = {
  actualPercent: { zh: '形象进度，%', en: 'Physical progress, %' },
  invested: { zh: '本月完成投资，万元', en: 'Invested this month, CNY 10,000' },
  paid: { zh: '本月支付，万元', en: 'Paid this month, CNY 10,000' },
  entered: { zh: '本月入库入统，万元', en: 'Entered in statistics, CNY 10,000' },
}

function Hint({ name, form }: { name: (typeof amounts)[number]; form: Form }) {
  if (name === 'actualPercent')
    return (
      <T
        zh="上月 {before}，本月计划 {planned}"
        en="last month {before}, planned {planned}"
        before={form.percent.before ?? '—'}
        planned={form.percent.planned ?? '—'}
      />
    )
  if (name === 'invested')
    return <T zh="计划 {planned}" en="planned {planned}" planned={form.invested.planned ?? '—'} />
  if (name === 'paid') return <T zh="应付 {due}" en="due {due}" due={form.paid.due ?? '—'} />
  return <T zh="以统计部门确认为准" en="as the statisticians confirm it" />
}
