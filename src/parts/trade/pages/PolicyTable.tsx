import { useState } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import type { PolicyRegister } from './free-trade-words.ts'

type Item = PolicyRegister['items'][number]

interface Props {
  register: PolicyRegister
  title: string
  /** what the document column is called: the paper it comes from, or the office it went to */
  document: Words
  ledger: string
}

/** Items by stage: those with a stage before them first, each stage with its day, and what is next. */
export function PolicyTable({ register, title, document, ledger }: Props) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const open = register.items.filter(({ next }) => next !== null)
  const done = register.items.length - open.length
  return (
    <Part
      title={title}
      note={register.stages.map(({ words, items }) => `${t(words)} ${items}`).join(' · ')}
      deeds={
        done > 0 &&
        open.length > 0 && (
          <button type="button" className="free-trade-more" aria-pressed={all} onClick={() => setAll(!all)}>
            {all
              ? t({ zh: '只看未走完的', en: 'Only what is not through' })
              : t({ zh: '连同走完的 {done} 项', en: 'With the {done} that are through' }, { done })}
          </button>
        )
      }
    >
      <DataTable<Item>
        caption={{ zh: title, en: title }}
        columns={columnsOf(register, document)}
        rows={all || open.length === 0 ? register.items : open}
        rowKey={({ number }) => number}
        hrefOf={({ number }) => `${ledger}?q=${encodeURIComponent(number)}`}
        empty={<NoItems ledger={ledger} />}
      />
    </Part>
  )
}

function columnsOf({ stages }: PolicyRegister, document: Words): Column<Item>[] {
  return [
    { key: 'number', title: { zh: '编号', en: 'Number' }, phone: 'head', draw: ({ number }) => number },
    {
      key: 'title',
      title: { zh: '名称', en: 'Title' },
      phone: 'head',
      draw: ({ title }) => <b className="policy-title">{title}</b>,
    },
    {
      key: 'document',
      title: document,
      phone: 'none',
      draw: (item) => item.document ?? <span className="missing">—</span>,
    },
    ...stages.map(
      ({ stage, words }): Column<Item> => ({
        ...{ key: stage, title: words, phone: 'none' },
        draw: (item) => <StageCell item={item} stage={stage} />,
      }),
    ),
    { key: 'next', title: { zh: '下一步', en: 'Next' }, draw: (item) => <Next item={item} stages={stages} /> },
  ]
}

/** The day of the stage, or a dash; the stage that is next stands open. */
function StageCell({ item, stage }: { item: Item; stage: string }) {
  const step = item.steps.find((one) => one.stage === stage)
  if (step) return <span className="policy-day">{step.reachedOn}</span>
  return <span className="missing">{item.next === stage ? '○' : '—'}</span>
}

function Next({ item, stages }: { item: Item; stages: PolicyRegister['stages'] }) {
  const t = useWords()
  const words = (stage: string | null) => stages.find((one) => one.stage === stage)?.words
  const [now, next] = [words(item.stage), words(item.next)]
  return (
    <span className="policy-next">
      <span className="policy-now">{now && t(now)}</span>
      {next ? (
        <T zh=" → 待{next}" en=" → to be {next}" next={t(next)} />
      ) : (
        <span className="policy-through">
          {' '}
          ● <T zh="走完" en="through" />
        </span>
      )}
      {item.outOfOrder && (
        <span className="policy-doubt">
          {' '}
          ▲ <T zh="日期倒挂" en="days out of order" />
        </span>
      )}
    </span>
  )
}

function NoItems({ ledger }: { ledger: string }) {
  return (
    <Empty
      title={<T zh="台账还是空的" en="The ledger is empty" />}
      deed={
        <Link to={`${ledger}/import`}>
          <T zh="导入" en="Import" />
        </Link>
      }
    >
      <T
        zh="一行是一项的一个阶段：编号、名称、阶段、达到日期。导入后这里列出每项走到哪一步、下一步是什么。"
        en="A row is one stage of one item: number, title, stage, day. Once imported, each item stands here with the stage it has come to and what is next."
      />
    </Empty>
  )
}
