import { printWhen } from '#web/kit/When.tsx'
import { type Locale, T, useLocale, useWords } from '#web/locale.tsx'
import type { MatterShown, StepShown } from '../desk/matter-shapes.ts'
import { stateWords } from '../engine/states.ts'
import { Strip } from './MatterPhotos.tsx'
import { Moment } from './Moment.tsx'

/** Every step, the newest first: who did what when, in which words, with which pictures, from where. */
export function MatterSteps({ matter: { steps, now } }: { matter: MatterShown }) {
  return (
    <ol className="matter-steps">
      {steps.toReversed().map((step) => (
        <Step key={step.version} step={step} now={now} />
      ))}
    </ol>
  )
}

function Step({ step, now }: { step: StepShown; now: string }) {
  const t = useWords()
  const { locale } = useLocale()
  const { words, toState, fromState, toUnit, fromUnit, reason, said, told, facts, metres, at, by, photos } = step
  const moved = fromState !== toState || fromUnit?.code !== toUnit.code
  return (
    <li>
      <p className="matter-step-head">
        <Moment at={at} now={now} /> <strong>{t(words)}</strong> <span lang="zh-CN">{by}</span>
      </p>
      {moved && (
        <p className="matter-step-to">
          {fromState && fromState !== toState && `${t(stateWords[fromState])} `}→ {t(stateWords[toState])} ·{' '}
          {t(toUnit.name)}
        </p>
      )}
      {facts.length > 0 && (
        <p className="matter-step-facts">
          {facts
            .map(({ name, value }) => `${t(name)}${t({ zh: '：', en: ': ' })}${dayOrWords(t(value), locale)}`)
            .join(' · ')}
        </p>
      )}
      {reason && (
        <p className="matter-step-said" lang="zh-CN">
          {reason}
        </p>
      )}
      {said && (
        <p className="matter-step-said" lang="zh-CN">
          {said}
        </p>
      )}
      {told && (
        <p className="matter-step-told">
          <T zh="告知反映人：" en="Told the reporter: " />
          <span lang="zh-CN">{told}</span>
        </p>
      )}
      {metres !== null && (
        <p className="matter-step-facts">
          <T zh="在距事项 {metres} 米处提交" en="Sent from {metres} m away" metres={metres} />
        </p>
      )}
      <Strip photos={photos} />
    </li>
  )
}

const dayOrWords = (said: string, locale: Locale) => (/^\d{4}-\d{2}-\d{2}/.test(said) ? printWhen(said, locale) : said)
