import { T, useLocale, useWords } from '#web/locale.tsx'
import { amountOf, type Balance, type Compared, comparedWords, printedAmount, unitOfCompared } from './balance-words.ts'

/** Months as pairs of bars from a middle: outbound to the left, return to the right, on one scale. */
export function BalanceMonths({ balance: { months }, what }: { balance: Balance; what: Compared }) {
  const t = useWords()
  const { locale } = useLocale()
  const ran = months.filter((month) => month.outbound.trains + month.return.trains > 0)
  const most = Math.max(
    1,
    ...ran.flatMap((month) => [amountOf(month.outbound, what) ?? 0, amountOf(month.return, what) ?? 0]),
  )
  return (
    <figure
      className="balance-months"
      aria-label={t(
        { zh: '各月去程与回程：{what}', en: 'Both ways by month: {what}' },
        { what: t(comparedWords[what]) },
      )}
    >
      <div className="balance-heads" aria-hidden>
        <span data-way="outbound">
          <T zh="去程" en="Outbound" /> <small>{t(unitOfCompared[what])}</small>
        </span>
        <span />
        <span data-way="return">
          <T zh="回程" en="Return" /> <small>{t(unitOfCompared[what])}</small>
        </span>
      </div>
      <ol>
        {ran.map(({ month, ...ways }) => (
          <li key={month}>
            {(['outbound', 'return'] as const).map((way) => (
              <span key={way} className="balance-way" data-way={way}>
                <b>
                  <span className="for-readers">
                    {way === 'outbound' ? t({ zh: '去程', en: 'out' }) : t({ zh: '回程', en: 'back' })}{' '}
                  </span>
                  {printedAmount(ways[way], what, locale)}
                </b>
                <i aria-hidden style={{ '--share': (amountOf(ways[way], what) ?? 0) / most } as React.CSSProperties} />
              </span>
            ))}
            <span className="balance-month">{monthWords(month, locale)}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

export function monthWords(month: string, locale: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  )
}
