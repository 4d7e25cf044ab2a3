import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { Quantity } from '#web/kit/Quantity.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { PeriodRow } from './figure-series.ts'
import { OpenChange } from './OpenChange.tsx'

/** Every period with its value, its change, and since when this has been the value shown. */
export function OpenPeriods({ rows, name }: { rows: readonly PeriodRow[]; name: string }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <div className="open-table">
      <table>
        <caption className="for-readers">{t({ zh: '{name}各期数据', en: '{name} by period' }, { name })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <T zh="时期" en="Period" />
            </th>
            <th scope="col" data-align="right">
              <T zh="数值" en="Value" />
            </th>
            <th scope="col" data-align="right">
              <T zh="同比" en="On the year" />
            </th>
            <th scope="col" className="open-since">
              <T zh="公开自" en="Shown since" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, covers, level, growth }) => (
            <tr key={period}>
              <th scope="row">
                {printPeriod(parsePeriod(covers), locale)}
                {(level ?? growth)?.status === 'provisional' && (
                  <small>
                    {' '}
                    <T zh="○ 初步数" en="○ provisional" />
                  </small>
                )}
              </th>
              <td data-align="right">
                <Quantity value={level?.value} unit={level?.unit ?? ''} />
              </td>
              <td data-align="right">
                <OpenChange value={growth?.value ?? null} unit={growth?.unit ?? '%'} short />
              </td>
              <td className="open-since">{printWhen((level ?? growth)?.since ?? '', locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
