import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import type { TableSteering } from '#web/kit/table-address.ts'
import { useLocale, useWords, type Words } from '#web/locale.tsx'
import { departures } from '../ceb/departure.ts'
import * as shapes from '../customs/message-shapes.ts'
import { kindWords } from '../customs/reason-said.ts'
import { departureNames, messageWords } from './departure-names.ts'
import { breakSaid, departureSaid } from './departure-said.ts'
import { orderPath } from './match-address.ts'
import { flowWords, grouped, stateMarks } from './match-words.ts'
import { refusalWords } from './order-words.ts'

interface ViewProps {
  id: number
  steering: TableSteering
}

/** A table of the file: its rows page by page. */
function paged({ page, size }: TableSteering) {
  return { page, size }
}

type DocumentRow = Reply<typeof shapes.documentsOfFile>['documents'][number]

export function FileDocuments({ id, steering }: ViewProps) {
  const kind = shapes.documentKindCodes.find((one) => one === steering.filters['kind'])
  const sent = { params: { id }, query: { ...paged(steering), kind } }
  const list = useEndpoint(shapes.documentsOfFile, sent, { placeholderData: keepPreviousData })
  const columns = useDocumentColumns()
  return (
    <DataTable
      caption={{ zh: '文件带来的单证', en: 'Documents of the file' }}
      columns={columns}
      rows={list.data?.documents}
      total={list.data?.total}
      rowKey={({ message, ordinal, kind: of, number }) => `${message} ${ordinal} ${of} ${number}`}
      steering={steering}
      problem={list.error}
      waiting={list.isPlaceholderData}
    />
  )
}

function useDocumentColumns(): Column<DocumentRow>[] {
  const t = useWords()
  return [
    {
      ...{ key: 'number', title: { zh: '编号', en: 'Number' }, phone: 'head' },
      draw: ({ number }) => <span className="match-number">{number || '—'}</span>,
    },
    {
      ...{ key: 'kind', title: { zh: '单证', en: 'Kind' }, draw: ({ kind }) => t(kindWords[kind]) },
      filter: shapes.documentKindCodes.map((value) => ({ value, words: kindWords[value] })),
    },
    { key: 'deed', title: { zh: '报送', en: 'Sent as' }, draw: ({ deed, replaced }) => t(deedOf(deed, replaced)) },
    {
      ...{ key: 'order', title: { zh: '订单', en: 'Order' } },
      draw: ({ flow, platform, orderNo, state }) =>
        state ? (
          <Link className="match-number" to={orderPath({ flow, platform, orderNo })}>
            {orderNo}
          </Link>
        ) : (
          orderNo || '—'
        ),
    },
    {
      ...{ key: 'state', title: { zh: '现在', en: 'Now' } },
      draw: ({ state }) => (state ? <StateMark {...stateMarks[state]} /> : '—'),
    },
    {
      key: 'message',
      title: { zh: '报文', en: 'Message' },
      draw: ({ message }) => <span className="message-entry">{message}</span>,
      phone: 'none',
    },
    { key: 'ordinal', title: { zh: '第几份', en: 'No.' }, number: true, draw: ({ ordinal }) => ordinal, phone: 'none' },
  ]
}

function deedOf(deed: string, replaced: boolean): Words {
  const words = deed === '2' ? { zh: '变更', en: 'change' } : { zh: '新增', en: 'new' }
  return replaced ? { zh: `${words.zh}，后被替换`, en: `${words.en}, replaced since` } : words
}

export function FileMessages({ id, steering }: ViewProps) {
  const t = useWords()
  const { locale } = useLocale()
  const only = (['departed', 'broken'] as const).find((one) => one === steering.filters['state'])
  const sent = { params: { id }, query: { ...paged(steering), only } }
  const list = useEndpoint(shapes.messagesOfFile, sent, { placeholderData: keepPreviousData })
  const columns: Column<shapes.MessageShown>[] = [
    {
      key: 'name',
      title: { zh: '报文', en: 'Message' },
      draw: ({ name }) => <span className="message-entry">{name}</span>,
      phone: 'head',
    },
    {
      ...{ key: 'kind', title: { zh: '类型', en: 'Type' } },
      draw: ({ number }) => (number ? `CEB${number} ${t(messageWords(number))}` : '—'),
    },
    { key: 'edition', title: { zh: '版本', en: 'Edition' }, draw: ({ edition }) => edition ?? '—' },
    { key: 'flow', title: { zh: '进出口', en: 'Flow' }, draw: ({ flow }) => (flow ? t(flowWords[flow]) : '—') },
    {
      key: 'documents',
      title: { zh: '单证', en: 'Documents' },
      number: true,
      draw: ({ documents }) => grouped(documents),
    },
    {
      key: 'departed',
      title: { zh: '不合规范', en: 'Departures' },
      number: true,
      draw: ({ departed }) => grouped(departed),
    },
    {
      ...{ key: 'state', title: { zh: '读完没有', en: 'Read' } },
      draw: ({ broken }) =>
        broken ? breakSaid(broken, locale).problem : <StateMark state="on" words={{ zh: '读完', en: 'whole' }} />,
      filter: [
        { value: 'departed', words: { zh: '不合规范的', en: 'with departures' } },
        { value: 'broken', words: { zh: '没有读完的', en: 'broken off' } },
      ],
    },
  ]
  return (
    <DataTable
      caption={{ zh: '文件里的报文', en: 'Messages of the file' }}
      columns={columns}
      rows={list.data?.messages}
      total={list.data?.total}
      rowKey={({ place }) => String(place)}
      steering={steering}
      problem={list.error}
      waiting={list.isPlaceholderData}
    />
  )
}

