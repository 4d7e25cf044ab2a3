import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import type { Reply } from '#web/client.ts'
import { Figure } from '#web/kit/Figure.tsx'
import { T, useLocale } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { boardYearShape } from '../trains/board-shapes.ts'
import { dayWords } from './board-words.ts'

/** The year so far, each number a door to its figure; trains of another scope are told apart and never added. */
export function YearSoFar({
  year: { year, day, through, trains, outbound, return: back, value, weight, asia },
}: {
  year: Reply<typeof boardYearShape>
}) {
  const { locale } = useLocale()
  const may = useMay()
  const period = `${year}-01-01/${day}`
  const door = (code: string) =>
    may('indicators/read') ? `/figures/${code}?period=${encodeURIComponent(period)}` : undefined
  const figure = (of: string | null, unit: string, code: string) => (
    <Figure size="text" value={of} unit={unit} to={door(code)} />
  )
  if (through === null || !through.startsWith(String(year)))
    return <T zh="今年还没有班列开行。" en="No train has run this year yet." />
  return (
    <>
      <T
        zh="{year} 年截至 {day}，中欧班列开行 "
        en="In {year} up to {day} "
        year={year}
        day={dayWords(through, locale)}
      />
      {figure(trains, '列', 'trains.count')}
      <T zh="（去程 " en=" ran between China and Europe (" />
      {figure(outbound, '列', 'trains.count.outbound')}
      <T zh="、回程 " en=" out, " />
      {figure(back, '列', 'trains.count.return')}
      <T zh="），货值 " en=" back), with cargo worth " />
      {figure(scaled(value, 8), '亿美元', 'trains.value')}
      <T zh="、货重 " en=" and weighing " />
      {figure(scaled(weight, 4), '万吨', 'trains.weight')}
      {asia !== null && asia !== '0' ? (
        <T
          zh="；另有中亚班列 {asia} 列，不计入其中。"
          en="; besides, {asia} trains ran to and from Central Asia, which are not counted here."
          asia={asia}
        />
      ) : (
        <T zh="。" en="." />
      )}
    </>
  )
}

/** In 亿 or 万, with the one decimal that the source prints. */
function scaled(value: string | null, power: number): string | null {
  return value === null ? null : printDecimal(new Decimal(value).div(new Decimal(10).pow(power)), 1)
}
