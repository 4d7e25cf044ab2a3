import { useState } from 'react'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { FindingShown } from '../shapes.ts'
import { classWords } from '../state-words.ts'

const marks = { A: '■', B: '▲', C: '◆', D: '·' } as const

interface FindingsProps {
  findings: readonly FindingShown[]
  open: boolean
  onExplain: (finding: FindingShown, words: string) => void
}

/** What the audit says of a row: mark and word of its class, what is so, what to do, and the reason given. */
export function Findings({ findings, open, onExplain }: FindingsProps) {
  const t = useWords()
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.key} data-class={finding.class} data-explained={finding.explanation ? true : undefined}>
          <p>
            <strong>
              <span aria-hidden>{marks[finding.class]}</span> {finding.class} {t(classWords[finding.class])}
            </strong>{' '}
            {t(finding.problem)} <span className="findings-cure">{t(finding.cure)}</span>
          </p>
          {finding.class !== 'A' && <Reason finding={finding} open={open} onExplain={onExplain} />}
        </li>
      ))}
    </ul>
  )
}

function Reason({
  finding,
  open,
  onExplain,
}: {
  finding: FindingShown
  open: boolean
  onExplain: FindingsProps['onExplain']
}) {
  const t = useWords()
  const [words, setWords] = useState('')
  const [again, setAgain] = useState(false)
  const { explanation } = finding
  if (explanation && !again) {
    return (
      <p className="findings-reason">
        <T zh="说明：" en="Reason: " />
        {explanation.words}{' '}
        <small>
          {explanation.by} <When at={explanation.at} short time />
        </small>{' '}
        {open && (
          <button type="button" className="plain-link" onClick={() => setAgain(true)}>
            <T zh="改写" en="Rewrite" />
          </button>
        )}
      </p>
    )
  }
  if (!open || finding.class === 'D') return null
  const least = finding.class === 'C' ? 6 : 1
  const enough = [...words.replaceAll(/\s/g, '')].length >= least
  return (
    <form
      className="findings-say"
      onSubmit={(event) => {
        event.preventDefault()
        if (!enough) return
        onExplain(finding, words)
        setAgain(false)
      }}
    >
      <input
        className="plain-field"
        maxLength={500}
        aria-label={`${t({ zh: '说明', en: 'Reason' })}: ${t(finding.problem)}`}
        placeholder={
          least > 1
            ? t({ zh: '写明原因，不少于六个字', en: 'Say why, in six characters or more' })
            : t({ zh: '写明原因', en: 'Say why' })
        }
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" className="plain-link" disabled={!enough}>
        <T zh="记下" en="Keep" />
      </button>
    </form>
  )
}
