import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { type Reply, useEndpoint, useSend } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Part } from '#web/kit/Page.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { aliasesShape, checksShape, withdrawAliasShape } from '../check-desk/shapes.ts'
import { tally } from './check-items.ts'
import { useCatalogue } from './use-names.ts'
import './check-start.css'

type Row = Reply<typeof checksShape>['checks'][number]
type Alias = Reply<typeof aliasesShape>['aliases'][number]

/** Below the empty desk: checks that were signed off, and the words that people bound to indicators. */
export function CheckRecords({ area }: { area: string | undefined }) {
  const t = useWords()
  const steering = useTableAddress({ size: 10 })
  const { page, size } = steering
  const list = useEndpoint(checksShape, { query: { page, size } }, { placeholderData: keepPreviousData })
  const aliases = useEndpoint(aliasesShape, { query: { area } })
  return (
    <>
      <Part
        title={t({ zh: '签存的核对', en: 'Checks signed off' })}
        note={t({
          zh: '文字、报告、时间和人，签存后不再改变。',
          en: 'Text, report, time and person never change afterwards.',
        })}
      >
        <DataTable
          caption={{ zh: '签存的核对', en: 'Checks signed off' }}
          columns={columns}
          rows={list.data?.checks}
          total={list.data?.total}
          rowKey={({ id }) => String(id)}
          hrefOf={({ id }) => `/checks/${id}`}
          steering={steering}
          problem={list.error}
          onRetry={() => list.refetch()}
          waiting={list.isPlaceholderData}
          empty={
            <Empty title={<T zh="还没有签存过核对" en="No check has been signed off" />}>
              <T
                zh="核对完一份文稿后按“签存”，它就列在这里，供审签时查看。"
                en="Press Sign off after checking a draft, and it stands here for those who review it."
              />
            </Empty>
          }
        />
      </Part>
      {aliases.data && aliases.data.aliases.length > 0 && <Aliases aliases={aliases.data.aliases} />}
    </>
  )
}

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: { zh: '文稿', en: 'Draft' },
    draw: ({ id, name }) => <DraftName id={id} name={name} />,
    phone: 'head',
  },
  { key: 'period', title: { zh: '时期', en: 'Period' }, draw: ({ period }) => <PeriodWords period={period} /> },
  { key: 'all', title: { zh: '数字', en: 'Figures' }, number: true, draw: ({ counts }) => tally(counts).all },
  {
    key: 'not',
    title: { zh: '没有核对', en: 'Not checked' },
    number: true,
    draw: ({ counts }) => tally(counts).unchecked,
  },
  { key: 'wrong', title: { zh: '有问题', en: 'In question' }, number: true, draw: ({ counts }) => tally(counts).wrong },
  {
    key: 'recorded',
    title: { zh: '签存', en: 'Signed off' },
    draw: ({ recordedAt, recordedBy }) => <ByWhom at={recordedAt} by={recordedBy} />,
  },
]

function DraftName({ id, name }: { id: number; name: string }) {
  if (name !== '') return <span lang="zh-CN">{name}</span>
  return <T zh="粘贴的文稿 {id}" en="Pasted draft {id}" id={id} />
}

function PeriodWords({ period }: { period: string }) {
  return printPeriod(parsePeriod(period), useLocale().locale)
}

function ByWhom({ at, by }: { at: string; by: string }) {
  const stored = useStored()
  return (
    <>
      <When at={at} time /> {stored(by)}
    </>
  )
}

function Aliases({ aliases }: { aliases: readonly Alias[] }) {
  const t = useWords()
  const say = useSay()
  const catalogue = useCatalogue()
  const stored = useStored()
  const withdraw = useSend(withdrawAliasShape, { onDone: () => say(t({ zh: '已撤回', en: 'Withdrawn' })) })
  return (
    <Part
      title={t({ zh: '选定的对应', en: 'Words bound to indicators' })}
      note={t({
        zh: '核对时照此认指标；撤回后，签存过的核对不变。',
        en: 'Checks read them so. Withdrawing one leaves signed-off checks as they are.',
      })}
    >
      <ul className="check-aliases">
        {aliases.map(({ id, phrase, indicator, chosenAt, chosenBy, mine }) => {
          const entry = catalogue.get(indicator)
          return (
            <li key={id}>
              <span>
                <q lang="zh-CN">{phrase.replace('·', ' ')}</q> → {entry ? t(entry.name) : indicator}
              </span>
              <small>
                <When at={chosenAt} time /> {stored(chosenBy)}
              </small>
              {mine && (
                <Button
                  size="small"
                  autoInsertSpace={false}
                  disabled={withdraw.isPending}
                  onClick={() => withdraw.mutate({ params: { id } })}
                >
                  <T zh="撤回" en="Withdraw" />
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
