import { T, useLocale, useWords } from '#web/locale.tsx'
import { readingOrder, verdictSigns } from '../check-desk/verdict-words.ts'
import { saidReason } from '../checking/reason-words.ts'
import type { Item } from './check-items.ts'
import type { NameOf } from './use-names.ts'
import './check-printed.css'

/** On paper, behind the text: each finding that is not right with its reason, since a sheet cannot be pressed. */
export function CheckPrinted({ items, nameOf }: { items: readonly Item[]; nameOf: NameOf }) {
  const t = useWords()
  const { locale } = useLocale()
  if (items.length === 0) return null
  return (
    <table className="check-printed">
      <caption>
        <T zh="没有核对和有问题的 {count} 处" en="{count} figures not checked or in question" count={items.length} />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <T zh="文中" en="In the text" />
          </th>
          <th scope="col">
            <T zh="结果" en="Verdict" />
          </th>
          <th scope="col">
            <T zh="原因" en="Reason" />
          </th>
        </tr>
      </thead>
      <tbody>
        {items.toSorted(byVerdict).map((item) => {
          const { mark, text, verdict, finding, pace } = item
          const { glyph, words } = verdictSigns[verdict]
          return (
            <tr key={mark}>
              <td>
                <span lang="zh-CN">{text}</span>
                <small>{nameOf(item)}</small>
              </td>
              <td>
                {glyph} {t(words)}
              </td>
              <td>
                {saidReason((finding ?? pace)!.reason, locale)}
                {finding?.correction != null && (
                  <strong lang="zh-CN">
                    <T zh="应为：{words}" en="Should be: {words}" words={finding.correction} />
                  </strong>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What was not checked comes first. */
const byVerdict = (a: Item, b: Item) => readingOrder.indexOf(a.verdict) - readingOrder.indexOf(b.verdict)
