import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { UnitName } from '#web/administration/UnitName.tsx'
import { useMedia } from '#web/appearance.tsx'
import { downloadOf, type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { checkReportShape, checkShape } from '../check-desk/shapes.ts'
import type { CheckReport } from '../checking/report.ts'
import { CheckLegend } from './CheckLegend.tsx'
import { CheckList } from './CheckList.tsx'
import { CheckPaper } from './CheckPaper.tsx'
import { CheckPrinted } from './CheckPrinted.tsx'
import { CheckSheet } from './CheckSheet.tsx'
import { countsOf, type Filter, filtered, type Item, itemsOf, tally } from './check-items.ts'
import { checkSentence } from './check-words.ts'
import { bringIntoSight, neighbour, useCheckHands, useSteady } from './use-check-hands.ts'
import { useNames } from './use-names.ts'
import './check.css'

type RecordShown = Reply<typeof checkShape>

/** A check as it was signed off: read only, prints as it stands. */
export default function CheckRecordPage() {
  const t = useWords()
  const id = Number(useParams()['id'])
  const { data, error, refetch } = useEndpoint(checkShape, { params: { id } })
  const trail = [{ title: t({ zh: '核对文稿', en: 'Check a draft' }), to: '/check' }]
  if (data) return <Recorded record={data} trail={trail} />
  return (
    <Page title={t({ zh: '核对记录', en: 'Record of a check' })} trail={trail}>
      {error ? <ErrorState problem={error} onRetry={() => refetch()} /> : <Loading lines={16} />}
    </Page>
  )
}

function Recorded({ record, trail }: { record: RecordShown; trail: { title: string; to: string }[] }) {
  const t = useWords()
  const report = record.report as CheckReport
  const items = useMemo(() => itemsOf(report), [report])
  const counts = useMemo(() => countsOf(items), [items])
  return (
    <Page
      title={t({ zh: '核对记录 {id}', en: 'Check {id}' }, { id: record.id })}
      trail={trail}
      sentence={t(checkSentence(counts), tally(counts))}
      help="clerk/check"
      wide
      deeds={<Downloads record={record} />}
    >
      <Stamp record={record} />
      <Reading report={report} items={items} />
    </Page>
  )
}

function Downloads({ record: { id, hasFile } }: { record: RecordShown }) {
  const formats = ['docx', 'json', ...(hasFile ? (['original'] as const) : [])] as const
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          autoInsertSpace={false}
          type={format === 'docx' ? 'primary' : 'default'}
          href={downloadOf(checkReportShape, { params: { id }, query: { format } })}
          download
        >
          {format === 'docx' && <T zh="Word 报告" en="Word report" />}
          {format === 'json' && 'JSON'}
          {format === 'original' && <T zh="原文件" en="Original file" />}
        </Button>
      ))}
      <Button autoInsertSpace={false} onClick={() => window.print()}>
        <T zh="打印" en="Print" />
      </Button>
    </>
  )
}

/** Who signed what off and when, and the checksum by which it is known. */
function Stamp({ record }: { record: RecordShown }) {
  const stored = useStored()
  const { locale } = useLocale()
  const { name, period, area, asOf, recordedAt, recordedBy, textSha256 } = record
  return (
    <div className="check-stamp">
      {name !== '' && <strong lang="zh-CN">{name}</strong>}
      <span>
        <T zh="签存：" en="Signed off " />
        <When at={recordedAt} time /> {stored(recordedBy)}
      </span>
      <span>
        <T zh="对照：" en="Held against " />
        <UnitName code={area} /> · {printPeriod(parsePeriod(period), locale)}
        {asOf && (
          <>
            {' · '}
            <When at={asOf} time />
          </>
        )}
      </span>
      <span title={textSha256}>
        <T zh="文字校验值 " en="Text SHA-256 " />
        <code>{textSha256.slice(0, 16)}</code>
      </span>
    </div>
  )
}

function Reading({ report, items }: { report: CheckReport; items: readonly Item[] }) {
  const t = useWords()
  const root = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<Filter>('open')
  const [chosen, setChosen] = useState<Item | null>(null)
  const narrow = useMedia('(max-width: 1100px)')
  const nameOf = useNames()
  const listed = useMemo(() => filtered(items, filter), [items, filter])
  const counts = useMemo(() => countsOf(items), [items])
  const point = (item: Item | null) => {
    setChosen(item)
    if (!item) return
    if (!listed.includes(item)) setFilter('all')
    requestAnimationFrame(() => bringIntoSight(item))
  }
  const pointAt = useSteady((mark: number) => point(items[mark] ?? null))
  useCheckHands(root, { items: listed, marks: items, chosen, point, enter: () => undefined, undo: () => undefined })
  const deeds = { statements: report.statements, area: report.area }
  return (
    <div ref={root} className="check-desk">
      <CheckPaper report={report} items={items} label={report.name || t({ zh: '文稿', en: 'Draft' })} />
      <aside className="check-side" data-scrolls aria-label={t({ zh: '核对结果', en: 'Findings' })}>
        <CheckLegend counts={counts} filter={filter} onFilter={setFilter} />
        {!narrow && (
          <CheckList
            {...{ items: listed, all: items.length, chosen, filter, nameOf, deeds }}
            onFilter={setFilter}
            onPoint={pointAt}
          />
        )}
      </aside>
      <CheckPrinted items={filtered(items, 'open')} nameOf={nameOf} />
      {narrow && (
        <CheckSheet
          {...{ chosen, items: listed, nameOf, deeds }}
          onStep={(step) => point(neighbour(listed, chosen, step))}
          onClose={() => point(null)}
        />
      )}
    </div>
  )
}
