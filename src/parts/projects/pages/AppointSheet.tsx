import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useEndpoint, useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { appointShape, candidatesShape } from '../commissioners/shapes.ts'
import { PeopleField } from './PeopleField.tsx'

interface AppointSheetProps {
  project: { code: string; name: string; now: string | null }
  today: string
  onClose: () => void
}

/** Seconds somebody to a project; whoever serves it now hands over in words. */
export function AppointSheet({ project, today, onClose }: AppointSheetProps) {
  const t = useWords()
  const say = useSay()
  const [q, setQ] = useState('')
  const [told, setTold] = useState({ person: '', from: today, handover: '' })
  const found = useEndpoint(candidatesShape, { query: { q } }, { placeholderData: (before) => before })
  const appoint = useSend(appointShape, {
    onDone: () => {
      say(t({ zh: '已派驻', en: 'Seconded' }))
      onClose()
    },
  })
  const ready = told.person !== '' && (project.now === null || told.handover.trim().length >= 2)
  return (
    <SideSheet title={<T zh="派驻服务专员" en="Second a commissioner" />} onClose={onClose}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          appoint.mutate({ params: { code: project.code }, body: told })
        }}
      >
        <p lang="zh-CN">
          <b>{project.name}</b>
        </p>
        <PeopleField label={t({ zh: '谁（姓名、拼音或工号）', en: 'Who (name, pinyin or code)' })}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ filterOption: false, onSearch: setQ }}
              value={told.person || null}
              onChange={(person) => setTold({ ...told, person: person ?? '' })}
              options={(found.data?.people ?? []).map((one) => ({
                value: one.code,
                label: `${one.name} · ${t(one.unit.name)} · ${t({ zh: '{n} 个项目', en: '{n} projects' }, { n: one.projects })}`,
              }))}
            />
          )}
        </PeopleField>
        <PeopleField label={t({ zh: '到岗日期', en: 'From' })}>
          {(id) => (
            <DayInput
              id={id}
              value={told.from}
              onChange={({ target }) => target.value && setTold({ ...told, from: target.value })}
            />
          )}
        </PeopleField>
        {project.now !== null && (
          <PeopleField
            label={t({ zh: '{name}交接的内容', en: 'What {name} hands over' }, { name: project.now })}
            hint={t({ zh: '未办结的问题、联系人、下一步', en: 'Open problems, whom to talk to, what comes next' })}
          >
            {(id) => (
              <Input.TextArea
                id={id}
                rows={4}
                maxLength={2000}
                value={told.handover}
                onChange={({ target }) => setTold({ ...told, handover: target.value })}
              />
            )}
          </PeopleField>
        )}
        <ProblemLine problem={appoint.error} />
        <Button type="primary" htmlType="submit" autoInsertSpace={false} loading={appoint.isPending} disabled={!ready}>
          {t({ zh: '派驻', en: 'Second' })}
        </Button>
      </form>
    </SideSheet>
  )
}
