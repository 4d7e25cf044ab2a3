import { useWords, type Words } from '../locale.tsx'
import './state-mark.css'

export type State = 'ahead' | 'on' | 'warning' | 'behind' | 'none'

/** Mark and word of each state: colour is never the only sign. */
export const states: Record<State, { mark: string; words: Words }> = {
  ahead: { mark: '●', words: { zh: '超前', en: 'Ahead' } },
  on: { mark: '●', words: { zh: '正常', en: 'On pace' } },
  warning: { mark: '▲', words: { zh: '预警', en: 'Warning' } },
  behind: { mark: '■', words: { zh: '滞后', en: 'Behind' } },
  none: { mark: '○', words: { zh: '无数据', en: 'No data' } },
}

/** `<StateMark state="behind" />` draws ■ 滞后; `words` says it in the page's own words. */
export function StateMark({ state, words }: { state: State; words?: Words }) {
  const t = useWords()
  return (
    <span className="state-mark" data-state={state}>
      <span aria-hidden>{states[state].mark}</span>
      {t(words ?? states[state].words)}
    </span>
  )
}
