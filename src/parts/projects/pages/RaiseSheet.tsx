import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useEndpoint, useSend } from '#web/client.ts'
import { freshKey } from '#web/kit/fresh-key.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { projectChoicesShape, raiseShape } from '../problems/shapes.ts'
import {
  kindWords,
  type ProblemKind,
  type ProblemSource,
  problemKinds,
  problemSources,
  sourceWords,
} from '../problems/states.ts'
import { PeopleField } from './PeopleField.tsx'
import { problemPath } from './problem-words.ts'
import './people.css'

/** Raises a problem; of one project when it is told. */
export function RaiseSheet({ project, onClose }: { project?: { code: string; name: string }; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const go = useNavigate()
  const [key] = useState(() => freshKey())
  const [told, setTold] = useState({
    ...{ project: project?.code ?? '', title: '', description: '' },
    ...{ kind: 'utilities' as ProblemKind, source: 'enterprise' as ProblemSource },
  })
  const change = (part: Partial<typeof told>) => setTold({ ...told, ...part })
  const raise = useSend(raiseShape, {
    onDone: ({ number }) => {
      say(t({ zh: '已登记 {number}', en: 'Raised as {number}' }, { number }))
      onClose()
      if (!project) go(problemPath({ number }))
    },
  })
  return (
    <SideSheet title={<T zh="提出问题" en="Raise a problem" />} onClose={onClose}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          raise.mutate({ body: { ...told, key } })
        }}
      >
        {project ? (
          <p lang="zh-CN">
            <b>{project.name}</b>
          </p>
        ) : (
          <ProjectChoice value={told.project} onChange={(code) => change({ project: code })} />
        )}
        <PeopleField label={t({ zh: '问题（一句话）', en: 'The problem in a sentence' })}>
          {(id) => (
            <Input
              id={id}
              value={told.title}
              maxLength={120}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </PeopleField>
        <PeopleField label={t({ zh: '具体情况，希望怎样解决', en: 'Details, and what would solve it' })}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              value={told.description}
              maxLength={2000}
              onChange={({ target }) => change({ description: target.value })}
            />
          )}
        </PeopleField>
        <PeopleField label={t({ zh: '类别', en: 'Kind' })}>
          {(id) => (
            <select
              id={id}
              className="plain-field"
              value={told.kind}
              onChange={({ target }) => change({ kind: target.value as ProblemKind })}
            >
              {problemKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(kindWords[kind])}
                </option>
              ))}
            </select>
          )}
        </PeopleField>
        <PeopleField label={t({ zh: '来源', en: 'Where it comes from' })}>
          {(id) => (
            <select
              id={id}
              className="plain-field"
              value={told.source}
              onChange={({ target }) => change({ source: target.value as ProblemSource })}
            >
              {problemSources.map((source) => (
                <option key={source} value={source}>
                  {t(sourceWords[source])}
                </option>
              ))}
            </select>
          )}
        </PeopleField>
        <ProblemLine problem={raise.error} />
        <Button
          type="primary"
          htmlType="submit"
          autoInsertSpace={false}
          loading={raise.isPending}
          disabled={told.project === '' || told.title.trim().length < 2}
        >
          {t({ zh: '登记', en: 'Raise' })}
        </Button>
      </form>
    </SideSheet>
  )
}

function ProjectChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useWords()
  const { data } = useEndpoint(projectChoicesShape)
  return (
    <PeopleField label={t({ zh: '项目', en: 'Project' })}>
      {(id) => (
        <select id={id} className="plain-field" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t({ zh: '选择项目', en: 'Choose a project' })}</option>
          {data?.projects.map(({ code, name }) => (
            <option key={code} value={code} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      )}
    </PeopleField>
  )
}
