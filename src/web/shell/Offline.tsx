import { useSyncExternalStore } from 'react'
import { T } from '../locale.tsx'

/** Says so while the browser knows that it has no network. */
export function Offline() {
  const online = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
  if (online) return null
  return (
    <p className="offline" role="status">
      <T
        zh="▲ 网络已断开：看到的是断开前的数据，恢复后自动更新。"
        en="▲ Offline: these are the figures from before; they refresh once the network is back."
      />
    </p>
  )
}
