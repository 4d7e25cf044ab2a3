import { T } from '#web/locale.tsx'

/** A row that is sent back, or one let in with a word: mark and word, never colour alone. */
export function Severity({ severity }: { severity: 'reject' | 'warn' }) {
  return severity === 'reject' ? (
    <span className="severity" data-severity="reject">
      <span aria-hidden>■</span> <T zh="退回" en="Sent back" />
    </span>
  ) : (
    <span className="severity" data-severity="warn">
      <span aria-hidden>▲</span> <T zh="提示" en="Warning" />
    </span>
  )
}
