import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { call, type Problem, type Reply } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { rowPage } from '#web/row-page.ts'
import { lineageRowsShape, type Source } from '../shapes.ts'
import type { Asked } from './addresses.ts'
import { conditionWords } from './lineage-steps.ts'
import { unitWords } from './unit-words.ts'

type RowsPage = Reply<typeof lineageRowsShape>
type Row = RowsPage['rows'][number]

interface RowsBehindProps {
  code: string
  asked: Asked & { period: string }
  sources: readonly Source[]
  /** which of the figure's sources is shown */
  input: number
  onInput: (input: number) => void
}

const SIZE = 25

/** The raw rows behind one source of the figure with what each of them counts for; further pages join below. */
export function RowsBehind({ code, asked, sources, input, onInput }: RowsBehindProps) {
  const t = useWords()
  const { locale } = useLocale()
  const source = sources.find((one) => one.input === input) ?? sources[0]
  const { period, area, asOf } = asked
  const pages = useInfiniteQuery<RowsPage, Problem, RowsPage[], unknown[], number | undefined>({
    queryKey: [lineageRowsShape.path, code, { period, area, asOf, input: source?.input }],
    initialPageParam: undefined,
    queryFn: ({ pageParam }) =>
      call(lineageRowsShape, {
        params: { code },
        query: { period, area, asOf, input: source?.input ?? 0, after: pageParam, size: SIZE },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages: read }) => read,
    enabled: source !== undefined,
  })
  if (!source) return null
  const rows = pages.data?.flatMap((page) => page.rows)
  const total = pages.data?.[0]?.total ?? source.rows
  return (
    <Part
      title={t({ zh: '原始记录', en: 'Raw records' })}
      note={t({ zh: '共 {total} 行', en: '{total} rows' }, { total })}
      deeds={sources.length > 1 && <SourceChoice sources={sources} input={source.input} onInput={onInput} />}
    >
      <DataTable
        caption={{ zh: `${source.words.zh}的原始记录`, en: `Records of ${source.words.en}` }}
        columns={columnsOf(source, locale)}
        rows={rows}
        total={total}
        rowKey={(row) => row['$row'] ?? ''}
        {...(source.page === null ? {} : { hrefOf: (row: Row) => rowPage(source.page, row) ?? '' })}
        problem={pages.error}
        onRetry={() => pages.refetch()}
      />
      {rows && pages.hasNextPage && (
        <p className="rows-more">
          <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            <T zh="再看 {size} 行" en="{size} more rows" size={Math.min(SIZE, total - rows.length)} />
          </Button>
          <small>
            <T zh="已显示 {shown} / {total}" en="{shown} of {total} shown" shown={rows.length} total={total} />
          </small>
        </p>
      )}
    </Part>
  )
}

function SourceChoice({ sources, input, onInput }: Pick<RowsBehindProps, 'sources' | 'input' | 'onInput'>) {
  const t = useWords()
  const { locale } = useLocale()
  const name = (source: Source) => [t(source.words), ...conditionWords(source, locale)].join(' · ')
  return (
    <Segmented<number>
      value={input}
      onChange={onInput}
      aria-label={t({ zh: '哪个来源', en: 'Which source' })}
      options={sources.map((source) => ({ value: source.input, label: name(source) }))}
    />
  )
}

/** The ledger's own columns, and at the right what the row counts for in the figure. */
function columnsOf(source: Source, locale: 'zh' | 'en'): Column<Row>[] {
  const own = source.columns.map(({ name, words, unit, choices }, index): Column<Row> => {
    const number = unit !== null
    return {
      key: name,
      title: words,
      ...(number ? { number, unit: unitWords(unit) } : {}),
      phone: index === 0 ? 'head' : 'line',
      draw: (row) => {
        const value = row[name] ?? null
        if (value === null) return <span className="missing">—</span>
        return choices?.[value]?.[locale] ?? (number ? <Quantity value={value} unit="" /> : value)
      },
    }
  })
  const counted: Column<Row> = {
    key: '$contribution',
    title: { zh: '计入', en: 'Counts for' },
    number: true,
    unit: unitWords(source.unit),
    draw: (row) => (
      <strong>
        <Quantity value={row['$contribution']} unit="" />
      </strong>
    ),
  }
  return [...own, counted]
}
