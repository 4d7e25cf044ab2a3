import { Button } from 'antd'
import { Link } from 'react-router'
import { downloadOf } from '#web/client.ts'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { Progress, useProgress } from '#web/kit/Progress.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { type FileReceived, type MessagesRead, sampleMessage, type sampleNames } from '../customs/message-shapes.ts'
import { BrokenMessages } from './BrokenMessages.tsx'
import { DepartureGroups } from './DepartureGroups.tsx'
import { grouped } from './match-words.ts'
import type { Sending, SendingMode, Sent } from './use-sending.ts'

const modes: Record<SendingMode, Words> = {
  receive: { zh: '接收并对碰', en: 'Receive and match' },
  read: { zh: '只读检查，不接收', en: 'Only read, receive nothing' },
}

/** Where messages are dropped; what came of each file stands below it. */
export function MessageSending({ sending }: { sending: Sending }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '接收报文', en: 'Receive messages' })}>
      <fieldset className="message-modes">
        <legend className="for-readers">
          <T zh="怎么处理" en="What to do with them" />
        </legend>
        {(['receive', 'read'] as const).map((mode) => (
          <label key={mode}>
            <input type="radio" name="mode" checked={sending.mode === mode} onChange={() => sending.setMode(mode)} />{' '}
            {t(modes[mode])}
          </label>
        ))}
      </fieldset>
      <FileDrop accept=".xml,.zip" several onFiles={(files) => sending.send(files, sending.mode)}>
        {sending.mode === 'receive' ? (
          <T
            zh="CEB 报文的 XML，或装有它们的 zip，可一次多个。同一文件再收一次不会重复；不合规范的单证照收，另行列出。"
            en="CEB messages in XML or zips of them, several at once. The same file twice changes nothing; documents that depart are taken and told."
          />
        ) : (
          <T
            zh="只检查报文合不合规范，什么也不登记。"
            en="Messages are only held against the specification; nothing is kept."
          />
        )}
      </FileDrop>
      <MessageSamples sending={sending} />
      {sending.sent.length > 0 && (
        <ol className="message-sent" aria-live="polite">
          {sending.sent.map((one) => (
            <SentFile key={one.key} sent={one} onStop={() => sending.stop(one.key)} />
          ))}
        </ol>
      )}
    </Part>
  )
}

const samples: Record<(typeof sampleNames)[number], Words> = {
  good: { zh: '合规范的订单', en: 'orders that keep to it' },
  departing: { zh: '不合规范的订单', en: 'orders that do not' },
  retried: { zh: '重试支付的支付单', en: 'the payment of a retried order' },
}

/** Sample messages, read at a click and kept nowhere. */
export function MessageSamples({ sending }: { sending: Sending }) {
  const t = useWords()
  return (
    <p className="message-samples">
      <T zh="手头没有报文？试读示例：" en="No message at hand? Read a sample: " />
      {(Object.keys(samples) as (keyof typeof samples)[]).map((name) => (
        <span key={name}>
          <button type="button" className="plain-link" onClick={() => void sending.trySample(name)}>
            {t(samples[name])}
          </button>{' '}
          <a
            href={downloadOf(sampleMessage, { params: { name } })}
            download
            aria-label={t({ zh: '下载示例：{name}', en: 'Download the sample: {name}' }, { name: t(samples[name]) })}
          >
            ↓
          </a>
        </span>
      ))}
    </p>
  )
}

function SentFile({ sent, onStop }: { sent: Sent; onStop: () => void }) {
  const { file, mode, state, problem, read, received } = sent
  const t = useWords()
  return (
    <li>
      <p className="message-sent-name">
        <strong>{file.name}</strong> <small>{t(modes[mode])}</small>
        {state === 'queued' && (
          <>
            {' '}
            <T zh="排队中" en="waiting" />{' '}
            <Button size="small" onClick={onStop}>
              <T zh="不发了" en="Leave it" />
            </Button>
          </>
        )}
      </p>
      {state === 'sending' && <Running sent={sent} onStop={onStop} />}
      {state === 'stopped' && (
        <p>
          <T zh="已停止，没有任何改动。" en="Stopped; nothing was changed." />
        </p>
      )}
      {state === 'failed' &&
        (problem ? (
          <ProblemLine problem={problem} />
        ) : (
          <T zh="没有发出去，请再试。" en="It was not sent; try again." />
        ))}
      {read && <ReadResult read={read} />}
      {received && <ReceivedResult received={received} />}
    </li>
  )
}

function Running({ sent, onStop }: { sent: Sent; onStop: () => void }) {
  const t = useWords()
  const { told, lost } = useProgress(sent.progress)
  return <Progress told={told} lost={lost} name={t({ zh: '正在读取', en: 'Reading' })} onStop={onStop} />
}

function ReadResult({ read }: { read: MessagesRead }) {
  const t = useWords()
  const { messages, documents, departed, broken } = read
  return (
    <>
      <p>
        {t(
          {
            zh: '{messages} 个报文、{documents} 份单证：不合规范 {departed} 处，读不完的报文 {broken} 个。什么也没有登记。',
            en: '{messages} messages, {documents} documents: {departed} departures, {broken} messages that could not be read to their end. Nothing was kept.',
          },
          {
            messages: grouped(messages),
            documents: grouped(documents),
            departed: grouped(departed),
            broken: grouped(broken),
          },
        )}
      </p>
      <BrokenMessages messages={read.read.filter((message) => message.broken !== null)} />
      <DepartureGroups groups={read.groups} />
    </>
  )
}

function ReceivedResult({ received }: { received: FileReceived }) {
  const t = useWords()
  const { id, known, accepted, changed, unchanged, refused, departed, matched } = received
  if (known)
    return (
      <p>
        <T zh="这个文件此前已经接收过，没有任何改动。" en="This file was received before; nothing was changed." />{' '}
        <Link to={`/opening/customs/messages/${id}`}>
          <T zh="看那一次" en="See that time" />
        </Link>
      </p>
    )
  const counts = { accepted, changed, unchanged, refused, departed, matched }
  const told = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, grouped(count)]))
  return (
    <p>
      {t(
        {
          zh: '新增 {accepted} 份，变更 {changed} 份，相同 {unchanged} 份，未接收 {refused} 份；不合规范 {departed} 处；重新对碰 {matched} 单。',
          en: '{accepted} new, {changed} changed, {unchanged} the same, {refused} not taken; {departed} departures; {matched} orders matched anew.',
        },
        told,
      )}{' '}
      <Link to={`/opening/customs/messages/${id}`}>
        <T zh="看这个文件" en="Open the file" />
      </Link>
      {' · '}
      <Link to="/opening/customs">
        <T zh="看对碰结果" en="See the match" />
      </Link>
    </p>
  )
}
