import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { issueOrderShape } from '../supervision/shapes.ts'
import { FormField } from './FormField.tsx'
import { kindWords } from './order-words.ts'

type Kind = keyof typeof kindWords

/** Asks for the matter, what is required and by when, and issues the order. */
export function IssueOrder({ matter, onDone }: { matter?: string; onDone: () => void }) {
  const t = useWords()
  const say = useSay()
  const [number, setNumber] = useState(matter ?? '')
  const [kind, setKind] = useState<Kind>('leader')
  const [requirement, setRequirement] = useState('')
  const [replyBy, setReplyBy] = useState('')
  const issue = useSend(issueOrderShape, {
    onDone: () => {
      say(t({ zh: '督办函已发出', en: 'The order is issued' }))
      onDone()
    },
  })
  const complete = number.trim().length >= 5 && requirement.trim().length >= 2 && replyBy !== ''
  return (
    <form
      className="orders-form"
      onSubmit={(event) => {
        event.preventDefault()
        issue.mutate({ body: { number: number.trim(), kind, level: kind === 'leader' ? 1 : 2, requirement, replyBy } })
      }}
    >
      {!matter && (
        <FormField words={<T zh="案卷号" en="Number of the matter" />}>
          {(id) => <Input id={id} value={number} maxLength={40} onChange={(event) => setNumber(event.target.value)} />}
        </FormField>
      )}
      <div className="orders-field">
        <span id="order-kind">
          <T zh="类型" en="Kind" />
        </span>
        <Select<Kind>
          aria-labelledby="order-kind"
          value={kind}
          onChange={setKind}
          options={(Object.keys(kindWords) as Kind[]).map((value) => ({ value, label: t(kindWords[value]) }))}
        />
      </div>
      <FormField words={<T zh="要求" en="What is required" />}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={requirement}
            onChange={(event) => setRequirement(event.target.value)}
          />
        )}
      </FormField>
      <FormField words={<T zh="回复期限" en="To be answered by" />}>
        {(id) => <DayInput id={id} value={replyBy} onChange={(event) => setReplyBy(event.target.value)} />}
      </FormField>
      <ProblemLine problem={issue.error} />
      <p className="orders-deeds">
        <Button type="primary" htmlType="submit" loading={issue.isPending} disabled={!complete}>
          <T zh="发出" en="Issue" />
        </Button>
        <Button onClick={onDone}>
          <T zh="取消" en="Leave it" />
        </Button>
      </p>
    </form>
  )
}
