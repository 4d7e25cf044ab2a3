import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { Problem } from '#web/problem.ts'
import { baselineShape, excuseShape } from '../register/register-shapes.ts'
import { inputNames } from '../sight/sheet.ts'
import { PeopleField } from './PeopleField.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import './people.css'

type Excused = ProjectTold['light']['inputs'][number]['input']

/** Freezes the plan of today as the next version of the baseline; slips are then counted against it and against the first. */
export function BaselineSheet({
  told: { project, baselineVersion },
  onClose,
}: {
  told: ProjectTold
  onClose: () => void
}) {
  const t = useWords()
  const say = useSay()
  const [reason, setReason] = useState('')
  const freeze = useSend(baselineShape, {
    onDone: ({ version }) => {
      say(t({ zh: '已冻结第 {version} 版', en: 'Version {version} is frozen' }, { version }))
      onClose()
    },
  })
  return (
    <SideSheet title={<T zh="冻结基线" en="Freeze the baseline" />} onClose={onClose}>
      <ReasonForm
        note={
          baselineVersion === null ? (
            <T
              zh="现在的计划成为第 1 版基线，以后的偏差都对照它。"
              en="The plan as it stands becomes the first baseline."
            />
          ) : (
            <T
              zh="现在的计划成为第 {next} 版；对首版的偏差照样显示。"
              en="The plan as it stands becomes version {next}; slips against the first are still shown."
              next={baselineVersion + 1}
            />
          )
        }
        reason={reason}
        onReason={setReason}
        problem={freeze.error}
        busy={freeze.isPending}
        deed={t({ zh: '冻结', en: 'Freeze' })}
        onSend={() => freeze.mutate({ params: { code: project.code }, body: { reason: reason.trim() } })}
      />
    </SideSheet>
  )
}

/** Gives a valid reason why an input is not held against the project, until a day. */
export function ExcuseSheet({
  told: { project },
  input,
  onClose,
}: {
  told: ProjectTold
  input: Excused
  onClose: () => void
}) {
  const t = useWords()
  const say = useSay()
  const [reason, setReason] = useState('')
  const [untilOn, setUntilOn] = useState('')
  const excuse = useSend(excuseShape, {
    onDone: () => {
      say(t({ zh: '已记录理由', en: 'The reason is kept' }))
      onClose()
    },
  })
  return (
    <SideSheet
      title={<T zh="说明理由：{input}" en="A valid reason: {input}" input={t(inputNames[input])} />}
      onClose={onClose}
    >
      <ReasonForm
        note={
          <T
            zh="理由有效期内，这一项的黄灯按绿灯计；红灯不因理由改变。"
            en="While it holds, yellow counts as green; red stays red."
          />
        }
        reason={reason}
        onReason={setReason}
        problem={excuse.error}
        busy={excuse.isPending}
        deed={t({ zh: '记录', en: 'Keep' })}
        onSend={() =>
          excuse.mutate({
            params: { code: project.code },
            body: { input, reason: reason.trim(), untilOn: untilOn || null },
          })
        }
      >
        <PeopleField label={t({ zh: '有效到', en: 'Until' })}>
          {(id) => <DayInput id={id} value={untilOn} onChange={(event) => setUntilOn(event.target.value)} />}
        </PeopleField>
      </ReasonForm>
    </SideSheet>
  )
}

interface ReasonFormProps {
  note: ReactNode
  reason: string
  onReason: (reason: string) => void
  problem: Problem | null
  busy: boolean
  deed: string
  onSend: () => void
  children?: ReactNode
}

function ReasonForm({ note, reason, onReason, problem, busy, deed, onSend, children }: ReasonFormProps) {
  const t = useWords()
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <p>{note}</p>
      <PeopleField label={t({ zh: '理由', en: 'Reason' })}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={1000}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        )}
      </PeopleField>
      {children}
      <ProblemLine problem={problem} />
      <Button type="primary" htmlType="submit" autoInsertSpace={false} loading={busy} disabled={reason.trim() === ''}>
        {deed}
      </Button>
    </form>
  )
}
