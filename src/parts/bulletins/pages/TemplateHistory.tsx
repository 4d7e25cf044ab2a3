import { useState } from 'react'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type templateShape, templateVersionShape, type VersionShown } from '../template-shapes.ts'
import { LineDiff } from './LineDiff.tsx'

interface TemplateHistoryProps {
  template: Reply<typeof templateShape>
  locale: 'zh' | 'en'
  /** the text on the desk, which versions are held against */
  typed: string
  /** puts the text of a version on the desk; absent where the reader may not edit */
  onRestore: ((body: string) => void) | undefined
}

/** The versions of one language, each to be held against the text on the desk and taken back onto it. */
export function TemplateHistory({ template: { code, versions }, locale, typed, onRestore }: TemplateHistoryProps) {
  const [opened, setOpened] = useState<number | null>(null)
  const own = versions.filter((one) => one.locale === locale)
  const shown = own.some(({ version }) => version === opened) ? opened : null
  return (
    <Part
      title={<T zh="版本" en="Versions" />}
      note={<T zh="每次保存都是新版本，旧的一直留着。" en="Every save is a new version; old ones are kept." />}
    >
      <div className="template-versions">
        <DataTable
          caption={{ zh: '模板的版本', en: 'Versions of the template' }}
          columns={columnsWith(shown, setOpened)}
          rows={own}
          rowKey={({ version }) => String(version)}
        />
        {shown !== null && <Compared key={shown} {...{ code, locale, typed }} version={shown} onRestore={onRestore} />}
      </div>
    </Part>
  )
}

const columnsWith = (
  opened: number | null,
  open: (version: number | null) => void,
): readonly Column<VersionShown>[] => [
  {
    key: 'version',
    title: { zh: '版本', en: 'Version' },
    draw: ({ version }) => <T zh="第 {version} 版" en="Version {version}" version={version} />,
    phone: 'head',
  },
  { key: 'state', title: { zh: '状态', en: 'State' }, draw: (one) => <State version={one} /> },
  {
    key: 'at',
    title: { zh: '何时何人', en: 'When and who' },
    draw: (one) => <WhenAndWho version={one} />,
  },
  { key: 'reason', title: { zh: '说明', en: 'What changed' }, draw: (one) => <Reason version={one} /> },
  {
    key: 'compare',
    title: { zh: '对照', en: 'Compare' },
    draw: ({ version }) => (
      <button
        type="button"
        className="plain-link"
        aria-expanded={opened === version}
        onClick={() => open(opened === version ? null : version)}
      >
        {opened === version ? <T zh="收起" en="Close" /> : <T zh="与上面的文字对照" en="Hold against the text above" />}
      </button>
    ),
  },
]

function State({ version: { inUse, keptAside } }: { version: VersionShown }) {
  if (inUse) return <StateMark state="on" words={{ zh: '在用', en: 'In use' }} />
  if (keptAside) return <StateMark state="warning" words={{ zh: '另存，未启用', en: 'Kept aside' }} />
  return <StateMark state="none" words={{ zh: '旧版', en: 'Earlier' }} />
}

function WhenAndWho({ version: { at, by } }: { version: VersionShown }) {
  const stored = useStored()
  return (
    <>
      <When at={at} time /> {stored(by)}
    </>
  )
}

function Reason({ version: { origin, reason } }: { version: VersionShown }) {
  const t = useWords()
  if (origin === 'zone') return t({ zh: '随数据包加载', en: 'came with the zone package' })
  return <span lang="zh-CN">{reason}</span>
}

function Compared(props: {
  code: string
  locale: 'zh' | 'en'
  version: number
  typed: string
  onRestore: TemplateHistoryProps['onRestore']
}) {
  const { code, locale, version, typed, onRestore } = props
  const { data, error, refetch } = useEndpoint(templateVersionShape, { params: { code, locale, version } })
  if (error) return <ErrorState problem={error} onRetry={() => refetch()} />
  if (!data) return <Loading lines={6} />
  if (data.body === typed) {
    return (
      <p>
        <T zh="第 {version} 版与上面的文字相同。" en="Version {version} is the text above." version={version} />
      </p>
    )
  }
  return (
    <div>
      <p className="template-version-deeds">
        <T zh="从第 {version} 版到上面的文字：" en="From version {version} to the text above:" version={version} />
        {onRestore && (
          <button type="button" className="plain-link" onClick={() => onRestore(data.body)}>
            <T zh="取回这一版的文字" en="Take this version's text back" />
          </button>
        )}
      </p>
      <LineDiff before={data.body} after={typed} lang={locale} />
    </div>
  )
}
