import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Sent } from '#kernel/http/endpoint.ts'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { stageShape } from '../register/register-shapes.ts'
import {
  type EvidenceKind,
  evidenceKinds,
  type LossReason,
  lossReasons,
  type Stage,
  stages,
} from '../register/words.ts'
import { PeopleField } from './PeopleField.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import './people.css'

type Body = Sent<typeof stageShape>['body']

/** Records that a project reached a stage, with the evidence that its gate asks for. */
export function StageSheet({ told, onClose }: { told: ProjectTold; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const { project, nextStages, day } = told
  const [stage, setStage] = useState<Stage | undefined>(nextStages[0]?.stage)
  const [reachedOn, setReachedOn] = useState(day)
  const [kind, setKind] = useState<EvidenceKind | ''>('')
  const [evidence, setEvidence] = useState('')
  const [loss, setLoss] = useState<LossReason>('other')
  const [photos, setPhotos] = useState<SentPhoto[]>([])
  const asks = nextStages.find((one) => one.stage === stage)?.asks ?? []
  const chosen = kind && asks.includes(kind) ? kind : (asks[0] ?? '')
  const record = useSend(stageShape, {
    onDone: () => {
      say(t({ zh: '已记录', en: 'Recorded' }))
      onClose()
    },
  })
  const send = (to: Stage) => {
    const photo = photos[0]?.id
    const proof = { evidenceKind: chosen || null, evidence: evidence.trim() || null, ...(photo ? { photo } : {}) }
    const why = to === 'lost' ? { lossReason: loss } : {}
    const body: Body = { stage: to, reachedOn, seen: project.aside ?? project.stage, ...proof, ...why }
    record.mutate({ params: { code: project.code }, body })
  }
  return (
    <SideSheet title={<T zh="记录阶段" en="Record a stage" />} onClose={onClose}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (stage) send(stage)
        }}
      >
        <PeopleField label={t({ zh: '到达的阶段', en: 'The stage it reached' })}>
          {(id) => (
            <select
              id={id}
              className="plain-field"
              value={stage}
              onChange={(event) => setStage(event.target.value as Stage)}
            >
              {nextStages.map((one) => (
                <option key={one.stage} value={one.stage}>
                  {t(stages[one.stage])}
                </option>
              ))}
            </select>
          )}
        </PeopleField>
        <PeopleField label={t({ zh: '日期', en: 'Day' })}>
          {(id) => (
            <DayInput id={id} value={reachedOn} max={day} onChange={(event) => setReachedOn(event.target.value)} />
          )}
        </PeopleField>
        {stage === 'lost' && <Loss value={loss} onChange={setLoss} />}
        {asks.length > 0 && (
          <>
            <PeopleField label={t({ zh: '凭据', en: 'Evidence' })}>
              {(id) => (
                <select
                  id={id}
                  className="plain-field"
                  value={chosen}
                  onChange={(event) => setKind(event.target.value as EvidenceKind)}
                >
                  {asks.map((one) => (
                    <option key={one} value={one}>
                      {t(evidenceKinds[one])}
                    </option>
                  ))}
                </select>
              )}
            </PeopleField>
            <PeopleField label={t({ zh: '编号、读数或说明', en: 'Its number, reading or words' })}>
              {(id) => (
                <Input id={id} value={evidence} maxLength={200} onChange={(event) => setEvidence(event.target.value)} />
              )}
            </PeopleField>
            {chosen === 'photo' && (
              <PhotoInput label={t({ zh: '照片', en: 'Photo' })} photos={photos} onChange={setPhotos} most={1} />
            )}
          </>
        )}
        <ProblemLine problem={record.error} />
        <Button type="primary" htmlType="submit" autoInsertSpace={false} loading={record.isPending} disabled={!stage}>
          {t({ zh: '记录', en: 'Record' })}
        </Button>
      </form>
    </SideSheet>
  )
}

function Loss({ value, onChange }: { value: LossReason; onChange: (reason: LossReason) => void }) {
  const t = useWords()
  return (
    <PeopleField label={t({ zh: '流失原因', en: 'Why it was lost' })}>
      {(id) => (
        <select
          id={id}
          className="plain-field"
          value={value}
          onChange={(event) => onChange(event.target.value as LossReason)}
        >
          {(Object.keys(lossReasons) as LossReason[]).map((reason) => (
            <option key={reason} value={reason}>
              {t(lossReasons[reason])}
            </option>
          ))}
        </select>
      )}
    </PeopleField>
  )
}
