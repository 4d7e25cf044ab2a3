import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { T, useWords } from '#web/locale.tsx'
import { verdictSigns } from '../check-desk/verdict-words.ts'
import { type FindingDeeds, FindingDetail } from './CheckFinding.tsx'
import { VerdictGlyph } from './CheckLegend.tsx'
import type { Item } from './check-items.ts'
import type { NameOf } from './use-names.ts'
import './check-finding.css'

interface CheckSheetProps {
  chosen: Item | null
  items: readonly Item[]
  nameOf: NameOf
  deeds: FindingDeeds
  onStep: (step: 1 | -1) => void
  onClose: () => void
}

/** On a phone: the chosen finding at the foot of the window, the text above it; thumbs go on and back. */
export function CheckSheet({ chosen, items, nameOf, deeds, onStep, onClose }: CheckSheetProps) {
  const t = useWords()
  if (!chosen) {
    if (items.length === 0) return null
    return (
      <div className="check-sheet" data-closed>
        <Button type="primary" block autoInsertSpace={false} onClick={() => onStep(1)}>
          <T zh="逐处看（{count}）" en="Go through them ({count})" count={items.length} />
        </Button>
      </div>
    )
  }
  const { verdict, text } = chosen
  return (
    <section className="check-sheet" aria-label={t({ zh: '这一处', en: 'This finding' })}>
      <header>
        <VerdictGlyph verdict={verdict} />
        <h3>
          <span lang="zh-CN">{text}</span>{' '}
          <span className="check-verdict" data-verdict={verdict}>
            {t(verdictSigns[verdict].words)}
          </span>
        </h3>
        <button type="button" onClick={() => onStep(-1)} aria-label={t({ zh: '上一处', en: 'Previous' })}>
          <UpOutlined aria-hidden />
        </button>
        <button type="button" onClick={() => onStep(1)} aria-label={t({ zh: '下一处', en: 'Next' })}>
          <DownOutlined aria-hidden />
        </button>
        <button type="button" onClick={onClose} aria-label={t({ zh: '关闭', en: 'Close' })}>
          <CloseOutlined aria-hidden />
        </button>
      </header>
      <div className="check-sheet-body">
        <FindingDetail item={chosen} nameOf={nameOf} deeds={deeds} />
      </div>
    </section>
  )
}
