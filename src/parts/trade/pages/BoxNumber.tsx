import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { containerNumberChecks } from '../trains/number-checks.ts'
import type { Train } from './TrainPage.tsx'

/** A container number with its mark: it fits ISO 6346, or what is wrong with it and which number was probably meant. */
export function BoxNumber({ box: { container, alsoOn } }: { box: Train['containers'][number] }) {
  const t = useWords()
  const fault = containerNumberChecks.find((check) => !check.passes({ container }))
  const details = fault?.details({ container })
  return (
    <span className="box-number">
      <b>{container}</b>
      {fault ? (
        <StateMark state="warning" words={{ zh: '不合', en: 'does not fit' }} />
      ) : (
        <span className="box-fits">
          <span aria-hidden>✓</span>
          <span className="for-readers">
            <T zh="校验码相符" en="the check digit fits" />
          </span>
        </span>
      )}
      {fault && (
        <small>
          {t(fault.meaning, details)}
          {t({ zh: '。', en: '. ' })}
          {t(fault.cure, details)}
        </small>
      )}
      {alsoOn.length > 0 && (
        <small>
          <StateMark state="behind" words={{ zh: '一箱两车', en: 'on two trains' }} />{' '}
          <T
            zh="同一天也在 {trains} 的清单上"
            en="the same day also on the list of {trains}"
            trains={alsoOn.join('、')}
          />
        </small>
      )}
    </span>
  )
}
