import { Button, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { findShape } from '../inspections/shapes.ts'
import { type Finding, findings, findingWords } from '../inspections/words.ts'
import { FormField } from './FormField.tsx'
import type { Issue } from './InspectionPage.tsx'

type Counts = Pick<Issue, 'ordered' | 'fined' | 'fineYuan' | 'answerable'>

/** What was found, what was done, and what came of it in numbers; nobody is named. */
export function FindingForm({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const t = useWords()
  const [finding, setFinding] = useState<Finding>(issue.finding ?? 'true')
  const [words, setWords] = useState(issue.findingWords)
  const [measures, setMeasures] = useState(issue.measures)
  const [counts, setCounts] = useState<Counts>(issue)
  const find = useSend(findShape, { onDone })
  const { ordered, fined, fineYuan, answerable } = counts
  const ready = words.trim().length >= 2 && measures.trim().length >= 2
  return (
    <form
      className="orders-form"
      onSubmit={(event) => {
        event.preventDefault()
        const body = { finding, words, measures, ordered, fined, fineYuan: fineYuan.replace(/\.0+$/, ''), answerable }
        find.mutate({ params: { receipt: issue.receipt }, body })
      }}
    >
      <Radio.Group
        aria-label={t({ zh: '是否属实', en: 'Is it true' })}
        value={finding}
        onChange={(event) => setFinding(event.target.value as Finding)}
        options={findings.map((value) => ({ value, label: t(findingWords[value]) }))}
      />
      <Text words={{ zh: '核实情况', en: 'What was found' }} value={words} onChange={setWords} />
      <Text words={{ zh: '整改措施', en: 'What was done' }} value={measures} onChange={setMeasures} />
      <CountFields counts={counts} change={(changed) => setCounts({ ...counts, ...changed })} />
      <ProblemLine problem={find.error} />
      <p className="orders-deeds">
        <Button type="primary" htmlType="submit" loading={find.isPending} disabled={!ready}>
          <T zh="保存" en="Save" />
        </Button>
        <Button onClick={onDone}>
          <T zh="取消" en="Leave it" />
        </Button>
      </p>
    </form>
  )
}

function Text({ words, value, onChange }: { words: Words; value: string; onChange: (text: string) => void }) {
  return (
    <FormField words={<T {...words} />}>
      {(id) => (
        <Input.TextArea
          {...{ id, value, rows: 2, maxLength: 1000 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

function CountFields({ counts, change }: { counts: Counts; change: (changed: Partial<Counts>) => void }) {
  const whole = { min: 0, max: 999, precision: 0 }
  return (
    <div className="finding-counts">
      <FormField words={<T zh="责令整改（家）" en="Ordered to rectify" />}>
        {(id) => (
          <InputNumber {...{ id, ...whole, value: counts.ordered }} onChange={(n) => change({ ordered: n ?? 0 })} />
        )}
      </FormField>
      <FormField words={<T zh="立案处罚（家）" en="Fined" />}>
        {(id) => <InputNumber {...{ id, ...whole, value: counts.fined }} onChange={(n) => change({ fined: n ?? 0 })} />}
      </FormField>
      <FormField words={<T zh="罚款（元）" en="Fines in yuan" />}>
        {(id) => (
          <InputNumber<string>
            {...{ id, stringMode: true, min: '0', max: '999999999999', precision: 2, value: counts.fineYuan }}
            onChange={(yuan) => change({ fineYuan: yuan ?? '0' })}
          />
        )}
      </FormField>
      <FormField words={<T zh="问责（人）" en="Held answerable" />}>
        {(id) => (
          <InputNumber
            {...{ id, ...whole, value: counts.answerable }}
            onChange={(n) => change({ answerable: n ?? 0 })}
          />
        )}
      </FormField>
      <small>
        <T zh="只填数，不写被问责人的姓名" en="Numbers only: nobody who is held answerable is named" />
      </small>
    </div>
  )
}
