import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { downloadOf, type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { comparisonFileShape, comparisonShape } from '../comparison/shapes.ts'
import { bulletinsShape } from '../shapes.ts'
import { ComparePicks } from './ComparePicks.tsx'
import { CompareSentence } from './CompareSentence.tsx'
import { CompareTables } from './CompareTables.tsx'
import './bulletins.css'
import './compare.css'

type Bulletin = Reply<typeof bulletinsShape>['bulletins'][number]

/** Two issues of one bulletin side by side: which figures moved, by how much, because of which records. Both stand in the address. */
export default function ComparePage() {
  const t = useWords()
  const { locale } = useLocale()
  const list = useEndpoint(bulletinsShape, { query: { size: 100 } })
  const { from, to, choose } = useTwo(list.data?.bulletins ?? [])
  const query = { from: from?.id ?? 0, to: to?.id ?? 0, language: locale }
  const compared = useEndpoint(comparisonShape, { query }, { enabled: Boolean(from && to) })
  return (
    <Page
      title={t({ zh: '两期对比', en: 'Two issues compared' })}
      trail={[{ title: t({ zh: '通报', en: 'Bulletins' }), to: '/bulletins' }]}
      sentence={compared.data && <CompareSentence comparison={compared.data} />}
      help="leader/compare"
      wide
      deeds={
        compared.data && (
          <Button autoInsertSpace={false} href={downloadOf(comparisonFileShape, { query })} download>
            <T zh="导出 CSV" en="Export CSV" />
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={() => list.refetch()} />}
      {list.data && to && <ComparePicks bulletins={list.data.bulletins} from={from} to={to} onChoose={choose} />}
      {list.data && !(from && to) && <NothingToCompare />}
      {compared.error && <ErrorState problem={compared.error} onRetry={() => compared.refetch()} />}
      {compared.data && <CompareTables comparison={compared.data} />}
      {(list.isPending || (from && to && compared.isPending)) && <Loading lines={12} />}
    </Page>
  )
}

function NothingToCompare() {
  return (
    <Empty title={<T zh="还没有可以对比的另一期" en="There is no other issue to compare with" />}>
      <T
        zh="同一模板印发过两期，或同一期撤回后重新印发过，就可以在这里逐个数字对比。"
        en="When a template has been issued twice, for two periods or anew after a withdrawal, its figures are compared here."
      />
    </Empty>
  )
}

/** The two of the address; one that is not named is the neighbour of the other, the older one first. */
function useTwo(bulletins: readonly Bulletin[]) {
  const [search, setSearch] = useSearchParams()
  const named = (side: 'from' | 'to') => bulletins.find(({ id }) => String(id) === search.get(side))
  const [asked, wanted] = [named('from'), named('to')]
  const other = (one: Bulletin | undefined) => (one ? nearestOf(bulletins, one) : undefined)
  const to = wanted ?? other(asked) ?? bulletins.find((one) => nearestOf(bulletins, one)) ?? bulletins[0]
  const from = asked && asked.id !== to?.id ? asked : other(to)
  const choose = (two: { from: number; to: number }) =>
    setSearch({ from: String(two.from), to: String(two.to) }, { replace: true })
  return { from, to, choose }
}

/** The issue before it in the list of one template and unit, else the one after. */
function nearestOf(bulletins: readonly Bulletin[], one: Bulletin): Bulletin | undefined {
  const alike = bulletins.filter(({ template, area }) => template === one.template && area === one.area)
  const place = alike.findIndex(({ id }) => id === one.id)
  return alike[place + 1] ?? alike[place - 1]
}
