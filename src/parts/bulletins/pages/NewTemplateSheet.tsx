import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { saveTemplateShape } from '../template-shapes.ts'
import { periodKindWords } from './template-words.ts'
import '#web/kit/plain-field.css'
import './bulletins.css'

type Kind = keyof typeof periodKindWords

/** Begins a template in the reader's language: its code, its name and the period it is written for. */
export function NewTemplateSheet({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const go = useNavigate()
  const { locale } = useLocale()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('half')
  const save = useSend(saveTemplateShape, { onDone: () => go(`/templates/${code}`) })
  return (
    <SideSheet title={<T zh="新建模板" en="New template" />} onClose={onClose}>
      <form
        className="bulletin-withdrawal"
        onSubmit={(event) => {
          event.preventDefault()
          const body = firstBody({ name: name.trim(), kind, locale })
          save.mutate({ params: { code, locale }, body: { body, reason: t({ zh: '新建', en: 'New' }), from: 0 } })
        }}
      >
        <label htmlFor="template-name">
          <T zh="名称" en="Name" />
        </label>
        <input
          id="template-name"
          className="plain-field"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="template-code">
          <T zh="编码（小写字母、数字和连字符）" en="Code (small letters, digits and hyphens)" />
        </label>
        <input
          id="template-code"
          className="plain-field"
          required
          pattern="[a-z0-9][a-z0-9\-]{0,39}"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <label htmlFor="template-period">
          <T zh="写哪种时期" en="Period it is written for" />
        </label>
        <select
          id="template-period"
          className="plain-field"
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
        >
          {(Object.keys(periodKindWords) as Kind[]).map((one) => (
            <option key={one} value={one}>
              {t(periodKindWords[one])}
            </option>
          ))}
        </select>
        <ProblemLine problem={save.error} />
        <div className="bulletin-deeds">
          <Button type="primary" htmlType="submit" loading={save.isPending} autoInsertSpace={false}>
            <T zh="建立" en="Begin" />
          </Button>
          <Button onClick={onClose} autoInsertSpace={false}>
            <T zh="取消" en="Cancel" />
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}

/** A text that prints at once, for the writer to go on with; the name is quoted as YAML takes it. */
function firstBody({ name, kind, locale }: { name: string; kind: Kind; locale: 'zh' | 'en' }): string {
  const front = `---\nname: ${JSON.stringify(name)}\nperiod: ${kind}\n---\n`
  return locale === 'zh'
    ? `${front}\n# {{ zone.name }}{{ period.words }}运行情况\n\n现将{{ period.words }}的情况通报如下。\n`
    : `${front}\n# {{ zone.name }}: {{ period.words }}\n\nThis is how the zone stood in {{ period.words }}.\n`
}
