import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { BatchShown } from '../import-shapes.ts'
import { listBatches } from '../import-shapes.ts'
import { listLedgers } from '../shapes.ts'
import { BatchState } from './BatchState.tsx'
import { type UnitNames, useUnits } from './unit-names.ts'
import { grouped } from './values.ts'
import { originWords, whoEntered } from './words.ts'
import './ledgers.css'

/** Every import there was: who brought which file when, and what became of its rows. */
export default function BatchesPage() {
  const t = useWords()
  const steering = useTableAddress({ size: 50 })
  const ledgers = useEndpoint(listLedgers)
  const { filters, page, size } = steering
  const query = {
    page,
    size,
    ledger: filters['ledger'],
    state: stateOf(filters['state']),
    origin: originOf(filters['origin']),
  }
  const list = useEndpoint(listBatches, { query }, { placeholderData: keepPreviousData })
  const { names } = useUnits()
  const choices = ledgers.data?.ledgers.map((ledger) => ({ value: ledger.ledger, words: ledger.words })) ?? []
  return (
    <Page
      title={t({ zh: '批次', en: 'Batches' })}
      sentence={list.data && <BatchesSentence total={list.data.total} last={list.data.batches[0]} filters={filters} />}
      help="clerk/batches"
    >
      <DataTable<BatchShown>
        caption={{ zh: '批次', en: 'Batches' }}
        columns={columns(choices, names)}
        rows={list.data?.batches}
        total={list.data?.total}
        rowKey={(row) => String(row.id)}
        hrefOf={(row) => `/batches/${row.id}`}
        steering={steering}
        problem={list.error}
        onRetry={() => list.refetch()}
        waiting={list.isPlaceholderData}
        empty={
          <Empty
            title={t({ zh: '还没有批次', en: 'No batches yet' })}
            deed={
              <Link to="/ledgers">
                <T zh="选一本台账导入" en="Choose a ledger to import into" />
              </Link>
            }
          >
            <T
              zh="每次导入、登记或更正都是一个批次：谁、何时、哪个文件、改动了哪些行；导错了可以整批撤回。"
              en="Each import, entry or correction is a batch: who, when, which file, which rows changed; a wrong one can be withdrawn whole."
            />
          </Empty>
        }
      />
    </Page>
  )
}

/** What an address says of a filter is taken only when it is one of its choices. */
const stateOf = (said: string | undefined): 'standing' | 'withdrawn' | undefined =>
  said === 'standing' || said === 'withdrawn' ? said : undefined
const originOf = (said: string | undefined): BatchShown['origin'] | undefined =>
  said === 'file' || said === 'page' || said === 'zone' || said === 'door' ? said : undefined

interface BatchesSentenceProps {
  total: number
  last: BatchShown | undefined
  filters: Record<string, string>
}

function BatchesSentence({ total, last, filters }: BatchesSentenceProps) {
  const t = useWords()
  const { locale } = useLocale()
  if (Object.keys(filters).length > 0)
    return t({ zh: '有 {total} 个批次符合条件。', en: '{total} batches match.' }, { total: grouped(total) })
  if (!last) return t({ zh: '还没有批次。', en: 'There are no batches yet.' })
  return t(
    {
      zh: '共 {total} 个批次；最近一个是{who}给{ledger}记入的 {rows} 行。',
      en: '{total} batches; rows of the last, which {who} entered into {ledger}: {rows}.',
    },
    {
      total: grouped(total),
      who: whoEntered(last)[locale],
      ledger: last.ledgerWords[locale],
      rows: grouped(last.rows),
    },
  )
}

type Choices = readonly { value: string; words: Words }[]

function columns(ledgers: Choices, units: UnitNames): Column<BatchShown>[] {
  const origins = Object.entries(originWords).map(([value, words]) => ({ value, words }))
  const count = (key: 'accepted' | 'corrected' | 'rejected', title: Words): Column<BatchShown> => ({
    key,
    title,
    number: true,
    draw: (row) => (row[key] === 0 ? <span className="missing">0</span> : grouped(row[key])),
  })
  return [
    {
      key: 'id',
      title: { zh: '批次', en: 'Batch' },
      phone: 'head',
      draw: (row) => (
        <span className="ledger-name">
          <strong>{row.id}</strong> · {row.origin === 'page' ? <T {...originWords.page} /> : row.fileName}
        </span>
      ),
    },
    { key: 'ledger', title: { zh: '台账', en: 'Ledger' }, filter: ledgers, draw: (row) => <T {...row.ledgerWords} /> },
    {
      key: 'origin',
      title: { zh: '方式', en: 'How' },
      filter: origins,
      phone: 'none',
      draw: (row) => <T {...originWords[row.origin]} />,
    },
    {
      key: 'unit',
      title: { zh: '单位', en: 'Unit' },
      phone: 'none',
      draw: (row) => <T {...(units.get(row.unit) ?? { zh: row.unit, en: row.unit })} />,
    },
    {
      key: 'when',
      title: { zh: '何人何时', en: 'By whom, when' },
      draw: (row) => (
        <span className="ledger-last">
          <T {...whoEntered(row)} />
          <small>
            <When at={row.enteredAt} />
          </small>
        </span>
      ),
    },
    count('accepted', { zh: '新增', en: 'Added' }),
    count('corrected', { zh: '更正', en: 'Corrected' }),
    count('rejected', { zh: '退回', en: 'Sent back' }),
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      filter: [
        { value: 'standing', words: { zh: '有效', en: 'Standing' } },
        { value: 'withdrawn', words: { zh: '已撤回', en: 'Withdrawn' } },
      ],
      draw: (row) => <BatchState withdrawn={row.withdrawn !== null} />,
    },
  ]
}
