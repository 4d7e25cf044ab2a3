import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type DraftRowShown, draftsShape } from '../sign-off/shapes.ts'
import { stageMarks } from './stage-marks.ts'

/** Drafts that people are working on, the one last worked on first; nothing where there are none. */
export function DraftsInHand() {
  const { data } = useEndpoint(draftsShape)
  if (!data || data.drafts.length === 0) return null
  return (
    <Part title={<T zh="在办草稿" en="Drafts in hand" />}>
      <DataTable
        caption={{ zh: '在办的通报草稿', en: 'Drafts of bulletins in hand' }}
        columns={columns}
        rows={data.drafts}
        rowKey={({ id }) => String(id)}
        hrefOf={({ id }) => `/drafts/${id}`}
      />
    </Part>
  )
}

const columns: readonly Column<DraftRowShown>[] = [
  { key: 'name', title: { zh: '通报', en: 'Bulletin' }, draw: ({ name }) => <Name words={name} />, phone: 'head' },
  { key: 'period', title: { zh: '时期', en: 'Period' }, draw: ({ period }) => <PeriodWords period={period} /> },
  { key: 'stage', title: { zh: '进展', en: 'Stage' }, draw: ({ stage }) => <StateMark {...stageMarks[stage]} /> },
  { key: 'last', title: { zh: '最近办理', en: 'Last step' }, draw: (row) => <Last row={row} /> },
]

function Name({ words }: { words: DraftRowShown['name'] }) {
  return useWords()(words)
}

function PeriodWords({ period }: { period: string }) {
  return printPeriod(parsePeriod(period), useLocale().locale)
}

function Last({ row: { at, by } }: { row: DraftRowShown }) {
  const stored = useStored()
  return (
    <>
      <When at={at} time /> {stored(by)}
    </>
  )
}
