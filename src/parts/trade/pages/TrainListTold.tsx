import { Decimal } from 'decimal.js'
import { Link } from 'react-router'
import { printDecimal } from '#kernel/decimal.ts'
import { downloadOf } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { type ListedTrainShown, rejectedOfList, type TrainListShown } from '../trains/list-shapes.ts'
import { TrainListFindings } from './TrainListFindings.tsx'

/** What a list holds or brought: its counts, its trains with what does not add up, and the boxes with a finding. */
export function TrainListTold({ list, done = false }: { list: TrainListShown; done?: boolean }) {
  return (
    <>
      <Counts list={list} />
      <Sheets list={list} />
      <DataTable
        caption={{ zh: '清单里的班列', en: 'Trains of the list' }}
        columns={columnsOf(done)}
        rows={list.trains}
        rowKey={({ number, day }) => `${number} ${day}`}
      />
      <Notes trains={list.trains} />
      <TrainListFindings findings={list.findings} total={list.containers.rejected + list.containers.warned} />
    </>
  )
}

function Counts({ list }: { list: TrainListShown }) {
  const t = useWords()
  const { containers, trains, known } = list
  const counted = { ...containers, trains: trains.length }
  if (known)
    return (
      <p className="train-list-counts" role="status">
        <T zh="这个文件已经导入过，没有任何改动。" en="This file is in already; nothing was changed." />
      </p>
    )
  return (
    <p className="train-list-counts" role="status">
      {t(
        {
          zh: '{trains} 列班列，{rows} 个集装箱：新增 {accepted}，更正 {corrected}，未变 {unchanged}，退回 {rejected}，提醒 {warned}。',
          en: '{trains} trains, {rows} containers: {accepted} new, {corrected} corrected, {unchanged} unchanged, {rejected} sent back, {warned} with a warning.',
        },
        counted,
      )}{' '}
      {containers.batch !== null && containers.rejected > 0 && (
        <a href={downloadOf(rejectedOfList, { params: { id: containers.batch } })} download>
          <T zh="下载退回的箱（xlsx）" en="Download the boxes sent back (xlsx)" />
        </a>
      )}
    </p>
  )
}

/** Sheets that are no list and columns that fill nothing are named: nothing is passed over in silence. */
function Sheets({ list }: { list: TrainListShown }) {
  const t = useWords()
  const passed = list.sheets.filter(({ form }) => form === null).map(({ name }) => name)
  const ignored = [...new Set(list.sheets.flatMap((sheet) => sheet.ignored))]
  if (passed.length + ignored.length === 0) return null
  return (
    <p className="train-list-hint">
      {passed.length > 0 &&
        t(
          { zh: '不是清单、已跳过的工作表：{passed}。', en: 'Sheets that are no list, passed over: {passed}. ' },
          { passed },
        )}
      {ignored.length > 0 && t({ zh: '不导入的列：{ignored}。', en: 'Columns left out: {ignored}.' }, { ignored })}
    </p>
  )
}

const columnsOf = (done: boolean): Column<ListedTrainShown>[] => [
  {
    key: 'number',
    title: { zh: '车次', en: 'Train' },
    phone: 'head',
    draw: (train) => <TrainDoor train={train} done={done} />,
  },
  { key: 'day', title: { zh: '发车日期', en: 'Departed on' }, phone: 'head', draw: ({ day }) => day || <Missing /> },
  { key: 'direction', title: { zh: '方向', en: 'Way' }, draw: ({ direction }) => <Direction written={direction} /> },
  { key: 'route', title: { zh: '线路', en: 'Route' }, draw: ({ route }) => route || <Missing /> },
  { key: 'port', title: { zh: '口岸', en: 'Border port' }, draw: ({ port }) => port || <Missing /> },
  { key: 'listed', title: { zh: '清单箱数', en: 'In the list' }, number: true, draw: ({ listed }) => listed },
  {
    key: 'now',
    title: { zh: '登记箱数', en: 'Registered' },
    number: true,
    draw: ({ now }) => now?.containers ?? <Missing />,
  },
  { key: 'teu', title: { zh: 'TEU', en: 'TEU' }, number: true, draw: ({ now }) => now?.teu ?? <Missing /> },
  { key: 'empty', title: { zh: '空箱', en: 'Empty' }, number: true, draw: ({ now }) => now?.empty ?? <Missing /> },
  {
    key: 'weight',
    title: { zh: '货重', en: 'Weight' },
    unit: { zh: '吨', en: 't' },
    number: true,
    draw: ({ now }) => (now ? printDecimal(new Decimal(now.weight), 1) : <Missing />),
  },
  {
    key: 'value',
    title: { zh: '货值', en: 'Value' },
    unit: { zh: '万美元', en: 'USD 10,000' },
    number: true,
    draw: ({ now }) => (now ? printDecimal(new Decimal(now.value).div(10_000), 1) : <Missing />),
  },
]

/** A train that is only tried has no page yet. */
function TrainDoor({ train: { number, day, now }, done }: { train: ListedTrainShown; done: boolean }) {
  if (!number) return <Missing />
  if (!now || !done) return <b>{number}</b>
  return <Link to={`/opening/trains/${encodeURIComponent(number)}/${day}`}>{number}</Link>
}

const directions: Readonly<Record<string, Words>> = {
  去程: { zh: '去程', en: 'outbound' },
  回程: { zh: '回程', en: 'return' },
}

function Direction({ written }: { written: string }) {
  const t = useWords()
  if (written === '') return <Missing />
  return t(directions[written] ?? { zh: written, en: written })
}

function Missing() {
  return <span className="missing">—</span>
}

/** What of a train does not add up or is not said; nothing when all is well. */
function Notes({ trains }: { trains: readonly ListedTrainShown[] }) {
  const { locale } = useLocale()
  const noted = trains.filter(({ notes }) => notes.length > 0)
  if (noted.length === 0) return null
  return (
    <ul className="train-list-notes">
      {noted.flatMap(({ number, day, notes }) =>
        notes.map(({ code, words }) => (
          <li key={`${number} ${day} ${code}`}>
            <span aria-hidden>▲</span>{' '}
            <b>
              {number} {day}
            </b>{' '}
            {words[locale]}
          </li>
        )),
      )}
    </ul>
  )
}
