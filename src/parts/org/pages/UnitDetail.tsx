import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { type UnitDetail as Detail, type UnitInTree, unitShape } from '../shapes.ts'
import { kindWords } from '../unit-kinds.ts'
import { CloseUnitSheet, MoveUnitSheet, NewUnitSheet, RenameUnitSheet } from './UnitDeeds.tsx'

interface UnitDetailProps {
  code: string
  on: string
  tree: readonly UnitInTree[]
  onChosen: (code: string) => void
}

type Deed = 'add' | 'move' | 'rename' | 'close'

/** One unit: what it is, where it stood and what it was called over time, and what can be done with it. */
export function UnitDetail({ code, on, tree, onChosen }: UnitDetailProps) {
  const t = useWords()
  const { locale } = useLocale()
  const may = useMay()
  const [deed, setDeed] = useState<Deed>()
  const unit = useEndpoint(unitShape, { params: { code } }, { enabled: code !== '' })
  if (unit.error) return <ErrorState problem={unit.error} onRetry={() => unit.refetch()} />
  if (!unit.data) return <Loading lines={6} />
  const { data } = unit
  const name = locale === 'zh' ? data.nameZh : data.nameEn
  const isRoot = data.places.some((place) => place.parent === null)
  const close = () => setDeed(undefined)
  const sheet = { unit: data, tree, on, onClose: close, onChosen }
  return (
    <>
      <h2>{name}</h2>
      <p className="unit-facts">
        {t(kindWords[data.kind])} · {data.code} · <T zh="设立于" en="opened" /> <When at={data.openedOn} />
        {data.closedOn && (
          <strong>
            {' '}
            · <T zh="撤销于" en="closed" /> <When at={data.closedOn} />
          </strong>
        )}
      </p>
      <p>
        <Link to={`/people?f.unit=${encodeURIComponent(code)}`}>
          <T zh="查看其中的人员" en="People in it" />
        </Link>
      </p>
      {may('org/manage') && data.closedOn === null && (
        <div className="org-deeds">
          <Button onClick={() => setDeed('add')}>
            <T zh="新设下级单位" en="Open a unit below" />
          </Button>
          {!isRoot && (
            <Button onClick={() => setDeed('move')}>
              <T zh="改隶" en="Move" />
            </Button>
          )}
          <Button onClick={() => setDeed('rename')}>
            <T zh="更名" en="Rename" />
          </Button>
          {!isRoot && (
            <Button onClick={() => setDeed('close')}>
              <T zh="撤销" en="Close" />
            </Button>
          )}
        </div>
      )}
      <History unit={data} />
      {deed === 'add' && <NewUnitSheet {...sheet} />}
      {deed === 'move' && <MoveUnitSheet {...sheet} />}
      {deed === 'rename' && <RenameUnitSheet {...sheet} />}
      {deed === 'close' && <CloseUnitSheet {...sheet} />}
    </>
  )
}

function History({ unit }: { unit: Detail }) {
  const t = useWords()
  const { locale } = useLocale()
  const named = (one: { nameZh: string; nameEn: string }) => (locale === 'zh' ? one.nameZh : one.nameEn)
  const places = unit.places.map(({ parent, from, to }) => ({
    ...{ from, to },
    words: parent
      ? t({ zh: '隶属{name}', en: 'Below {name}' }, { name: named(parent) })
      : t({ zh: '全区之首', en: 'Head of the zone' }),
  }))
  const names = unit.names.map(({ from, to, ...one }) => ({
    ...{ from, to },
    words: t({ zh: '名为{name}', en: 'Called {name}' }, { name: named(one) }),
  }))
  return (
    <>
      <h3 className="org-heading">
        <T zh="沿革" en="History" />
      </h3>
      <p className="org-note">
        <T
          zh="数字按当日的隶属汇总：改隶以后，以前的数字不变。"
          en="Figures follow the tree of their day: a move never changes what was before it."
        />
      </p>
      <Stretches rows={[...places, ...(names.length > 1 ? names : [])]} />
    </>
  )
}

/** Dated facts, each with the stretch of days in which it held. */
export function Stretches({ rows }: { rows: readonly { words: string; from: string; to: string | null }[] }) {
  return (
    <ol className="stretches">
      {rows.map((row) => (
        <li key={`${row.words} ${row.from}`} data-past={row.to !== null || undefined}>
          <span>{row.words}</span>
          <small>
            <When at={row.from} /> — {row.to === null ? <T zh="至今" en="now" /> : <When at={row.to} />}
          </small>
        </li>
      ))}
    </ol>
  )
}
