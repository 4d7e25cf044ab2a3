import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useLocale } from '#web/locale.tsx'
import { dayWords } from './board-words.ts'
import type { Enterprise } from './free-trade-words.ts'

/** The capital as registered, how it was converted, and every change since. */
export function EnterpriseCapital({ enterprise }: { enterprise: Enterprise }) {
  const { locale } = useLocale()
  const { capital, capitalNow, capitalChanges, currency, originalCapital, rate, registeredOn } = enterprise
  const day = (text: string) => dayWords(text, locale, { year: true })
  return (
    <table className="enterprise-sums">
      <tbody>
        <tr>
          <th scope="row">
            <T zh="{day} 登记" en="registered on {day}" day={day(registeredOn)} />
            {originalCapital !== null && rate !== null && (
              <small>
                <T
                  zh="{amount} 万{currency} × {rate} 元"
                  en="{amount} × 10,000 {currency} × {rate} yuan"
                  amount={originalCapital}
                  currency={currency}
                  rate={rate}
                />
              </small>
            )}
          </th>
          <td data-number>
            <Quantity value={capital} unit="万元" />
          </td>
        </tr>
        {capitalChanges.map(({ changedOn, amount, note }) => (
          <tr key={changedOn}>
            <th scope="row">
              <T zh="{day} 变动" en="changed on {day}" day={day(changedOn)} />
              {note && <small>{note}</small>}
            </th>
            <td data-number>
              {amount.startsWith('-') ? '' : '+'}
              <Quantity value={amount} unit="万元" />
            </td>
          </tr>
        ))}
      </tbody>
      {capitalChanges.length > 0 && (
        <tfoot>
          <tr>
            <th scope="row">
              <T zh="现在" en="now" />
            </th>
            <td data-number>
              <Quantity value={capitalNow} unit="万元" />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
