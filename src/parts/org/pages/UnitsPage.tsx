import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePhone } from '#web/appearance.tsx'
import { useEndpoint } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import { type UnitInTree, unitTreeShape } from '../shapes.ts'
import { kindWords, type UnitKind, unitKinds } from '../unit-kinds.ts'
import { UnitDetail } from './UnitDetail.tsx'
import { UnitTree } from './UnitTree.tsx'
import './org.css'

/** The zone's tree as it stood on a day, and one unit of it with its past. */
export default function UnitsPage() {
  const t = useWords()
  const phone = usePhone()
  const { on, unit, steer } = useUnitAddress()
  const [sought, setSought] = useState('')
  const tree = useEndpoint(unitTreeShape, { query: { on } }, { placeholderData: (before) => before })
  const units = tree.data?.units
  return (
    <Page
      title={t({ zh: '单位', en: 'Units' })}
      sentence={units && <TreeSentence units={units} on={on} />}
      help="administrator/units"
    >
      {tree.error && <ErrorState problem={tree.error} onRetry={() => tree.refetch()} />}
      {!tree.error && !units && <Loading lines={12} />}
      {units && (
        <div className="units">
          {!(phone && unit) && (
            <section aria-label={t({ zh: '单位树', en: 'Tree of units' })}>
              <div className="units-bar">
                <DayInput
                  aria-label={t({ zh: '哪一天的单位树', en: 'Tree as of which day' })}
                  value={on}
                  onChange={(event) => event.target.value && steer({ on: event.target.value })}
                />
                <Input
                  type="search"
                  allowClear
                  placeholder={t({ zh: '名称、拼音或代码', en: 'Name, pinyin or code' })}
                  aria-label={t({ zh: '查找单位', en: 'Find a unit' })}
                  value={sought}
                  onChange={(event) => setSought(event.target.value)}
                />
              </div>
              <UnitTree units={units} chosen={unit} sought={sought} onChoose={(code) => steer({ unit: code })} />
            </section>
          )}
          {(unit || !phone) && (
            <section className="unit-detail" aria-live="polite">
              {phone && (
                <Button type="link" onClick={() => steer({ unit: undefined })}>
                  <T zh="返回单位树" en="Back to the tree" />
                </Button>
              )}
              <UnitDetail
                key={unit}
                code={unit ?? rootOf(units)}
                on={on}
                tree={units}
                onChosen={(code) => steer({ unit: code })}
              />
            </section>
          )}
        </div>
      )}
    </Page>
  )
}

/** The day and the unit stand in the address, so that a view can be sent to a colleague. */
function useUnitAddress() {
  const today = useSession().data?.today ?? new Date().toISOString().slice(0, 10)
  const [search, setSearch] = useSearchParams()
  const steer = (change: { on?: string; unit?: string | undefined }) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
      return next
    })
  return { on: search.get('on') ?? today, unit: search.get('unit') ?? undefined, steer }
}

function rootOf(units: readonly UnitInTree[]): string {
  return (units.find((unit) => unit.inScope) ?? units[0])?.code ?? ''
}

function TreeSentence({ units, on }: { units: readonly UnitInTree[]; on: string }) {
  const t = useWords()
  const { locale } = useLocale()
  const inside = units.filter((unit) => unit.inScope)
  const kinds = unitKinds
    .map((kind) => ({ kind, count: inside.filter((unit) => unit.kind === kind).length }))
    .filter(({ kind, count }) => count > 0 && kind !== 'committee')
  const people = inside.reduce((sum, unit) => sum + unit.people, 0)
  if (inside.length === 0) {
    const words = { zh: '{on}还没有您能查看的单位。', en: 'On {on} there was no unit that you may see.' }
    return t(words, { on: printWhen(on, locale) })
  }
  const words = {
    zh: '{on}共有 {units} 个单位，其中{kinds}；在册 {people} 人。',
    en: 'On {on} there were {units} units, of which {kinds}, with {people} people.',
  }
  const told = kinds.map(({ kind, count }) =>
    locale === 'zh' ? `${kindWords[kind].zh} ${count} 个` : plural(kind, count),
  )
  return t(words, {
    on: printWhen(on, locale),
    units: inside.length,
    people,
    kinds: told.join(locale === 'zh' ? '、' : ', ').replace(/, ([^,]*)$/, ' and $1'),
  })
}

function plural(kind: UnitKind, count: number): string {
  const name = kindWords[kind].en.toLowerCase()
  return `${count} ${count === 1 ? name : name.replace(/y$/, 'ie').concat('s')}`
}
