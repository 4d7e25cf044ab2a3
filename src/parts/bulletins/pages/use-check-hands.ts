import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Item } from './check-items.ts'

interface Hands {
  /** in the order of the text, as the list shows them */
  items: readonly Item[]
  /** every mark of the text */
  marks: readonly Item[]
  chosen: Item | null
  point: (item: Item | null) => void
  /** Enter on what is chosen: accept the correction, or choose the indicator */
  enter: (item: Item) => void
  undo: () => void
}

/**
 * Pointing and keys at the desk: a press on a mark chooses it; j, k and the arrows walk through the list; Enter does what the finding
 * asks for; u takes a change back. Keys are heard only while the focus is on a mark or in the list.
 */
export function useCheckHands(desk: RefObject<HTMLElement | null>, hands: Hands): void {
  const now = useRef(hands)
  now.current = hands
  const { chosen, marks } = hands
  useEffect(() => {
    const root = desk.current
    if (!root) return
    const press = (event: MouseEvent) => pressed(event, now.current)
    const key = (event: KeyboardEvent) => keyed(event, now.current)
    root.addEventListener('click', press)
    root.addEventListener('keydown', key)
    return () => {
      root.removeEventListener('click', press)
      root.removeEventListener('keydown', key)
    }
  }, [desk])
  useEffect(() => {
    const shown = chosen ?? marks[0]
    const mark = shown && document.getElementById(`mark-${shown.mark}`)
    if (!mark) return
    mark.tabIndex = 0
    if (chosen) mark.dataset['chosen'] = ''
    followFocus(desk.current, chosen)
    return () => {
      mark.tabIndex = -1
      delete mark.dataset['chosen']
    }
  }, [desk, chosen, marks])
}

/** The same function at every drawing, which does what the latest one would. */
export function useSteady<A extends unknown[]>(deed: (...args: A) => void): (...args: A) => void {
  const latest = useRef(deed)
  latest.current = deed
  return useCallback((...args: A) => latest.current(...args), [])
}

/** Brings a mark that is out of sight into the middle of the window, and its finding into sight of the list. */
export function bringIntoSight(item: Item): void {
  const mark = document.getElementById(`mark-${item.mark}`)
  const { top = 0, bottom = 0 } = mark?.getBoundingClientRect() ?? {}
  const foot = document.querySelector('.check-sheet')?.getBoundingClientRect().top ?? window.innerHeight
  if (top < 88 || bottom > foot - 24) mark?.scrollIntoView({ block: foot < window.innerHeight ? 'start' : 'center' })
  const row = document.getElementById(`finding-${item.mark}`)
  const list = row?.closest<HTMLElement>('[data-scrolls]')
  if (!row || !list) return
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top
  else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top)
}

function pressed(event: MouseEvent, { marks, point }: Hands): void {
  const mark = (event.target as Element).closest<HTMLElement>('a.mark')
  if (!mark) return
  event.preventDefault()
  const item = marks[Number(mark.id.replace('mark-', ''))]
  if (item) point(item)
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

function keyed(event: KeyboardEvent, hands: Hands): void {
  const here = (event.target as Element).closest('a.mark, [data-mark]')
  if (!here || event.altKey) return
  const { marks, chosen, point } = hands
  const own = marks[Number(here.getAttribute('data-mark') ?? here.id.replace('mark-', ''))]
  const deed = deedOf(event, own?.mark === chosen?.mark)
  if (!deed) return
  event.preventDefault()
  if (deed === 'undo') hands.undo()
  else if (deed === 'enter' && own) hands.enter(own)
  else if (deed === 'point' && own) point(own)
  else if (typeof deed === 'number') {
    const next = neighbour(hands.items, chosen, deed)
    if (next) point(next)
  }
}

function deedOf({ key, ctrlKey, metaKey }: KeyboardEvent, onChosen: boolean) {
  if (ctrlKey || metaKey) return key === 'z' ? 'undo' : null
  if (key === 'u') return 'undo'
  if (key === 'Enter') return onChosen ? 'enter' : 'point'
  return steps[key] ?? null
}

/** The next or previous of the list, from wherever the chosen mark stands in the text. */
export function neighbour(items: readonly Item[], chosen: Item | null, step: number): Item | null {
  if (!chosen) return items[0] ?? null
  if (step > 0) return items.find(({ mark }) => mark > chosen.mark) ?? null
  return items.findLast(({ mark }) => mark < chosen.mark) ?? null
}

/** Where the focus was on a mark or a row, it goes on to the chosen one. */
function followFocus(root: HTMLElement | null, chosen: Item | null): void {
  const held = document.activeElement
  if (!root || !chosen || !held || !root.contains(held)) return
  if (held.matches('[data-mark]')) {
    root.querySelector<HTMLElement>(`[data-mark="${chosen.mark}"]`)?.focus({ preventScroll: true })
  } else if (held.matches('a.mark')) {
    document.getElementById(`mark-${chosen.mark}`)?.focus({ preventScroll: true })
  }
}
