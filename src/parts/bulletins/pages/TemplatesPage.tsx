import { Button } from 'antd'
import { useState } from 'react'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { templatesShape } from '../template-shapes.ts'
import { NewTemplateSheet } from './NewTemplateSheet.tsx'
import { languageWords, periodKindWords } from './template-words.ts'
import './template-editor.css'

type Answer = Reply<typeof templatesShape>
type Row = Answer['templates'][number]

/** The templates that bulletins are written from, each with the version in use. */
export default function TemplatesPage() {
  const t = useWords()
  const may = useMay()
  const list = useEndpoint(templatesShape)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t({ zh: '通报模板', en: 'Templates' })}
      sentence={list.data && <ListSentence templates={list.data.templates} />}
      help="reviewer/templates"
      deeds={
        may('bulletins/review') && (
          <Button autoInsertSpace={false} onClick={() => setAdding(true)}>
            <T zh="新建模板" en="New template" />
          </Button>
        )
      }
    >
      <DataTable
        caption={{ zh: '通报模板', en: 'Templates of bulletins' }}
        columns={columns}
        rows={list.data?.templates}
        rowKey={({ code }) => code}
        hrefOf={({ code }) => `/templates/${code}`}
        problem={list.error}
        onRetry={() => list.refetch()}
        empty={
          <Empty title={<T zh="还没有模板" en="No template yet" />}>
            <T
              zh="模板随园区数据包的 templates 文件夹加载，加载后可在这里修改。"
              en="Templates come with the folder templates of the zone package; then they are edited here."
            />
          </Empty>
        }
      />
      {adding && <NewTemplateSheet onClose={() => setAdding(false)} />}
    </Page>
  )
}

const columns: readonly Column<Row>[] = [
  { key: 'name', title: { zh: '模板', en: 'Template' }, draw: ({ name }) => <Said words={name} />, phone: 'head' },
  {
    key: 'period',
    title: { zh: '时期', en: 'Period' },
    draw: ({ period }) => <Said words={periodKindWords[period]} />,
  },
  {
    key: 'languages',
    title: { zh: '在用版本', en: 'In use' },
    draw: ({ languages }) => languages.map((one) => <InUse key={one.locale} version={one} />),
  },
  { key: 'versions', title: { zh: '历次版本', en: 'Versions' }, number: true, draw: ({ versions }) => versions },
  { key: 'last', title: { zh: '最近修改', en: 'Last changed' }, draw: (row) => <LastChanged row={row} /> },
]

function Said({ words }: { words: Row['name'] }) {
  return useWords()(words)
}

function InUse({ version: { locale, version } }: { version: Row['languages'][number] }) {
  const t = useWords()
  return (
    <span className="template-in-use">
      {t(
        { zh: '{language}第 {version} 版', en: '{language} version {version}' },
        { language: t(languageWords[locale]), version },
      )}
    </span>
  )
}

function LastChanged({ row: { languages, keptAside } }: { row: Row }) {
  const stored = useStored()
  const [last] = [...languages].sort((a, b) => (a.at > b.at ? -1 : 1))
  return (
    <>
      {last && (
        <>
          <When at={last.at} time /> {stored(last.by)}
        </>
      )}
      {keptAside > 0 && (
        <>
          {' '}
          <StateMark state="warning" words={{ zh: '数据包有新版待定', en: 'The package has a newer one' }} />
        </>
      )}
    </>
  )
}

function ListSentence({ templates }: { templates: Answer['templates'] }) {
  const t = useWords()
  const waiting = templates.filter(({ keptAside }) => keptAside > 0).length
  if (waiting === 0) {
    return t(
      {
        zh: '{count} 个模板；通报里的每个数字都由模板里的标签取自数据。',
        en: '{count} templates; their tags take every figure of a bulletin from the records.',
      },
      { count: templates.length },
    )
  }
  return t(
    {
      zh: '{count} 个模板，其中 {waiting} 个在页面上改过，数据包又带来了新版，请对照后决定。',
      en: '{count} templates; of {waiting} the zone package has brought a newer version after an edit: compare and decide.',
    },
    { count: templates.length, waiting },
  )
}
