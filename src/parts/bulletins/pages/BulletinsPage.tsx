import { keepPreviousData } from '@tanstack/react-query'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { bulletinsShape } from '../shapes.ts'
import { Compose } from './Compose.tsx'
import { DraftsInHand } from './DraftsInHand.tsx'
import './bulletins.css'

type Answer = Reply<typeof bulletinsShape>
type Row = Answer['bulletins'][number]

/** Bulletins issued, and a desk where the next one is written. */
export default function BulletinsPage() {
  const t = useWords()
  const may = useMay()
  const steering = useTableAddress({ size: 20 })
  const { page, size } = steering
  const list = useEndpoint(bulletinsShape, { query: { page, size } }, { placeholderData: keepPreviousData })
  return (
    <Page
      title={t({ zh: '通报', en: 'Bulletins' })}
      sentence={list.data && <ListSentence answer={list.data} />}
      help="leader/bulletin"
    >
      <DataTable
        caption={{ zh: '印发的通报', en: 'Bulletins issued' }}
        columns={columns}
        rows={list.data?.bulletins}
        total={list.data?.total}
        rowKey={({ id }) => String(id)}
        hrefOf={({ id }) => `/bulletins/${id}`}
        steering={steering}
        problem={list.error}
        onRetry={() => list.refetch()}
        waiting={list.isPlaceholderData}
        empty={
          <Empty title={<T zh="还没有印发过通报" en="No bulletin has been issued" />}>
            <T
              zh="印发的通报会列在这里，数字固定不变；以后记录有更正，变动和原因写在页边。"
              en="Issued bulletins stand here with their figures frozen; when records are corrected, what changed is told in the margin."
            />
          </Empty>
        }
      />
      <DraftsInHand />
      {may('bulletins/draft') && list.data && list.data.templates.length > 0 && (
        <Part
          title={<T zh="写一份" en="Write one" />}
          note={
            <T
              zh="先试写，看清每个数字；存为草稿后核对、审核、印发。"
              en="Try it and look at every figure; kept as a draft it is checked, reviewed and issued."
            />
          }
        >
          <Compose templates={list.data.templates} />
        </Part>
      )}
    </Page>
  )
}

const stateWords = { issued: { zh: '已印发', en: 'Issued' }, withdrawn: { zh: '已撤回', en: 'Withdrawn' } }

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: { zh: '通报', en: 'Bulletin' },
    draw: ({ title }) => <Title words={title} />,
    phone: 'head',
  },
  { key: 'period', title: { zh: '时期', en: 'Period' }, draw: ({ period }) => <PeriodWords period={period} /> },
  { key: 'figures', title: { zh: '数字', en: 'Figures' }, number: true, draw: ({ figures }) => figures },
  {
    key: 'state',
    title: { zh: '状态', en: 'State' },
    draw: ({ state }) => <StateMark state={state === 'issued' ? 'on' : 'none'} words={stateWords[state]} />,
  },
  {
    key: 'issued',
    title: { zh: '印发', en: 'Issued' },
    draw: ({ issuedAt, issuedBy }) => (
      <>
        <When at={issuedAt} time /> <Stored name={issuedBy} />
      </>
    ),
  },
]

function Stored({ name }: { name: string }) {
  return useStored()(name)
}

function Title({ words }: { words: Row['title'] }) {
  return useWords()(words)
}

function PeriodWords({ period }: { period: string }) {
  return printPeriod(parsePeriod(period), useLocale().locale)
}

function ListSentence({ answer: { total, bulletins } }: { answer: Answer }) {
  const t = useWords()
  const { locale } = useLocale()
  const [latest] = bulletins
  if (!latest) return t({ zh: '还没有印发过通报。', en: 'No bulletin has been issued yet.' })
  const period = printPeriod(parsePeriod(latest.period), locale)
  return t(
    {
      zh: '已印发 {total} 份通报；最近一份是{period}的，含 {figures} 个数字。',
      en: 'Bulletins issued: {total}. The latest is of the {period}, with {figures} figures.',
    },
    { total, period, figures: latest.figures },
  )
}
