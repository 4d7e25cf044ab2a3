import { say } from '#kernel/i18n/words.ts'
import AreaPicker from '#parts/indicators/pages/AreaPicker.tsx'
import { DayInput } from '#web/kit/DayInput.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { CheckReport } from '../checking/report.ts'
import { draftNoteWords } from '../drafts/note-words.ts'
import type { DeskDraft } from './check-desk-state.ts'
import type { Against } from './use-check.ts'

interface CheckBarProps {
  draft: DeskDraft
  shown: CheckReport
  busy: boolean
  against: Against & { on?: string | undefined }
  onAgainst: (change: Record<string, string | undefined>) => void
}

/** What the draft is and what it is held against, and what the reader of the file left out. */
export function CheckBar({ draft, shown, busy, against, onAgainst }: CheckBarProps) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <div className="check-bar">
      <div className="check-against">
        <PeriodPicker value={against.period ?? shown.period} onChange={(period) => onAgainst({ period })} />
        <AreaPicker area={against.area} onChange={(area) => onAgainst({ area })} />
        <DayInput
          aria-label={t({ zh: '按哪天的数据', en: 'Data as of' })}
          none={{ zh: '现在的数据', en: 'The data of now' }}
          value={against.on ?? ''}
          onChange={(event) => onAgainst({ on: event.target.value || undefined })}
        />
        <span role="status" className="check-busy">
          {busy && <T zh="正在核对…" en="Checking…" />}
        </span>
      </div>
      {(draft.name !== '' || draft.notes.length > 0) && (
        <div className="check-file">
          {draft.name !== '' && <strong lang="zh-CN">{draft.name}</strong>}
          {draft.notes.map(({ code, count }) => (
            <span key={code}>{say(draftNoteWords[code], locale, { count })}</span>
          ))}
        </div>
      )}
    </div>
  )
}
