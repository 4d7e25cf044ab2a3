import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { chapterWords } from './hs-chapters.ts'
import type { Train } from './TrainPage.tsx'

const MOST = 8

/** What is in the boxes: by HS chapter as shares of the value, and who sent it. */
export function TrainCargo({ train: { sums, chapters, consignors } }: { train: Train }) {
  const t = useWords()
  if (!sums || sums.loaded === 0) return null
  return (
    <div className="train-cargo">
      <Part
        title={t({ zh: '货类', en: 'What it carries' })}
        note={t({ zh: 'HS 章，按货值', en: 'HS chapters, by value' })}
      >
        <Shares
          total={sums.value}
          rows={chapters.map(({ hs, ...rest }) => ({
            ...rest,
            key: hs ?? '',
            name: hs === null ? t({ zh: '未填 HS 章', en: 'no HS chapter given' }) : t(chapterWords(hs)),
          }))}
        />
      </Part>
      <Part title={t({ zh: '发货人', en: 'Consignors' })} note={t({ zh: '按货值', en: 'by value' })}>
        {consignors.length === 0 ? (
          <p className="train-none">
            <T zh="装车清单没有填发货人代码。" en="The loading list names no consignor." />
          </p>
        ) : (
          <Shares
            total={sums.value}
            rows={consignors.map(({ code, name, ...rest }) => ({ ...rest, key: code, name: name ?? code }))}
          />
        )}
      </Part>
    </div>
  )
}

interface Share {
  key: string
  name: string
  containers: number
  weight: string
  value: string
}

function Shares({ rows, total }: { rows: readonly Share[]; total: string }) {
  const t = useWords()
  const shown = rows.slice(0, MOST)
  const rest = rows.slice(MOST)
  const all =
    rest.length === 0
      ? shown
      : [...shown, together(rest, t({ zh: '其余 {n} 项', en: '{n} others' }, { n: rest.length }))]
  return (
    <ul className="train-shares">
      {all.map(({ key, name, containers, weight, value }) => {
        const share = new Decimal(total).isZero() ? 0 : new Decimal(value).div(total).times(100).toNumber()
        return (
          <li key={key}>
            <span className="share-name">{name}</span>
            <span className="share-bar" aria-hidden>
              <i style={{ width: `${share}%` }} />
            </span>
            <span className="share-percent">{share.toFixed(1)}%</span>
            <small>
              <T
                zh="{containers} 箱，{weight} 吨，{value} 万美元"
                en="{containers} boxes, {weight} t, USD {thousand} thousand"
                containers={containers}
                weight={printDecimal(new Decimal(weight), 1)}
                value={printDecimal(new Decimal(value).div(10_000), 1)}
                thousand={printDecimal(new Decimal(value).div(1000), 0)}
              />
            </small>
          </li>
        )
      })}
    </ul>
  )
}

function together(rows: readonly Share[], name: string): Share {
  const sum = (pick: (row: Share) => string) =>
    rows.reduce((total, row) => total.plus(pick(row)), new Decimal(0)).toFixed()
  return {
    ...{ key: 'rest', name, containers: rows.reduce((total, row) => total + row.containers, 0) },
    ...{ weight: sum(({ weight }) => weight), value: sum(({ value }) => value) },
  }
}
