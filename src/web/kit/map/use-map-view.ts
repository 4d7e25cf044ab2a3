import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Bounds } from '#kernel/place.ts'
import { kept, moved, type Size, type Spot, type View, viewOf, zoomed } from './map-view.ts'

export interface Steering {
  view: View
  /** closer (or farther, below 0) by steps, at a spot or in the middle */
  zoom(steps: number, spot?: Spot): void
  /** the whole area again */
  whole(): void
  onKeyDown(event: KeyboardEvent): void
}

/** What else a hand does: press a spot or a mark (`data-key`), or point at a mark with the mouse. */
export interface Touch {
  press(spot: Spot, key: string | null, byFinger: boolean): void
  pointAt(key: string | null): void
}

const STEP = 80

/**
 * The view of a map and the hands on it: dragging, pinching, the wheel (with Ctrl, ⌘ or once the map has the focus, so that a page
 * still scrolls past it), arrow keys, + and −, 0.
 */
export function useMapView(ground: RefObject<HTMLElement | null>, area: Bounds, size: Size, touch: Touch): Steering {
  const fitting = useMemo(() => viewOf(area, size), [area, size])
  const [chosen, setChosen] = useState<View | null>(null)
  const view = chosen ? kept(chosen, fitting, area) : fitting
  const now = useRef({ view, size, fitting, area, touch })
  now.current = { view, size, fitting, area, touch }
  const change = useCallback((wish: (view: View, size: Size) => View) => {
    const { view: from, size: of, fitting: whole, area: all } = now.current
    const next = kept(wish(from, of), whole, all)
    // Several fingers may move between two drawings.
    now.current.view = next
    setChosen(next)
  }, [])
  const zoom = useCallback(
    (steps: number, spot?: Spot) =>
      change((from, of) => zoomed(from, steps, spot ?? { x: of.width / 2, y: of.height / 2 }, of)),
    [change],
  )
  const whole = useCallback(() => setChosen(null), [])
  useEffect(() => {
    const place = ground.current
    if (!place) return
    const pan: Hands['pan'] = (x, y) => change((from) => moved(from, x, y))
    const press: Touch['press'] = (...pressed) => now.current.touch.press(...pressed)
    return gestures(place, { pan, zoom, press, pointAt: (key) => now.current.touch.pointAt(key) })
  }, [ground, change, zoom])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
      const way = arrows[event.key]
      if (way) change((from) => moved(from, way[0] * STEP, way[1] * STEP))
      else if (event.key === '+' || event.key === '=') zoom(1)
      else if (event.key === '-') zoom(-1)
      else if (event.key === '0') whole()
      else return
      event.preventDefault()
    },
    [change, zoom, whole],
  )
  return { view, zoom, whole, onKeyDown }
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

interface Hands extends Touch {
  pan(across: number, down: number): void
  zoom(steps: number, spot: Spot): void
}

const SLACK = 4
const OVER = 'button, a, .map-tip'

const keyOf = ({ target }: Event) => (target as Element).closest('[data-key]')?.getAttribute('data-key') ?? null

/** Follows pointers and the wheel on a place of the page; the answer lets go. A drag ends without a click. */
function gestures(place: HTMLElement, hands: Hands): () => void {
  const held = new Map<number, Spot>()
  let [dragging, slack] = [false, 0]
  const spotOf = (event: MouseEvent): Spot => {
    const { left, top } = place.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest(OVER)) return
    held.set(event.pointerId, spotOf(event))
    if (held.size === 1) [dragging, slack] = [false, 0]
  }
  const move = (event: PointerEvent) => {
    const before = held.get(event.pointerId)
    if (!before) return
    const after = spotOf(event)
    const [across, along] = [after.x - before.x, after.y - before.y]
    slack += Math.hypot(across, along)
    if (!dragging && slack < SLACK && held.size === 1) return
    if (!dragging) place.setPointerCapture(event.pointerId)
    dragging = true
    const others = [...held].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot)
    held.set(event.pointerId, after)
    hands.pan(across / held.size, along / held.size)
    const [other] = others
    if (other) hands.zoom(Math.log2(apart(after, other) / Math.max(1, apart(before, other))), middle(after, other))
  }
  const up = (event: PointerEvent) => void held.delete(event.pointerId)
  const click = (event: MouseEvent) => {
    const onGround = !(event.target as Element).closest(OVER)
    if (!dragging && onGround) hands.press(spotOf(event), keyOf(event), (event as PointerEvent).pointerType === 'touch')
    dragging = false
  }
  const over = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && held.size === 0) hands.pointAt(keyOf(event))
  }
  const leave = () => hands.pointAt(null)
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && !place.contains(document.activeElement)) return
    event.preventDefault()
    hands.zoom(Math.max(-1, Math.min(1, -event.deltaY / (event.ctrlKey ? 60 : 240))), spotOf(event))
  }
  const listeners: [string, EventListener, AddEventListenerOptions][] = [
    ['pointerdown', down as EventListener, {}],
    ['pointermove', move as EventListener, {}],
    ['pointerup', up as EventListener, {}],
    ['pointercancel', up as EventListener, {}],
    ['click', click as EventListener, {}],
    ['pointerover', over as EventListener, {}],
    ['pointerleave', leave, {}],
    ['wheel', wheel as EventListener, { passive: false }],
  ]
  for (const [name, listener, choices] of listeners) place.addEventListener(name, listener, choices)
  return () => {
    for (const [name, listener, choices] of listeners) place.removeEventListener(name, listener, choices)
  }
}

const apart = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y)
const middle = (one: Spot, other: Spot): Spot => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
