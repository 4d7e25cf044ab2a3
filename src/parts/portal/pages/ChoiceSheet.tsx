import { Button, Input, InputNumber, Radio } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { chooseShape } from '../publishing-shapes.ts'
import type { About, Terms } from './publishing-words.ts'

/** Asks on which terms and why before anything opens or closes. */
export function ChoiceSheet({ about, through, onClose }: { about: About; through: string; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const [terms, setTerms] = useState<Terms>(
    about.terms ?? { since: `${through.slice(0, 4)}-01-01`, release: 'ended', delayDays: 0 },
  )
  const [reason, setReason] = useState('')
  const choose = useSend(chooseShape, {
    onDone: ({ released }) => {
      say(
        about.open
          ? t({ zh: '已公开，公众新看到 {released} 个数', en: 'Open: {released} values let out' }, { released })
          : t({ zh: '已停止公开', en: 'Closed' }),
      )
      onClose()
    },
  })
  const { kind, subject, open } = about
  const withTerms = kind === 'indicator' && open
  const send = () => choose.mutate({ body: { kind, subject, open, reason, ...(withTerms ? { terms } : {}) } })
  return (
    <SideSheet title={t(open ? { zh: '对外公开', en: 'Open to the public' } : closing)} onClose={onClose}>
      <form
        className="choice"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p>
          <strong>{t(about.name)}</strong>
        </p>
        {withTerms && <TermFields terms={terms} onChange={setTerms} />}
        {!open && (
          <p>
            <T
              zh="停止后，公众立即看不到；已经下载的收不回来。"
              en="The public stops seeing it at once; what was downloaded cannot be taken back."
            />
          </p>
        )}
        <Field label={t({ zh: '理由（记入审计）', en: 'Reason (kept in the audit)' })}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              value={reason}
              maxLength={400}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {choose.error && <ProblemLine problem={choose.error} />}
        <Button
          type="primary"
          htmlType="submit"
          autoInsertSpace={false}
          loading={choose.isPending}
          disabled={reason.trim().length < 2}
        >
          {t(open ? { zh: '公开', en: 'Open' } : { zh: '停止公开', en: 'Close' })}
        </Button>
      </form>
    </SideSheet>
  )
}

const closing = { zh: '停止公开', en: 'No longer open' }

function TermFields({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const t = useWords()
  return (
    <>
      <Field label={t({ zh: '公开哪一天以后的各期', en: 'Periods that begin on or after' })}>
        {(id) => (
          <DayInput
            id={id}
            value={terms.since}
            onChange={({ target }) => target.value && onChange({ ...terms, since: target.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend>
          <T zh="每一期什么时候公开" en="When each period comes out" />
        </legend>
        <Radio.Group value={terms.release} onChange={(event) => onChange({ ...terms, release: event.target.value })}>
          <Radio value="ended">
            <T zh="时期结束后" en="After the period has ended" />
          </Radio>
          <Radio value="issued">
            <T zh="写进印发的通报以后" en="Once an issued bulletin has printed it" />
          </Radio>
        </Radio.Group>
      </fieldset>
      <Field label={t({ zh: '推迟天数（发布日程）', en: 'Days of delay (calendar of releases)' })}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={366}
            precision={0}
            value={terms.delayDays}
            onChange={(days) => onChange({ ...terms, delayDays: days ?? 0 })}
          />
        )}
      </Field>
    </>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="choice-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
