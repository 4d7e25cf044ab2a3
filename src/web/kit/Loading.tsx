import { useWords } from '../locale.tsx'
import './loading.css'

interface LoadingProps {
  lines?: number
  shape?: 'lines' | 'figure' | 'chart'
  height?: number
}

/** Keeps the place of what is coming, so that nothing jumps: `lines` of a table or text, one `figure`, a `chart`. */
export function Loading({ lines = 6, shape = 'lines', height }: LoadingProps) {
  const t = useWords()
  const count = shape === 'lines' ? lines : 1
  return (
    <div className="loading" data-shape={shape} style={height ? { minHeight: height } : undefined}>
      <output className="for-readers">{t({ zh: '正在载入', en: 'Loading' })}</output>
      {Array.from({ length: count }, (_, line) => line).map((line) => (
        <i key={`line ${line}`} style={{ width: `${[96, 88, 92, 78, 84][line % 5]}%` }} />
      ))}
    </div>
  )
}
