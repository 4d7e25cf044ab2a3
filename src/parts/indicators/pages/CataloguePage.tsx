import { Input } from 'antd'
import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { catalogueShape, latestShape } from '../shapes.ts'
import { CatalogueTable } from './CatalogueTable.tsx'
import { found } from './catalogue-search.ts'
import './catalogue.css'

/** Every indicator by section with its latest figure: the zone's dictionary, found by name, other name or code. */
export default function CataloguePage() {
  const t = useWords()
  const { locale } = useLocale()
  const [search, setSearch] = useSearchParams()
  const sought = search.get('q') ?? ''
  const catalogue = useEndpoint(catalogueShape)
  const latest = useEndpoint(latestShape)
  const all = catalogue.data?.indicators
  const shown = all && found(all, sought)
  const seek = (q: string) => setSearch(q ? { q } : {}, { replace: true, preventScrollReset: true })
  return (
    <Page
      title={t({ zh: '指标', en: 'Indicators' })}
      sentence={
        all &&
        latest.data &&
        t(
          {
            zh: '共 {count} 个指标，{known} 个已有今年的数据，截至{on}。',
            en: '{count} indicators, {known} with a figure of this year, up to {on}.',
          },
          {
            count: all.length,
            known: latest.data.facts.filter(({ value, change }) => value !== null || change.value !== null).length,
            on: printWhen(latest.data.on, locale),
          },
        )
      }
      deeds={
        <Input
          type="search"
          className="catalogue-search"
          value={sought}
          placeholder={t({ zh: '名称、别名或代码', en: 'Name, other name or code' })}
          aria-label={t({ zh: '查找指标', en: 'Find an indicator' })}
          onChange={(event) => seek(event.target.value)}
        />
      }
      help="leader/figures"
    >
      {catalogue.error && <ErrorState problem={catalogue.error} onRetry={() => catalogue.refetch()} />}
      {!all && !catalogue.error && <Loading lines={14} />}
      {all?.length === 0 && <NoIndicators />}
      {all && all.length > 0 && shown?.length === 0 && <NothingFound sought={sought} />}
      {shown && shown.length > 0 && (
        <CatalogueTable
          sections={catalogue.data?.sections ?? []}
          indicators={shown}
          facts={latest.data?.facts ?? []}
          waiting={latest.isPending}
        />
      )}
      {latest.error && <ErrorState problem={latest.error} onRetry={() => latest.refetch()} />}
    </Page>
  )
}

function NothingFound({ sought }: { sought: string }) {
  return (
    <Empty title={<T zh="没有找到“{sought}”" en='Nothing found for "{sought}"' sought={sought} />}>
      <T zh="换一个名称、别名或代码再试。" en="Try another name or a code." />
    </Empty>
  )
}

function NoIndicators() {
  return (
    <Empty title={<T zh="还没有指标" en="No indicators yet" />}>
      <T
        zh="指标在数据包的 indicators 文件中声明，加载后出现在这里。"
        en="Indicators are declared in the indicators files of a zone package; once loaded they stand here."
      />
    </Empty>
  )
}
