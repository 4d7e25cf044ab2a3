import type { CSSProperties } from 'react'
import { useWords } from '#web/locale.tsx'
import { oneDecimal } from './project-words.ts'
import './done-line.css'

/** What is done as a line, and a mark where the plan asks to be by now; both in percent of the whole work. */
export function DoneLine({ actual, planned, name }: { actual: string | null; planned: string | null; name: string }) {
  const t = useWords()
  if (actual === null && planned === null) return <span className="missing">—</span>
  const label = t(
    { zh: '{name}：完成 {actual}，计划 {planned}', en: '{name}: {actual} done, {planned} planned' },
    { name, actual: percent(actual), planned: percent(planned) },
  )
  return (
    <span className="done-line" role="img" aria-label={label} title={label}>
      {actual !== null && <i className="done-part" style={{ '--share': share(actual) } as CSSProperties} />}
      {planned !== null && <i className="done-planned" style={{ '--share': share(planned) } as CSSProperties} />}
    </span>
  )
}

const percent = (value: string | null) => (value === null ? '—' : `${oneDecimal(value)}%`)
const share = (value: string) => Math.max(0, Math.min(1, Number(value) / 100))
