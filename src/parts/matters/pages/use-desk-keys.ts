import { useEffect, useRef } from 'react'

interface DeskKeys {
  onMove: (by: number) => void
  onChoose: (nth: number) => void
  onSend: () => void
  onReturn: () => void
  /** while words are written or a deed is under way */
  quiet: boolean
}

/** The keys of the dispatch desk: arrows or J and K, digits, Enter, R. Fields, links, buttons and open lists keep their own keys. */
export function useDeskKeys(keys: DeskKeys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const { onMove, onChoose, onSend, onReturn, quiet } = now.current
      if (quiet || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing(event.target)) return
      const key = event.key.toLowerCase()
      const deed =
        key === 'arrowdown' || key === 'j'
          ? () => onMove(1)
          : key === 'arrowup' || key === 'k'
            ? () => onMove(-1)
            : key === 'enter' && !pressable(event.target)
              ? onSend
              : key === 'r'
                ? onReturn
                : /^[1-6]$/.test(key)
                  ? () => onChoose(Number(key) - 1)
                  : undefined
      if (!deed) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}

function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('dialog, [role="listbox"], .ant-select') !== null ||
    (target.matches('input, textarea, select') && !target.matches('input[type="radio"]'))
  )
}

/** A line of the queue is pressed by Enter as any button; that would choose it, which it is already. */
const pressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button:not([aria-current="true"])') !== null
