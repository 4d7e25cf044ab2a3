import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { T, useWords, type Words } from '../locale.tsx'
import './progress.css'

/** One message of an event stream of long work. */
export interface ProgressTold {
  state: 'running' | 'done' | 'failed' | 'stopped'
  done: number
  /** absent while the amount is not known */
  total?: number | null
  words?: Words
  /** what the work answered with, once done */
  result?: unknown
}

/**
 * Follows long work over server-sent events; `address` from `addressOf(endpoint, { params: { id } })`, null while there
 * is none. The browser reconnects by itself; `lost` says that it is trying.
 */
export function useProgress(address: string | null): { told: ProgressTold | null; lost: boolean } {
  const [told, setTold] = useState<ProgressTold | null>(null)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    setTold(null)
    if (!address) return
    const events = new EventSource(address)
    events.onopen = () => setLost(false)
    events.onerror = () => setLost(true)
    events.onmessage = (message) => {
      const next = JSON.parse(message.data) as ProgressTold
      setTold(next)
      if (next.state !== 'running') events.close()
    }
    return () => events.close()
  }, [address])
  return { told, lost }
}

interface ProgressProps {
  told: ProgressTold | null
  lost?: boolean
  /** the work's name, for screen readers */
  name: string
  onStop?: () => void
}

/** A bar that says how far long work is, and stops it. */
export function Progress({ told, lost, name, onStop }: ProgressProps) {
  const t = useWords()
  const share = told?.state === 'done' ? 1 : told?.total ? Math.min(1, told.done / told.total) : null
  return (
    <div className="progress" data-state={told?.state ?? 'running'}>
      {share === null ? <progress aria-label={name} /> : <progress aria-label={name} value={share} max={1} />}
      <p aria-live="polite">
        <span>{told?.words ? t(told.words) : name}</span>
        <span className="progress-share">{share === null ? (told?.done ?? '') : `${Math.floor(share * 100)}%`}</span>
        {lost && <T zh="连接断开，正在重连；工作不受影响" en="Connection lost, reconnecting; the work goes on" />}
        {onStop && (!told || told.state === 'running') && (
          <Button size="small" onClick={onStop}>
            <T zh="停止" en="Stop" />
          </Button>
        )}
      </p>
    </div>
  )
}
