import { T, useLocale, useWords } from '#web/locale.tsx'
import type { FindingShown } from '../trains/list-shapes.ts'

/** Boxes that were sent back or warned of: where they stand in the file, why, and what to do. */
export function TrainListFindings({ findings, total }: { findings: readonly FindingShown[]; total: number }) {
  const t = useWords()
  if (findings.length === 0) return null
  return (
    <section className="train-list-findings" aria-label={t({ zh: '退回与提醒', en: 'Sent back and warned' })}>
      <h3>
        <T zh="退回与提醒" en="Sent back and warned" />
      </h3>
      <ol>
        {findings.map((finding) => (
          <Found key={`${finding.sheet} ${finding.line} ${finding.train} ${finding.check}`} finding={finding} />
        ))}
      </ol>
      {total > 100 && (
        <p className="train-list-hint">
          {t({ zh: '只列前 100 行，共 {total} 行。', en: 'The first 100 of {total} rows.' }, { total })}
        </p>
      )}
    </section>
  )
}

function Found({ finding }: { finding: FindingShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { severity, sheet, line, train, container, reason, cure } = finding
  return (
    <li>
      <p>
        {severity === 'reject' ? (
          <span data-severity="reject">
            <span aria-hidden>■</span> <T zh="退回" en="Sent back" />
          </span>
        ) : (
          <span data-severity="warn">
            <span aria-hidden>▲</span> <T zh="提醒" en="Warning" />
          </span>
        )}{' '}
        <b>{container || train}</b>{' '}
        <small>
          {line > 0
            ? t({ zh: '{sheet} 第 {line} 行，{train}', en: '{sheet}, line {line}, {train}' }, { sheet, line, train })
            : train}
        </small>
      </p>
      <p>{reason[locale]}</p>
      <p className="train-list-cure">
        <span aria-hidden>→ </span>
        {cure[locale]}
      </p>
    </li>
  )
}
