import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import { parcelOverview, reconcileParcels } from '../parcels/parcel-shapes.ts'
import { ParcelConflicts } from './ParcelConflicts.tsx'
import { ParcelDoor } from './ParcelDoor.tsx'
import { ParcelMonths } from './ParcelMonths.tsx'
import { ParcelReconciliation } from './ParcelReconciliation.tsx'
import { grouped } from './parcel-words.ts'
import './parcels.css'

const everyFiveSeconds = 5000

/** Single parcels: the year by month and direction, the last days, what programs send now, and whether it all agrees with the daily manifests. */
export default function ParcelsPage() {
  const t = useWords()
  const may = useMay()
  const { data: session } = useSession()
  const on = session?.today ?? ''
  const overview = useEndpoint(
    parcelOverview,
    { query: { on } },
    { enabled: on !== '', refetchInterval: everyFiveSeconds },
  )
  return (
    <Page
      title={t({ zh: '跨境包裹', en: 'Parcels' })}
      help="clerk/parcels"
      {...(overview.data?.kept ? { sentence: <ParcelSentence overview={overview.data} /> } : {})}
      deeds={
        <>
          <Link to="/ledgers/trade/parcels">
            <T zh="逐票台账" en="All parcels" />
          </Link>
          {may('ledgers/import') && (
            <Link to="/ledgers/trade/parcels/import">
              <T zh="导入文件" en="Import a file" />
            </Link>
          )}
        </>
      }
      wide
    >
      {overview.error && <ErrorState problem={overview.error} onRetry={() => overview.refetch()} />}
      {!overview.error && !overview.data && <Loading lines={12} />}
      {overview.data && (
        <div className="parcels">
          {overview.data.kept ? <ParcelMonths overview={overview.data} /> : <NoParcels />}
          {overview.data.kept && <ParcelReconciliation />}
          <ParcelConflicts />
          <ParcelDoor door={overview.data.door} />
        </div>
      )}
    </Page>
  )
}

/** How many parcels from when to when, and whether they agree with the manifests. */
function ParcelSentence({ overview: { kept, total } }: { overview: Reply<typeof parcelOverview> }) {
  const t = useWords()
  const { locale } = useLocale()
  const held = useEndpoint(reconcileParcels, { query: { page: 1, size: 1 } })
  const { from = '', to = '' } = kept ?? {}
  const parcels = grouped(total.parcels)
  const [first, last] = [printWhen(from, locale), printWhen(to, locale)]
  const { both = 0, wrong = 0 } = held.data?.days ?? {}
  return (
    <>
      {t(
        {
          zh: '{first}至{last}逐票登记 {parcels} 票',
          en: '{parcels} parcels are kept one by one from {first} to {last}',
        },
        { first, last, parcels },
      )}
      {both > 0 &&
        t(
          wrong === 0
            ? {
                zh: '；与每日汇总都有的 {both} 天全部一致。',
                en: '; all {both} days that the daily manifests keep too agree.',
              }
            : {
                zh: '；与每日汇总都有的 {both} 天里，{wrong} 天对不上。',
                en: '; of the {both} days that the daily manifests keep too, {wrong} do not agree.',
              },
          { both, wrong },
        )}
    </>
  )
}

function NoParcels() {
  const may = useMay()
  return (
    <Empty
      title={<T zh="还没有逐票登记的包裹" en="No parcels are kept one by one yet" />}
      deed={
        may('ledgers/import') && (
          <Link to="/ledgers/trade/parcels/import">
            <T zh="导入海关导出的清单明细" en="Import declarations as customs exports them" />
          </Link>
        )
      }
    >
      <p>
        <T
          zh="一行一票：清单编号、申报时间、方向、监管方式、国家、商品编码、企业、平台、货值、重量、状态。导入之后，这里按月、按日汇总，并与每日清单汇总逐行核对。"
          en="One row a parcel: declaration number, moment, direction, mode, country, HS code, enterprise, platform, value, weight, state. Once imported they are summed here by month and day, and held line by line against the daily manifests."
        />
      </p>
      <p>
        <T
          zh="平台和企业的程序也可以逐票报送，见下面的“实时报送”。"
          en="Programs of platforms and enterprises can send single declarations too: see below."
        />
      </p>
    </Empty>
  )
}
