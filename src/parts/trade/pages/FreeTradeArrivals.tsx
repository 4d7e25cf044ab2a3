import { Decimal } from 'decimal.js'
import type { CSSProperties } from 'react'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { dayWords } from './board-words.ts'
import { type FreeTrade, inYi } from './free-trade-words.ts'
import { MonthBars } from './MonthBars.tsx'

/** New enterprises by month and block, and by industry and kind with their capital. */
export function FreeTradeArrivals({ zone, since }: { zone: FreeTrade; since: string | undefined }) {
  const t = useWords()
  const { locale } = useLocale()
  const months = zone.months.map(({ month }) => month)
  const all = t({ zh: '全区', en: 'The zone' })
  return (
    <>
      <Part
        title={t({ zh: '各月新入区企业', en: 'New enterprises by month' })}
        note={
          since &&
          t(
            { zh: '自 {since} 起，按功能区块', en: 'since {since}, by block' },
            { since: dayWords(since, locale, { year: true }) },
          )
        }
      >
        <MonthBars
          months={months}
          unit="家"
          rows={[
            {
              ...{ key: ' ', name: all, label: all, total: String(zone.total.enterprises), strong: true },
              values: zone.months.map(({ enterprises }) => String(enterprises)),
            },
            ...zone.blocks.map(({ block, enterprises, months: own }) => ({
              ...{ key: block, name: block, label: block, total: String(enterprises) },
              values: own.map(String),
            })),
          ]}
        />
      </Part>
      <div className="free-trade-pair">
        <Part
          title={t({ zh: '行业', en: 'Industries' })}
          note={t({ zh: 'GB/T 4754 门类', en: 'sections of GB/T 4754' })}
        >
          <Shares
            total={zone.total.enterprises}
            rows={zone.industries.map((one) => ({ ...one, key: one.letter ?? '?' }))}
          />
        </Part>
        <Part title={t({ zh: '企业类型', en: 'Kinds' })}>
          <Shares total={zone.total.enterprises} rows={zone.kinds.map((one) => ({ ...one, key: one.kind }))} />
          {zone.foreign.shareOfCapital !== null && (
            <p className="free-trade-note">
              <T zh="外商和港澳台投资合计 " en="Foreign-invested, Hong Kong, Macao and Taiwan included: " />
              <Quantity value={String(zone.foreign.enterprises)} unit="家" />
              <T zh="、" en=" with " />
              <Quantity value={inYi(zone.foreign.capital)} unit="亿元" />
              <T
                zh="，占企业数的 {share}%、注册资本的 {ofCapital}%。"
                en=", {share}% of the enterprises and {ofCapital}% of the capital."
                share={zone.foreign.shareOfEnterprises ?? '—'}
                ofCapital={zone.foreign.shareOfCapital}
              />
            </p>
          )}
        </Part>
      </div>
    </>
  )
}

interface Share {
  key: string
  words: Words
  enterprises: number
  capital: string
}

/** Rows with a bar for their share of all enterprises; the largest first. */
function Shares({ total, rows }: { total: number; rows: readonly Share[] }) {
  const t = useWords()
  return (
    <table className="free-trade-shares">
      <thead>
        <tr>
          <th scope="col">
            <span className="for-readers">{t({ zh: '名称', en: 'Name' })}</span>
          </th>
          <th scope="col" data-number>
            {t({ zh: '企业', en: 'Enterprises' })}
          </th>
          <th scope="col" data-number>
            {t({ zh: '注册资本', en: 'Capital' })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, words, enterprises, capital }) => (
          <tr
            key={key}
            style={{ '--part': new Decimal(enterprises).div(Math.max(1, total)).toFixed(4) } as CSSProperties}
          >
            <th scope="row">{t(words)}</th>
            <td data-number>
              <Quantity value={String(enterprises)} unit="家" />
            </td>
            <td data-number>
              <Quantity value={inYi(capital)} unit="亿元" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
