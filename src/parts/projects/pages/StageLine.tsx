import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { evidenceKinds, stages } from '../register/words.ts'
import type { ProjectTold } from './ProjectPage.tsx'
import './stage-line.css'

/** The stages in order: when each was passed and on what evidence, where it stands, and what the next gate asks for. Before signing the way to it, then the way to capacity. */
export function StageLine({ told: { steps, nextStages, stall } }: { told: ProjectTold }) {
  const t = useWords()
  const signed = steps.findIndex(({ stage }) => stage === 'signed')
  const shown = stall ? steps.slice(0, signed + 1) : steps.slice(signed)
  const gate = steps.find(({ state }) => state === 'ahead')?.stage
  const asksOf = (stage: string) => (stage === gate ? (nextStages.find((one) => one.stage === stage)?.asks ?? []) : [])
  return (
    <ol className="stage-line" aria-label={t({ zh: '阶段', en: 'Stages' })}>
      {shown.map((step) => (
        <li key={step.stage} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <i aria-hidden />
          <b>{t(stages[step.stage])}</b>
          {step.on && (
            <small>
              <When at={step.on} />
            </small>
          )}
          {step.evidence && step.evidenceKind && (
            <small className="stage-evidence">
              {t(evidenceKinds[step.evidenceKind])} <span lang="zh-CN">{step.evidence}</span>
            </small>
          )}
          {asksOf(step.stage).length > 0 && (
            <small className="stage-asks">
              <T zh="凭 " en="asks for " />
              {asksOf(step.stage)
                .map((kind) => t(evidenceKinds[kind]))
                .join(t({ zh: ' 或 ', en: ' or ' }))}
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}
