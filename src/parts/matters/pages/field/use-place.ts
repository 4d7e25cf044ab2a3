import { useCallback, useEffect, useState } from 'react'

/** Where the phone says it is, WGS-84, with its own doubt in metres. */
export interface Fix {
  longitude: number
  latitude: number
  accuracy: number
}

export type Finding = 'asking' | 'found' | 'denied' | 'unknown' | 'absent'

/** Asks the phone where it is, once now and again on request. Browsers answer only over HTTPS, on localhost, and with leave. */
export function usePlace(): { fix: Fix | null; finding: Finding; again: () => void } {
  const [fix, setFix] = useState<Fix | null>(null)
  const [finding, setFinding] = useState<Finding>('asking')
  const again = useCallback(() => {
    if (!window.isSecureContext || !('geolocation' in navigator)) return setFinding('absent')
    setFinding('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setFix({ longitude, latitude, accuracy: Math.round(accuracy) })
        setFinding('found')
      },
      ({ code, PERMISSION_DENIED }) => setFinding(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 },
    )
  }, [])
  useEffect(again, [again])
  return { fix, finding, again }
}
