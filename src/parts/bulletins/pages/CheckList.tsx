import { memo } from 'react'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { verdictSigns } from '../check-desk/verdict-words.ts'
import { type FindingDeeds, FindingDetail } from './CheckFinding.tsx'
import { VerdictGlyph } from './CheckLegend.tsx'
import type { Filter, Item } from './check-items.ts'
import type { NameOf } from './use-names.ts'

interface CheckListProps {
  items: readonly Item[]
  /** all there are, whatever the filter shows */
  all: number
  chosen: Item | null
  filter: Filter
  onFilter: (filter: Filter) => void
  /** stays the same function, so that rows need not be drawn again */
  onPoint: (mark: number) => void
  nameOf: NameOf
  deeds: FindingDeeds
}

/** Findings beside the text; the chosen one is open. */
export function CheckList({ items, all, chosen, filter, onFilter, onPoint, nameOf, deeds }: CheckListProps) {
  return (
    <section className="check-list">
      <header>
        <h3>
          {filter === 'open' ? (
            <T zh="要看的" en="To look at" />
          ) : filter === 'all' ? (
            <T zh="全部" en="All" />
          ) : (
            <Only verdict={filter} />
          )}{' '}
          <strong>{items.length}</strong>
        </h3>
        <button type="button" className="check-link" onClick={() => onFilter(filter === 'open' ? 'all' : 'open')}>
          {filter === 'open' ? (
            <T zh="看全部 {all} 处" en="Show all {all}" all={all} />
          ) : (
            <T zh="只看要看的" en="Only what needs a look" />
          )}
        </button>
      </header>
      {items.length === 0 && (
        <p className="check-none">
          <T zh="没有要看的：每一处都核对过，都相符。" en="Nothing to look at: every figure was checked and matches." />
        </p>
      )}
      <ol>
        {around(items, chosen).map((item) => {
          const open = chosen?.mark === item.mark
          return (
            <li key={item.mark} id={`finding-${item.mark}`} data-open={open || undefined}>
              <Row
                mark={item.mark}
                {...{ text: item.text, verdict: item.verdict, open, onPoint }}
                name={nameOf(item)}
              />
              {open && <FindingDetail item={item} nameOf={nameOf} deeds={deeds} />}
            </li>
          )
        })}
      </ol>
      {items.length > drawn && (
        <p className="check-none">
          <T
            zh="这里列出 {drawn} 处；其余随所选的记号列出。"
            en="{drawn} are listed; the others follow the mark that is chosen."
            drawn={drawn}
          />
        </p>
      )}
    </section>
  )
}

/** More rows than anybody reads are not drawn: those around the chosen one are. */
const drawn = 1500

function around(items: readonly Item[], chosen: Item | null): readonly Item[] {
  if (items.length <= drawn) return items
  const place = items.findIndex(({ mark }) => mark >= (chosen?.mark ?? 0))
  const from = Math.max(0, Math.min(place - drawn / 2, items.length - drawn))
  return items.slice(from, from + drawn)
}

function Only({ verdict }: { verdict: Item['verdict'] }) {
  return useWords()(verdictSigns[verdict].words)
}

interface RowProps extends Pick<Item, 'mark' | 'text' | 'verdict'> {
  open: boolean
  name: string
  onPoint: (mark: number) => void
}

const Row = memo(({ mark, text, verdict, open, name, onPoint }: RowProps) => {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <button type="button" lang="zh-CN" aria-expanded={open} data-mark={mark} onClick={() => onPoint(mark)}>
      <VerdictGlyph verdict={verdict} />
      <span className="check-said">{text}</span>
      <span className="check-about" lang={locale}>
        {name}
      </span>
      <span className="check-verdict" lang={locale} data-verdict={verdict}>
        {t(verdictSigns[verdict].words)}
      </span>
    </button>
  )
})
