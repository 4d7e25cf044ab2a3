import { Button } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { UnitPicker } from '#web/kit/UnitPicker.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import { type PersonRow, peopleShape, unitTreeShape } from '../shapes.ts'
import { choicesOf } from './fields.tsx'
import { ImportPeopleSheet } from './ImportPeopleSheet.tsx'
import { NewPersonSheet } from './PersonDeeds.tsx'
import { PersonSheet } from './PersonSheet.tsx'
import './org.css'

/** Who works where: found by characters, pinyin, initials or code. */
export default function PeoplePage() {
  const t = useWords()
  const { locale } = useLocale()
  const may = useMay()
  const steering = useTableAddress({ size: 50 })
  const unit = steering.filters['unit']
  const { person, hrefOf, close } = usePersonAddress()
  const [deed, setDeed] = useState<'add' | 'import'>()
  const today = useSession().data?.today ?? ''
  const tree = useEndpoint(unitTreeShape, { query: today ? { on: today } : {} })
  const inside = tree.data?.units.filter((one) => one.inScope) ?? []
  const query = { q: steering.q, page: steering.page, size: Math.min(200, steering.size), ...(unit ? { unit } : {}) }
  const list = useEndpoint(peopleShape, { query }, { placeholderData: (before) => before })
  const manages = may('org/manage')
  return (
    <Page
      title={t({ zh: '人员', en: 'People' })}
      sentence={list.data && <PeopleSentence total={list.data.total} q={steering.q} unit={nameOf(unit)} />}
      help="administrator/people"
      deeds={
        manages && (
          <>
            <Button onClick={() => setDeed('import')}>
              <T zh="导入名册" en="Import a list" />
            </Button>
            <Button type="primary" onClick={() => setDeed('add')}>
              <T zh="新增人员" en="Add a person" />
            </Button>
          </>
        )
      }
    >
      <DataTable<PersonRow>
        caption={{ zh: '人员', en: 'People' }}
        columns={columns(locale)}
        rows={list.data?.people}
        total={list.data?.total}
        rowKey={(row) => row.id}
        hrefOf={(row) => hrefOf(row.id)}
        steering={steering}
        searchWords={{ zh: '姓名、拼音、首字母或工号', en: 'Name, pinyin, initials or code' }}
        problem={list.error}
        onRetry={() => list.refetch()}
        waiting={list.isPlaceholderData}
        deeds={
          <UnitPicker
            clearable
            units={choicesOf(inside, locale)}
            value={unit}
            onChange={(code) => steering.steer({ filters: code ? { unit: code } : {} })}
          />
        }
        empty={
          <Empty title={t({ zh: '还没有人员', en: 'No people yet' })}>
            <T
              zh="人员名册导入以后，这里按单位列出每个人；模板在“导入名册”里。"
              en="Once a list is imported, everybody stands here by unit; “Import a list” has the template."
            />
          </Empty>
        }
      />
      {person && <PersonSheet id={person} units={inside} onClose={close} />}
      {deed === 'add' && <NewPersonSheet units={inside} today={today} onClose={() => setDeed(undefined)} />}
      {deed === 'import' && <ImportPeopleSheet today={today} onClose={() => setDeed(undefined)} />}
    </Page>
  )

  function nameOf(code: string | undefined): string | undefined {
    const found = inside.find((one) => one.code === code)
    return found && (locale === 'zh' ? found.nameZh : found.nameEn)
  }
}

/** The opened person stands in the address beside the table's own words. */
function usePersonAddress() {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const go = useNavigate()
  const hrefOf = (id: string | undefined) => {
    const next = new URLSearchParams(search)
    if (id === undefined) next.delete('person')
    else next.set('person', id)
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  return { person: search.get('person'), hrefOf, close: () => go(hrefOf(undefined)) }
}

function PeopleSentence({ total, q, unit }: { total: number; q: string; unit: string | undefined }) {
  const t = useWords()
  if (q) return t({ zh: '找到 {total} 人符合“{q}”。', en: '{total} people match “{q}”.' }, { total, q })
  if (unit)
    return t(
      { zh: '{unit}及下属单位共有 {total} 人在册。', en: '{unit} and the units below it have {total} people.' },
      { total, unit },
    )
  return t({ zh: '您能查看的单位共有 {total} 人在册。', en: 'The units you may see have {total} people.' }, { total })
}

function columns(locale: 'zh' | 'en'): Column<PersonRow>[] {
  return [
    {
      key: 'name',
      title: { zh: '姓名', en: 'Name' },
      phone: 'head',
      draw: (row) => (
        <span className="person-name">
          {row.name}
          <small lang="zh-Latn">{row.pinyin}</small>
          {row.leftOn && (
            <em>
              <T zh="已离开" en="left" />
            </em>
          )}
        </span>
      ),
    },
    { key: 'code', title: { zh: '工号', en: 'Code' }, draw: (row) => row.code },
    {
      key: 'unit',
      title: { zh: '单位', en: 'Unit' },
      draw: (row) => (locale === 'zh' ? row.unit.nameZh : row.unit.nameEn),
    },
    { key: 'title', title: { zh: '职务', en: 'Title' }, draw: (row) => row.title || '—' },
    { key: 'phone', title: { zh: '电话', en: 'Phone' }, draw: (row) => row.phone ?? '—' },
    { key: 'joined', title: { zh: '入职', en: 'Joined' }, phone: 'none', draw: (row) => <When at={row.joinedOn} /> },
  ]
}
