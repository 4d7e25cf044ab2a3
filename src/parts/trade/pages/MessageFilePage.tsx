import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { type TableSteering, useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { type MessageFile, messagesOfFile, showMessageFile } from '../customs/message-shapes.ts'
import { BrokenMessages } from './BrokenMessages.tsx'
import { DepartureGroups } from './DepartureGroups.tsx'
import { FileDepartures, FileDocuments, FileMessages, FileRefusals } from './MessageFileViews.tsx'
import { grouped, stateMarks } from './match-words.ts'
import './match-tabs.css'
import './message.css'

/** One file of messages: what it brought, what departs from the specification, what was not taken, and what came of its orders. */
export default function MessageFilePage() {
  const t = useWords()
  const { id = '' } = useParams()
  const shown = useEndpoint(showMessageFile, { params: { id: Number(id) } })
  const trail = [
    { title: t({ zh: '三单对碰', en: 'Three-document match' }), to: '/opening/customs' },
    { title: t({ zh: '报文', en: 'Customs messages' }), to: '/opening/customs/messages' },
  ]
  return (
    <Page
      title={shown.data?.file.name ?? t({ zh: '报文文件 {id}', en: 'File {id}' }, { id })}
      trail={trail}
      help="clerk/customs-messages"
      {...(shown.data ? { sentence: <FileSentence {...shown.data.file} /> } : {})}
    >
      {shown.error && <ErrorState problem={shown.error} onRetry={() => shown.refetch()} />}
      {!shown.error && !shown.data && <Loading lines={10} />}
      {shown.data && (
        <>
          <FileFacts file={shown.data.file} orders={shown.data.orders} />
          <Wrong file={shown.data.file} groups={shown.data.groups} />
          <Views file={shown.data.file} />
        </>
      )}
    </Page>
  )
}

/** Counts that are nothing are left out. */
function FileSentence(file: MessageFile) {
  const t = useWords()
  const { locale } = useLocale()
  const { messages, documents, departed, followUps, broken } = file
  const parts = outcomes
    .filter(([name]) => file[name] > 0)
    .map(([name, words]) => t(words, { count: grouped(file[name]) }))
  const told = { messages: grouped(messages), documents: grouped(documents), parts, followUps: grouped(followUps) }
  return (
    <>
      {t(
        {
          zh: '{messages} 个报文、{documents} 份单证',
          en: `{messages} message${messages === 1 ? '' : 's'} with {documents} documents`,
        },
        told,
      )}
      {parts.length > 0 && t({ zh: '：{parts}', en: ': {parts}' }, told)}
      {followUps > 0 &&
        t({ zh: '；其中回执等 {followUps} 份', en: '; among them {followUps} receipts and the like' }, told)}
      {departed > 0 &&
        t({ zh: '；不合规范 {departed} 处', en: '; {departed} departures' }, { departed: grouped(departed) })}
      {broken > 0 &&
        t({ zh: '；{broken} 个报文没有读完', en: '; {broken} messages broke off' }, { broken: grouped(broken) })}
      {locale === 'zh' ? '。' : '.'}
    </>
  )
}

const outcomes: readonly (readonly ['accepted' | 'changed' | 'unchanged' | 'refused', Words])[] = [
  ['accepted', { zh: '新增 {count} 份', en: '{count} new' }],
  ['changed', { zh: '变更 {count} 份', en: '{count} changed' }],
  ['unchanged', { zh: '与已有相同 {count} 份', en: '{count} the same as before' }],
  ['refused', { zh: '未接收 {count} 份', en: '{count} not taken' }],
]

function FileFacts({ file, orders }: { file: MessageFile; orders: Record<keyof typeof stateMarks, number> | null }) {
  const t = useWords()
  return (
    <dl className="message-facts">
      <div>
        <dt>
          <T zh="接收" en="Received" />
        </dt>
        <dd>
          <When at={file.receivedAt} /> <span lang="zh-CN">{file.receivedBy}</span>
        </dd>
      </div>
      <div>
        <dt>
          <T zh="大小" en="Size" />
        </dt>
        <dd>{sizeOf(file.bytes)}</dd>
      </div>
      {orders && orders.matched + orders.mismatch + orders.waiting > 0 && (
        <div>
          <dt>
            <T zh="涉及的订单，现在" en="Its orders, now" />
          </dt>
          <dd>
            {(['matched', 'mismatch', 'waiting'] as const)
              .filter((state) => orders[state] > 0)
              .map((state) => `${t(stateMarks[state].words)} ${grouped(orders[state])}`)
              .join(' · ')}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Wrong({ file, groups }: { file: MessageFile; groups: Parameters<typeof DepartureGroups>[0]['groups'] }) {
  const t = useWords()
  const broken = useEndpoint(
    messagesOfFile,
    { params: { id: file.id }, query: { only: 'broken', size: 50 } },
    { enabled: file.broken > 0 },
  )
  if (groups.length === 0 && file.broken === 0) return null
  return (
    <Part
      title={t({ zh: '不合规范之处', en: 'Departures from the specification' })}
      note={t({ zh: '同类合并；单证照样接收', en: 'alike ones together; the documents were taken all the same' })}
    >
      <BrokenMessages messages={broken.data?.messages ?? []} />
      <DepartureGroups groups={groups} />
    </Part>
  )
}

const views = ['documents', 'messages', 'departures', 'refusals'] as const
type View = (typeof views)[number]

const viewWords: Record<View, Words> = {
  documents: { zh: '单证', en: 'Documents' },
  messages: { zh: '报文', en: 'Messages' },
  departures: { zh: '逐处列出', en: 'Each departure' },
  refusals: { zh: '未接收', en: 'Not taken' },
}

function Views({ file }: { file: MessageFile }) {
  const t = useWords()
  const steering = useTableAddress({ size: 50 })
  const view = views.find((one) => one === steering.filters['view']) ?? 'documents'
  const counts: Record<View, number> = {
    documents: file.accepted + file.changed,
    messages: file.messages,
    departures: file.departed,
    refusals: file.refused,
  }
  return (
    <Part title={t({ zh: '内容', en: 'What is in it' })}>
      <nav className="match-tabs" aria-label={t({ zh: '看什么', en: 'What to see' })}>
        {views.map((one) => (
          <Link
            key={one}
            to={`?f.view=${one}`}
            replace
            preventScrollReset
            aria-current={view === one ? 'true' : undefined}
          >
            {t(viewWords[one])} <small>{grouped(counts[one])}</small>
          </Link>
        ))}
      </nav>
      <Opened view={view} id={file.id} steering={steering} />
    </Part>
  )
}

function Opened({ view, id, steering }: { view: View; id: number; steering: TableSteering }) {
  if (view === 'messages') return <FileMessages id={id} steering={steering} />
  if (view === 'departures') return <FileDepartures id={id} steering={steering} />
  if (view === 'refusals') return <FileRefusals id={id} steering={steering} />
  return <FileDocuments id={id} steering={steering} />
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
