import { type RefObject, useEffect, useState } from 'react'

/** The width of an element in whole pixels, as it changes; 0 before it is laid out. */
export function useGroundWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const place = element.current
    if (!place) return
    const sizes = new ResizeObserver(() => setWidth(Math.floor(place.clientWidth)))
    sizes.observe(place)
    return () => sizes.disconnect()
  }, [element])
  return width
}