type DepartureRow = Reply<typeof shapes.departuresOfFile>['departures'][number]

export function FileDepartures({ id, steering }: ViewProps) {
  const { locale } = useLocale()
  const codes = [...departures.schema, ...departures.stated]
  const code = codes.find((one) => one === steering.filters['code'])
  const sent = { params: { id }, query: { ...paged(steering), code } }
  const list = useEndpoint(shapes.departuresOfFile, sent, { placeholderData: keepPreviousData })
  const columns: Column<DepartureRow>[] = [
    {
      ...{ key: 'code', title: { zh: '问题', en: 'What is wrong' }, phone: 'head' },
      draw: (departure) => departureSaid(departure, locale).problem,
      filter: codes.map((value) => ({ value, words: departureNames[value] })),
    },
    {
      key: 'cure',
      title: { zh: '怎么改', en: 'What to do' },
      draw: (departure) => departureSaid(departure, locale).cure,
    },
    {
      key: 'path',
      title: { zh: '位置', en: 'Place' },
      draw: ({ path }) => <code className="departure-path">{path}</code>,
    },
    {
      key: 'line',
      title: { zh: '行:列', en: 'Line:column' },
      number: true,
      draw: ({ line, column }) => `${line}:${column}`,
    },
    {
      key: 'message',
      title: { zh: '报文', en: 'Message' },
      draw: ({ message }) => <span className="message-entry">{message}</span>,
      phone: 'none',
    },
  ]
  return (
    <DataTable
      caption={{ zh: '不合规范之处', en: 'Departures' }}
      columns={columns}
      rows={list.data?.departures}
      total={list.data?.total}
      rowKey={({ place, path, line, column, code: of }) => `${place} ${path} ${line} ${column} ${of}`}
      steering={steering}
      problem={list.error}
      waiting={list.isPlaceholderData}
    />
  )
}

type RefusalRow = Reply<typeof shapes.refusalsOfFile>['refusals'][number]

export function FileRefusals({ id, steering }: ViewProps) {
  const t = useWords()
  const list = useEndpoint(
    shapes.refusalsOfFile,
    { params: { id }, query: paged(steering) },
    { placeholderData: keepPreviousData },
  )
  const columns: Column<RefusalRow>[] = [
    {
      key: 'number',
      title: { zh: '编号', en: 'Number' },
      draw: ({ number }) => <span className="match-number">{number}</span>,
      phone: 'head',
    },
    { key: 'kind', title: { zh: '单证', en: 'Kind' }, draw: ({ kind }) => t(kindWords[kind]) },
    { key: 'why', title: { zh: '为什么', en: 'Why' }, draw: ({ code }) => t(refusalWords[code]) },
    { key: 'order', title: { zh: '订单', en: 'Order' }, draw: ({ orderNo }) => orderNo || '—' },
    {
      key: 'message',
      title: { zh: '报文', en: 'Message' },
      draw: ({ message }) => <span className="message-entry">{message}</span>,
      phone: 'none',
    },
    { key: 'ordinal', title: { zh: '第几份', en: 'No.' }, number: true, draw: ({ ordinal }) => ordinal },
  ]
  return (
    <DataTable
      caption={{ zh: '没有接收的单证', en: 'Documents that were not taken' }}
      columns={columns}
      rows={list.data?.refusals}
      total={list.data?.total}
      rowKey={({ message, ordinal, number }) => `${message} ${ordinal} ${number}`}
      steering={steering}
      problem={list.error}
      waiting={list.isPlaceholderData}
    />
  )
}
