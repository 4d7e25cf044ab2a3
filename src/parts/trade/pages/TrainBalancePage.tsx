import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import { balanceShape } from '../trains/balance-shapes.ts'
import { BalanceMonths } from './BalanceMonths.tsx'
import { BalanceTables } from './BalanceTables.tsx'
import { type Balance, type Compared, compared, comparedWords } from './balance-words.ts'
import { TrainDoors } from './TrainDoors.tsx'
import { TrainPace } from './TrainPace.tsx'
import './balance-page.css'
import './train-history.css'

/** Both ways month by month, what was empty, what the plan was worth, and how far it is to the year's target. */
export default function TrainBalancePage() {
  const t = useWords()
  const may = useMay()
  const today = useSession().data?.today ?? ''
  const [search, setSearch] = useSearchParams()
  const asked = search.get('year') ?? today.slice(0, 4)
  const year = /^(19|20|21)\d{2}$/.test(asked) ? asked : today.slice(0, 4)
  const what = compared.find((one) => one === search.get('what')) ?? 'trains'
  const steer = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set(name, value)
      return next
    })
  const { data, error, refetch } = useEndpoint(
    balanceShape,
    { query: { year } },
    { placeholderData: (before) => before, enabled: year !== '' },
  )
  return (
    <Page
      title={t({ zh: '去回程与进度', en: 'Balance and pace' })}
      trail={[{ title: t({ zh: '班列', en: 'Trains' }), to: '/opening/trains' }]}
      sentence={data && data.months.length > 0 && <BalanceSentence balance={data} />}
      deeds={<TrainDoors here="balance" />}
      help="leader/train-balance"
    >
      <div className="balance-bar">
        {year && <PeriodPicker value={year} kinds={['year']} onChange={(next) => steer('year', next)} />}
      </div>
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && data.months.length === 0 && (
        <Empty title={t({ zh: '这一年没有班列', en: 'No trains in this year' })}>
          <T zh="请换一年，或先导入开行登记。" en="Choose another year, or import the register first." />
        </Empty>
      )}
      {data && data.months.length > 0 && (
        <>
          {may('indicators/read') && <TrainPace year={Number(year)} />}
          <Part
            title={t({ zh: '各月去程与回程', en: 'Both ways by month' })}
            note={t({ zh: '只计中欧班列', en: 'China–Europe trains only' })}
            deeds={<Choices what={what} onChoose={(next) => steer('what', next)} />}
          >
            <BalanceMonths balance={data} what={what} />
          </Part>
          <BalanceTables balance={data} />
        </>
      )}
    </Page>
  )
}

function BalanceSentence({ balance: { months, year } }: { balance: Balance }) {
  const t = useWords()
  const sum = (pick: (month: Balance['months'][number]) => number) =>
    months.reduce((total, month) => total + pick(month), 0)
  const outbound = sum((month) => month.outbound.trains)
  const back = sum((month) => month.return.trains)
  const onDay = sum(({ plans }) => plans.onDay)
  const due = sum(({ plans }) => plans.onDay + plans.late + plans.cancelled)
  const per = outbound === 0 ? null : ((back / outbound) * 100).toFixed(0)
  return (
    <>
      {t(
        { zh: '{year} 年去程 {outbound} 列、回程 {back} 列', en: '{year}: {outbound} trains out and {back} back' },
        { year, outbound, back },
      )}
      {per !== null && t({ zh: '，每 100 列去程有 {per} 列回程', en: ', {per} back for every 100 out' }, { per })}
      {due > 0
        ? t(
            { zh: '；计划 {due} 列，正点 {share}%。', en: '; of {due} planned, {share}% left on their day.' },
            { due, share: ((onDay / due) * 100).toFixed(1) },
          )
        : t({ zh: '。', en: '.' })}
    </>
  )
}

function Choices({ what, onChoose }: { what: Compared; onChoose: (what: Compared) => void }) {
  const t = useWords()
  return (
    <fieldset className="train-choices" aria-label={t({ zh: '看什么', en: 'What is drawn' })}>
      {compared.map((one) => (
        <button key={one} type="button" aria-pressed={one === what} onClick={() => onChoose(one)}>
          {t(comparedWords[one])}
        </button>
      ))}
    </fieldset>
  )
}
