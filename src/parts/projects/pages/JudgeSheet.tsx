import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { judgementShape } from '../register/register-shapes.ts'
import { JudgedMark, LightMark } from './Lights.tsx'
import { PeopleField } from './PeopleField.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import { type Confidence, confidenceMeaning } from './project-words.ts'
import './people.css'

const levels = ['green', 'amber', 'red'] as const
const LEAST = 10

/** A person judges the confidence in delivery on the three written levels, and says why in their own name. */
export function JudgeSheet({ told: { project, judgement }, onClose }: { told: ProjectTold; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const [level, setLevel] = useState<Confidence | null>(judgement?.level ?? null)
  const [narrative, setNarrative] = useState('')
  const judge = useSend(judgementShape, {
    onDone: () => {
      say(t({ zh: '已记录研判', en: 'Judged' }))
      onClose()
    },
  })
  const ready = level !== null && narrative.trim().length >= LEAST
  return (
    <SideSheet title={<T zh="研判" en="Judge" />} onClose={onClose}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (level) judge.mutate({ params: { code: project.code }, body: { level, narrative: narrative.trim() } })
        }}
      >
        <p>
          <T zh="按规则计算：" en="By the rule: " />
          <LightMark light={project.light} /> {project.because && t(project.because)}
        </p>
        <fieldset className="judge-levels">
          <legend>
            {t({ zh: '按期、按概算、按质量完成的把握', en: 'Confidence in delivery on time, cost and quality' })}
          </legend>
          {levels.map((one) => (
            <label key={one}>
              <input type="radio" name="level" checked={level === one} onChange={() => setLevel(one)} />
              <span>
                <JudgedMark judged={one} />
                <small>{t(confidenceMeaning[one])}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <PeopleField
          label={t({ zh: '理由', en: 'Why' })}
          hint={t({
            zh: '至少 10 个字；与姓名一起公布在项目页上',
            en: 'At least 10 characters; shown on the page with your name',
          })}
        >
          {(id) => (
            <Input.TextArea
              id={id}
              rows={5}
              maxLength={2000}
              value={narrative}
              onChange={(event) => setNarrative(event.target.value)}
            />
          )}
        </PeopleField>
        <ProblemLine problem={judge.error} />
        <Button type="primary" htmlType="submit" autoInsertSpace={false} loading={judge.isPending} disabled={!ready}>
          {t({ zh: '记录研判', en: 'Judge' })}
        </Button>
      </form>
    </SideSheet>
  )
}
