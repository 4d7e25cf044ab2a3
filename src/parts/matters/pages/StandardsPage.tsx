import { Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { reasonWords } from '../standards/reason-words.ts'
import { listStandards } from '../standards/shapes.ts'
import { StandardsImport } from './StandardsImport.tsx'
import './matters.css'
import './inspections.css'
import './standards.css'

type Standards = Reply<typeof listStandards>
type Category = Standards['categories'][number]

/** The zone's standards as data: when a matter is registered, when closed, by whom, within what limit; each version stays. */
export default function StandardsPage() {
  const t = useWords()
  const may = useMay()
  const [address, setAddress] = useSearchParams()
  const [q, setQ] = useState('')
  const set = Number(address.get('set')) || undefined
  const found = useEndpoint(listStandards, { query: set ? { set } : {} })
  const categories = (found.data?.categories ?? []).filter((category) => isNamed(category, q))
  const none = found.data?.set === null
  return (
    <Page
      title={t({ zh: '立结案标准', en: 'Standards' })}
      sentence={found.data && !none && <Sentence standards={found.data} />}
      help="leader/standards"
    >
      <div className="matters standards">
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.error && <Loading lines={10} />}
        {none && <NoStandards />}
        {found.data && !none && (
          <>
            <p className="standards-bar">
              <Input.Search
                allowClear
                aria-label={t({ zh: '查找类别或条件', en: 'Find a category or a condition' })}
                placeholder={t({ zh: '类别、关键词或条件', en: 'Category, keyword or condition' })}
                onChange={(event) => setQ(event.target.value.trim())}
              />
              <Select
                aria-label={t({ zh: '版本', en: 'Version' })}
                value={found.data.set ?? undefined}
                onChange={(id) => setAddress({ set: String(id) })}
                options={found.data.versions.map(({ id, title }) => ({
                  value: id,
                  label: t({ zh: `第 ${id} 版 ${title}`, en: `Version ${id}` }),
                }))}
              />
            </p>
            <Categories categories={categories} />
            <Part
              title={<T zh="版本" en="Versions" />}
              note={<T zh="事项按登记时的版本办理" en="A matter keeps the version it was opened under" />}
            >
              <Versions versions={found.data.versions} />
            </Part>
          </>
        )}
        {may('matters/standards') && (
          <Part title={<T zh="导入新版本" en="Import a new version" />}>
            <StandardsImport />
          </Part>
        )}
      </div>
    </Page>
  )
}

function Sentence({ standards: { categories, versions } }: { standards: Standards }) {
  const t = useWords()
  const count = categories.reduce((sum, { standards }) => sum + standards.length, 0)
  return (
    <>
      {t(
        {
          zh: '{categories} 个小类，{count} 条立结案标准；共 {versions} 个版本。',
          en: '{categories} categories with {count} standards; {versions} versions in all.',
        },
        { categories: categories.length, count, versions: versions.length },
      )}
    </>
  )
}

const isNamed = ({ code, name, keywords, standards }: Category, q: string) =>
  q === '' ||
  [code, name.zh, name.en, keywords, ...standards.map(({ condition }) => condition)].some((text) =>
    text.toLowerCase().includes(q.toLowerCase()),
  )

function Categories({ categories }: { categories: readonly Category[] }) {
  const t = useWords()
  if (categories.length === 0) {
    return (
      <p className="standards-none">
        <T zh="没有符合的类别；可清除查找条件。" en="No category matches; clear the search." />
      </p>
    )
  }
  return (
    <ul className="standards-list">
      {categories.map(({ code, name, major, standards }) => (
        <li key={code}>
          <h2>
            {t(name)} <small>{code}</small> <small>{t(major)}</small>
          </h2>
          <dl>
            {standards.map((standard) => (
              <div key={standard.id}>
                <dt>{standard.condition}</dt>
                <dd>
                  <strong>{t(standard.limit.words)}</strong> ·{' '}
                  {standard.unitSaid || t({ zh: '未指定单位', en: 'no unit named' })}
                  <small>
                    <T zh="结案：" en="Closed when: " />
                    {standard.closeCondition}
                  </small>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Versions({ versions }: { versions: Standards['versions'] }) {
  return (
    <ul className="standards-versions">
      {versions.map(({ id, title, file, reason, at, by, standards, open }) => (
        <li key={id}>
          <T zh="第 {id} 版" en="Version {id}" id={id} /> {title} · <When at={at} /> · {by}
          <small>
            {file} · <T {...reasonWords(reason)} /> ·{' '}
            <T
              zh="{standards} 条，在办 {open} 件"
              en="{standards} standards, {open} open matters"
              {...{ standards, open }}
            />
          </small>
        </li>
      ))}
    </ul>
  )
}

function NoStandards() {
  return (
    <Empty title={<T zh="还没有立结案标准" en="No standards yet" />}>
      <T
        zh="导入本市的立案、处置和结案标准表（xlsx 或 csv）后，这里按小类列出条件、时限和责任单位；没有标准不能登记事项。"
        en="Import the city's table of standards (xlsx or csv): conditions, limits and duty units stand here by category; without standards no matter can be opened."
      />
    </Empty>
  )
}
