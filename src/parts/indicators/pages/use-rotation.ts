import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

const SECONDS = 20

/**
 * Turns through a number of frames by itself, one every twenty seconds; turning by hand starts the twenty anew. Keys: arrows turn,
 * the space bar holds and goes on, Escape goes back to the cockpit.
 */
export function useRotation(count: number) {
  const [place, setPlace] = useState(0)
  const [held, setHeld] = useState(false)
  const navigate = useNavigate()
  const shown = Math.min(place, count - 1)

  useEffect(() => {
    if (held || count < 2) return
    const timer = window.setTimeout(() => setPlace((shown + 1) % count), SECONDS * 1000)
    return () => window.clearTimeout(timer)
  }, [held, count, shown])

  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const onControl = event.target instanceof Element && event.target.closest('button, a') !== null
      if (event.key === 'Escape') navigate('/')
      else if (event.key === 'ArrowRight') setPlace((before) => (before + 1) % count)
      else if (event.key === 'ArrowLeft') setPlace((before) => (before + count - 1) % count)
      else if (event.key === ' ' && !onControl) setHeld((before) => !before)
      else return
      if (!(event.key === ' ' && onControl)) event.preventDefault()
    }
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [count, navigate])

  return { place: shown, held, turn: setPlace, hold: () => setHeld((before) => !before) }
}
