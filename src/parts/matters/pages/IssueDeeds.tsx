import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useWords } from '#web/locale.tsx'
import { acceptShape, publishShape, recheckShape } from '../inspections/shapes.ts'
import { FindingForm } from './FindingForm.tsx'
import { FormField } from './FormField.tsx'
import type { Issue } from './InspectionPage.tsx'

/** What the reader may do with an issue now: say what was found, accept, let into the open, look again. */
export function IssueDeeds({ issue }: { issue: Issue }) {
  const [form, setForm] = useState<'find' | 'recheck' | null>(null)
  const params = { receipt: issue.receipt }
  const accept = useSend(acceptShape)
  const publish = useSend(publishShape)
  const may = (deed: Issue['deeds'][number]) => issue.deeds.includes(deed)
  if (issue.deeds.length === 0) return null
  if (form === 'find') return <FindingForm issue={issue} onDone={() => setForm(null)} />
  if (form === 'recheck') return <RecheckForm issue={issue} onDone={() => setForm(null)} />
  return (
    <>
      <p className="orders-deeds">
        {may('find') && (
          <Button size="small" onClick={() => setForm('find')}>
            {issue.finding ? (
              <T zh="修改核实情况" en="Change the finding" />
            ) : (
              <T zh="填写核实情况" en="Say what was found" />
            )}
          </Button>
        )}
        {may('accept-first') && (
          <Button size="small" onClick={() => accept.mutate({ params, body: { level: 'first' } })}>
            <T zh="初验" en="Accept first" />
          </Button>
        )}
        {may('accept') && (
          <Button size="small" onClick={() => accept.mutate({ params, body: { level: 'second' } })}>
            <T zh="验收销号" en="Strike off" />
          </Button>
        )}
        {may('publish') && (
          <Button size="small" onClick={() => publish.mutate({ params, body: {} })}>
            <T zh="列入公开表" en="Let into the open" />
          </Button>
        )}
        {may('recheck') && (
          <Button size="small" onClick={() => setForm('recheck')}>
            <T zh="抽查复核" en="Look again" />
          </Button>
        )}
      </p>
      <ProblemLine problem={accept.error ?? publish.error} />
    </>
  )
}

function RecheckForm({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const t = useWords()
  const [passed, setPassed] = useState(true)
  const [words, setWords] = useState('')
  const recheck = useSend(recheckShape, { onDone })
  return (
    <form
      className="orders-form"
      onSubmit={(event) => {
        event.preventDefault()
        recheck.mutate({ params: { receipt: issue.receipt }, body: { passed, words } })
      }}
    >
      <Radio.Group
        aria-label={t({ zh: '复核结果', en: 'Result of the look' })}
        value={passed}
        onChange={(event) => setPassed(event.target.value === true)}
        options={[
          { value: true, label: t({ zh: '没有反弹', en: 'It has not come back' }) },
          { value: false, label: t({ zh: '问题反弹，重新办理', en: 'It came back: handle it anew' }) },
        ]}
      />
      <FormField words={<T zh="现场情况" en="What was seen" />}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </FormField>
      <ProblemLine problem={recheck.error} />
      <Send busy={recheck.isPending} ready={words.trim().length >= 2} onLeave={onDone} />
    </form>
  )
}

function Send({ busy, ready, onLeave }: { busy: boolean; ready: boolean; onLeave: () => void }) {
  return (
    <p className="orders-deeds">
      <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
        <T zh="保存" en="Save" />
      </Button>
      <Button onClick={onLeave}>
        <T zh="取消" en="Leave it" />
      </Button>
    </p>
  )
}
