import { Figure } from '#web/kit/Figure.tsx'
import { T, useLocale } from '#web/locale.tsx'
import { dayWords } from './board-words.ts'
import { type FreeTrade, inYi } from './free-trade-words.ts'
import type { ZoneFigure, ZoneFigures } from './zone-figures.ts'

/** The zone in one sentence, each figure a door to what it is made of. */
export function FreeTradeSentence({ zone, figures }: { zone: FreeTrade; figures: ZoneFigures }) {
  const { locale } = useLocale()
  const { since } = figures
  return (
    <>
      {since ? (
        <T
          zh="{since}挂牌以来，新入区企业 "
          en="Since it opened on {since}, "
          since={dayWords(since, locale, { year: true })}
        />
      ) : (
        <T zh="入区企业 " en="Registered: " />
      )}
      <Door figure={figures.enterprises} value={String(zone.total.enterprises)} unit="家" />
      <T zh="，注册资本 " en=" have come with a capital of " />
      <Door figure={figures.capital} value={inYi(zone.total.capital)} unit="亿元" />
      {zone.foreign.shareOfEnterprises !== null && (
        <T
          zh="，其中外商和港澳台投资占企业数的 {share}%"
          en="; {share}% of them are foreign-invested"
          share={zone.foreign.shareOfEnterprises}
        />
      )}
      {figures.reforms?.value && (
        <>
          <T zh="；复制改革事项 " en="; " />
          <Door figure={figures.reforms} value={figures.reforms.value} unit="条" />
          <T zh="，上报创新案例 " en=" of reform were copied and " />
          <Door figure={figures.innovations} value={figures.innovations?.value ?? null} unit="个" />
          <T zh="" en=" of innovation reported upward" />
        </>
      )}
      <T zh="。" en="." />
    </>
  )
}

/** The published figure where there is one; else what the register's rows come to. */
function Door({ figure, value, unit }: { figure: ZoneFigure | undefined; value: string | null; unit: string }) {
  if (!figure?.value) return <Figure size="text" value={value} unit={unit} />
  const to = `/figures/${figure.indicator}/lineage?period=${encodeURIComponent(figure.period)}`
  return <Figure size="text" value={figure.value} unit={figure.unit} to={to} />
}
