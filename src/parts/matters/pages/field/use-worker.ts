import { useEffect } from 'react'

/** Lets the field page open without a network: src/web/public/field-worker.js keeps what it was drawn with. Only over HTTPS or on localhost. */
export function useFieldWorker(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    void navigator.serviceWorker
      .register('/field-worker.js', { scope: '/matters/field' })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => {
        const files = performance.getEntriesByType('resource').map(({ name }) => name)
        active?.postMessage({ files })
      })
      // A browser that keeps no workers (private windows) still has the page and its outbox.
      .catch(() => undefined)
  }, [])
}
