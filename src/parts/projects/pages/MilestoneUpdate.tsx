import { DayInput } from '#web/kit/DayInput.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { Form } from './UpdatePage.tsx'

/** That a milestone was met on a day, or is expected on another. */
export interface ToldMilestone {
  what: 'metOn' | 'expectedOn'
  on: string
}

interface MilestoneUpdateProps {
  milestone: Form['milestones'][number]
  today: string
  told: ToldMilestone | undefined
  onChange: (told: ToldMilestone) => void
}

/** A milestone that is near: as planned, met, or on another day. */
export function MilestoneUpdate({ milestone, today, told, onChange }: MilestoneUpdateProps) {
  const t = useWords()
  const { title, dueOn, expectedOn } = milestone
  const choices = [
    { words: { zh: '不变', en: 'No change' }, pressed: !told?.on, next: { what: 'expectedOn', on: '' } },
    { words: { zh: '已完成', en: 'Met' }, pressed: told?.what === 'metOn', next: { what: 'metOn', on: today } },
    {
      words: { zh: '改期', en: 'Another day' },
      pressed: told?.what === 'expectedOn' && told.on !== '',
      next: { what: 'expectedOn', on: expectedOn ?? dueOn },
    },
  ] as const
  return (
    <fieldset className="update-milestone">
      <legend>
        <span lang="zh-CN">{title}</span>{' '}
        <small>
          <T zh="计划" en="planned" /> <When at={dueOn} short />
          {expectedOn && (
            <>
              {' '}
              <T zh="预计" en="expected" /> <When at={expectedOn} short />
            </>
          )}
        </small>
      </legend>
      <div className="people-choices">
        {choices.map(({ words, pressed, next }) => (
          <button key={words.en} type="button" aria-pressed={pressed} onClick={() => onChange(next)}>
            {t(words)}
          </button>
        ))}
      </div>
      {told?.on && (
        <DayInput
          aria-label={`${title} ${t(told.what === 'metOn' ? { zh: '完成日期', en: 'met on' } : { zh: '预计日期', en: 'expected on' })}`}
          value={told.on}
          {...(told.what === 'metOn' ? { max: today } : { min: today })}
          onChange={({ target }) => target.value && onChange({ ...told, on: target.value })}
        />
      )}
    </fieldset>
  )
}
