import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Progress as Told } from '#kernel/jobs/progress.ts'
import { watchProgress } from '#kernel/jobs/shapes.ts'
import { addressOf } from '../client.ts'
import { T, useWords } from '../locale.tsx'
import './progress.css'

export type { Told }

/** A name for long work, chosen before asking for it, so that its progress can be watched from the first step. */
export function newProgressId(): string {
  // crypto.randomUUID is absent on the plain-HTTP addresses of an intranet.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Follows long work over server-sent events; null while there is none. `lost`: the browser is trying to reconnect. */
export function useProgress(id: string | null): { told: Told | null; lost: boolean } {
  const [told, setTold] = useState<Told | null>(null)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    setTold(null)
    setLost(false)
    if (!id) return
    const events = new EventSource(addressOf(watchProgress, { params: { id } }))
    events.onopen = () => setLost(false)
    events.onerror = () => setLost(true)
    events.addEventListener('progress', (message) => {
      const next = JSON.parse(message.data) as Told | null
      setTold(next)
      if (next?.ended) events.close()
    })
    return () => events.close()
  }, [id])
  return { told, lost }
}

interface ProgressProps {
  told: Told | null
  lost?: boolean
  /** the work's name, for screen readers and until the first step is told */
  name: string
  onStop?: () => void
}

/** A bar that says how far long work has come, and stops it. */
export function Progress({ told, lost, name, onStop }: ProgressProps) {
  const t = useWords()
  const share = told?.ended ? 1 : told?.total ? Math.min(1, told.done / told.total) : null
  return (
    <div className="progress">
      {share === null ? <progress aria-label={name} /> : <progress aria-label={name} value={share} max={1} />}
      <p aria-live="polite">
        <span>{told ? t(told.words) : name}</span>
        <span className="progress-share">{share === null ? (told?.done ?? '…') : `${Math.floor(share * 100)}%`}</span>
        {lost && <T zh="连接断开，正在重连；工作不受影响" en="Connection lost, reconnecting; the work goes on" />}
        {onStop && !told?.ended && (
          <Button size="small" onClick={onStop}>
            <T zh="停止" en="Stop" />
          </Button>
        )}
      </p>
    </div>
  )
}
