import { Link } from 'react-router'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { StepShown } from '../shapes.ts'
import { stepWords } from './draft-words.ts'
import './sign-off.css'

/** Each step as a row of a time line: what, who, when, the words given, and the record of a check. */
export function SignedSteps({ steps }: { steps: readonly StepShown[] }) {
  const t = useWords()
  const stored = useStored()
  return (
    <ol className="signed-steps">
      {steps.map(({ step, at, by, reason, check }) => (
        <li key={`${step} ${at}`} data-step={step}>
          <strong>{t(stepWords[step] ?? { zh: step, en: step })}</strong> {stored(by)}
          <span>
            <When at={at} time />
            {check !== null && (
              <>
                {' '}
                <Link to={`/checks/${check}`}>
                  <T zh="核对记录" en="Record" />
                </Link>
              </>
            )}
          </span>
          {reason && <Words words={stored(reason)} />}
        </li>
      ))}
    </ol>
  )
}

/** Words as they were given, in whichever language that was. */
function Words({ words }: { words: string }) {
  return <p lang={/\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en'}>{words}</p>
}
