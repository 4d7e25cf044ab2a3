import { T, useWords } from '#web/locale.tsx'
import { moneyWords } from '../register/printed.ts'
import { stages } from '../register/words.ts'
import type { ProjectTold } from './ProjectPage.tsx'
import { confidenceWords, lightWords, oneDecimal, slipWords } from './project-words.ts'

/** Where it stands, which light it has and why, what a person judged, and its next milestone. */
export function ProjectSentence({ told: { project, judgement, stall, facts, light } }: { told: ProjectTold }) {
  const t = useWords()
  const stage = project.aside ?? project.stage
  const next = project.next
  const tellsWork = light.inputs.some(({ input, reason }) => input === 'progress' && reason.zh === project.because?.zh)
  return (
    <>
      {stage ? (
        <T zh="处在“{stage}”阶段" en="It stands at {stage}" stage={t(stages[stage])} />
      ) : (
        <T zh="还没有记录阶段" en="No stage is recorded yet" />
      )}
      {project.actual !== null && !tellsWork && (
        <T
          zh="，形象进度完成 {actual}%，计划 {planned}%"
          en=", {actual}% of the work done against {planned}% planned"
          actual={oneDecimal(project.actual) ?? '—'}
          planned={oneDecimal(project.planned) ?? '—'}
        />
      )}
      {project.light !== 'none' && (
        <T zh="；计算为{light}" en="; computed {light}" light={inSentence(t(lightWords[project.light]))} />
      )}
      {project.because && <T zh="：{because}" en=": {because}" because={t(project.because)} />}
      {judgement && <T zh="；{judged}" en="; {judged}" judged={inSentence(t(confidenceWords[judgement.level]))} />}
      {next && next.slip.current !== null && (
        <T
          zh="；下一节点“{title}”{slip}"
          en="; next milestone {title}, {slip}"
          {...{ title: next.title, slip: t(slipWords(next.slip.current)) }}
        />
      )}
      {stall && facts.promised && <T zh="；协议投资{sum}" en="; {sum} promised" sum={t(moneyWords(facts.promised))} />}
      {stall?.stalled && (
        <T
          zh="；已 {days} 天没有动静，超过 {limit} 天的时限"
          en="; nothing has moved for {days} days, past the limit of {limit}"
          days={stall.days}
          limit={stall.limit ?? 0}
        />
      )}
      <T zh="。" en="." />
    </>
  )
}

const inSentence = (words: string) => words.toLowerCase()
