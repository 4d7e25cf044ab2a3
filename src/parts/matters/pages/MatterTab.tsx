import { T } from '#web/locale.tsx'
import { counted } from './matter-words.ts'

interface MatterTabProps {
  chosen: boolean
  onChoose: () => void
  words: string
  count?: number
  late?: number
}

/** 待派遣 12 ■ 超时 3: one way to narrow a list, pressed while it does. */
export function MatterTab({ chosen, onChoose, words, count, late = 0 }: MatterTabProps) {
  return (
    <button type="button" aria-pressed={chosen} onClick={onChoose}>
      {words}
      {count !== undefined && <small> {counted(count)}</small>}
      {late > 0 && (
        <small className="matter-tab-late">
          {' '}
          <span aria-hidden>■</span> <T zh="超时 {late}" en="{late} late" late={counted(late)} />
        </small>
      )}
    </button>
  )
}
