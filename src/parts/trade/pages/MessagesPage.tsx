import { keepPreviousData } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { listMessageFiles, type MessageFile } from '../customs/message-shapes.ts'
import { MessageSamples, MessageSending } from './MessageSending.tsx'
import { grouped } from './match-words.ts'
import { useSending } from './use-sending.ts'
import './match-tabs.css'
import './message.css'

/** Customs messages: receive them or only read them, and the files that came. */
export default function MessagesPage() {
  const t = useWords()
  const may = useMay()
  const sending = useSending()
  const steering = useTableAddress({ size: 20 })
  const { page, size } = steering
  const files = useEndpoint(listMessageFiles, { query: { page, size } }, { placeholderData: keepPreviousData })
  return (
    <Page
      title={t({ zh: '报文', en: 'Customs messages' })}
      trail={[{ title: t({ zh: '三单对碰', en: 'Three-document match' }), to: '/opening/customs' }]}
      help="clerk/customs-messages"
      {...(files.data && files.data.total > 0
        ? { sentence: <FilesSentence files={files.data.files} total={files.data.total} /> }
        : {})}
    >
      {may('trade/receive') && <MessageSending sending={sending} />}
      <Part title={t({ zh: '已接收的文件', en: 'Files received' })} note={t({ zh: '新的在前', en: 'newest first' })}>
        <DataTable
          caption={{ zh: '已接收的报文文件', en: 'Files of messages received' }}
          columns={columns}
          rows={files.data?.files}
          total={files.data?.total}
          rowKey={({ id }) => String(id)}
          hrefOf={({ id }) => `/opening/customs/messages/${id}`}
          steering={steering}
          problem={files.error}
          onRetry={() => void files.refetch()}
          waiting={files.isPlaceholderData}
          empty={<NoFiles samples={may('trade/receive') && <MessageSamples sending={sending} />} />}
        />
      </Part>
    </Page>
  )
}

function FilesSentence({ files, total }: { files: readonly MessageFile[]; total: number }) {
  const t = useWords()
  const [last] = files
  return (
    <>
      {t({ zh: '共接收 {total} 个文件。', en: '{total} files were received.' }, { total: grouped(total) })}
      {last && (
        <>
          {t({ zh: '最近一个是 {name}：', en: ' The last is {name}: ' }, { name: last.name })}
          {t({ zh: '{parts}。', en: '{parts}.' }, { parts: partsOf(last, t) })}
        </>
      )}
    </>
  )
}

/** What a file brought, without noughts. */
function partsOf(file: MessageFile, t: (words: Words, details: Record<string, string>) => string): string[] {
  const parts: [number, Words][] = [
    [file.documents - file.followUps, { zh: '{count} 份单证', en: 'documents {count}' }],
    [file.followUps, { zh: '回执等 {count} 份', en: 'receipts and the like {count}' }],
    [file.departed, { zh: '不合规范 {count} 处', en: 'departures {count}' }],
    [file.refused, { zh: '未接收 {count} 份', en: 'not taken {count}' }],
  ]
  return parts.filter(([count]) => count > 0).map(([count, words]) => t(words, { count: grouped(count) }))
}

function NoFiles({ samples }: { samples: ReactNode }) {
  return (
    <Empty title={<T zh="还没有接收过报文" en="No messages were received yet" />} deed={samples}>
      <T
        zh="把订单、支付单、运单、清单的 XML 报文或 zip 拖到上面：先只读检查，再接收；接收后在“三单对碰”看每一单对上没有。"
        en="Drop XML messages of orders, payments, waybills and lists above, or a zip of them: read them first, then receive them, and see in the match whether each order agrees."
      />
    </Empty>
  )
}

const columns: Column<MessageFile>[] = [
  {
    ...{ key: 'name', title: { zh: '文件', en: 'File' }, phone: 'head' },
    draw: ({ id, name }) => (
      <Link to={`/opening/customs/messages/${id}`} className="message-name">
        {name}
      </Link>
    ),
  },
  { key: 'messages', title: { zh: '报文', en: 'Messages' }, number: true, draw: ({ messages }) => grouped(messages) },
  {
    key: 'documents',
    title: { zh: '单证', en: 'Documents' },
    number: true,
    draw: ({ documents }) => grouped(documents),
  },
  { key: 'accepted', title: { zh: '新增', en: 'New' }, number: true, draw: ({ accepted }) => grouped(accepted) },
  { key: 'changed', title: { zh: '变更', en: 'Changed' }, number: true, draw: ({ changed }) => grouped(changed) },
  {
    key: 'unchanged',
    title: { zh: '相同', en: 'The same' },
    number: true,
    draw: ({ unchanged }) => grouped(unchanged),
    phone: 'none',
  },
  {
    ...{ key: 'followUps', title: { zh: '回执等', en: 'Receipts' }, number: true, phone: 'none' },
    draw: ({ followUps }) => grouped(followUps),
  },
  {
    ...{ key: 'refused', title: { zh: '未接收', en: 'Not taken' }, number: true },
    draw: ({ refused }) => <Trouble count={refused} />,
  },
  {
    ...{ key: 'departed', title: { zh: '不合规范', en: 'Departures' }, number: true },
    draw: ({ departed, broken }) => <Trouble count={departed + broken} />,
  },
  {
    key: 'by',
    title: { zh: '接收人', en: 'Received by' },
    draw: ({ receivedBy }) => <span lang="zh-CN">{receivedBy}</span>,
    phone: 'none',
  },
  {
    key: 'at',
    title: { zh: '接收时间', en: 'Received' },
    draw: ({ receivedAt }) => <When at={receivedAt} short time />,
  },
]

/** A count that somebody should look at, with a mark; none is said quietly. */
function Trouble({ count }: { count: number }) {
  if (count === 0) return <span className="message-none">0</span>
  return (
    <span className="message-trouble">
      <span aria-hidden>▲ </span>
      {grouped(count)}
    </span>
  )
}
