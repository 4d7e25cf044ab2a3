import { StateMark } from '#web/kit/StateMark.tsx'
import { useWords } from '#web/locale.tsx'
import './lights.css'
import {
  type Confidence,
  confidenceStates,
  confidenceWords,
  type Light,
  lightStates,
  lightWords,
  slipWords,
} from './project-words.ts'

export const LightMark = ({ light }: { light: Light }) => (
  <StateMark state={lightStates[light]} words={lightWords[light]} />
)

/** What a named person judged; a dash where nobody has. */
export function JudgedMark({ judged }: { judged: Confidence | null }) {
  if (!judged) return <span className="missing">—</span>
  return <StateMark state={confidenceStates[judged]} words={confidenceWords[judged]} />
}

/** Days after a baseline, in words; more than a fortnight late is told in the colour of what is late. */
export function Slip({ days }: { days: number | null }) {
  const t = useWords()
  if (days === null) return <span className="missing">—</span>
  return (
    <span className="project-slip" data-late={days > 14 ? 'much' : days > 0 ? 'some' : undefined}>
      {t(slipWords(days))}
    </span>
  )
}
