import { Button, Form, Input, Select } from 'antd'
import { useEndpoint, useSend } from '#web/client.ts'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { catalogueShape, type PaceTarget, reviseTargetShape } from '../shapes.ts'
import { operatorWords } from './pace-words.ts'

interface Values {
  indicator: string
  period: string
  operator: PaceTarget['operator']
  value: string
  unit: string
  reason: string
}

/** Sets a target or revises one: the earlier version stays on record with its reason. */
export default function ReviseTargetSheet({ year, onClose }: { year: number; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const [form] = Form.useForm<Values>()
  const catalogue = useEndpoint(catalogueShape)
  const indicators = catalogue.data?.indicators ?? []
  const revise = useSend(reviseTargetShape, {
    onDone: ({ name }) => {
      say(t({ zh: '{name}的目标已记录', en: 'The target of {name} is on record' }, { name: t(name) }))
      onClose()
    },
  })
  return (
    <SideSheet title={t({ zh: '设定或调整目标', en: 'Set or revise a target' })} onClose={onClose}>
      <p className="sheet-meaning">
        <T
          zh="同一指标、同一时期已有目标时，新的替换旧的；旧目标连同理由一直可查。"
          en="Where the indicator has a target for the period, this one replaces it; the earlier one stays on record with its reason."
        />
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ period: String(year), operator: '>=' }}
        onFinish={(body) => revise.mutate({ body })}
      >
        <Form.Item name="indicator" label={t({ zh: '指标', en: 'Indicator' })} rules={needed(t)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map(({ code, name }) => ({ value: code, label: t(name) }))}
            onChange={(code: string) =>
              form.setFieldValue('unit', indicators.find((one) => one.code === code)?.unit ?? '')
            }
          />
        </Form.Item>
        <Form.Item name="period" label={t({ zh: '时期', en: 'Period' })} rules={needed(t)}>
          <BoundPeriod />
        </Form.Item>
        <AimFields />
        <Form.Item
          name="reason"
          label={t({ zh: '理由', en: 'Reason' })}
          rules={[{ required: true, whitespace: true, min: 6, message: t(reasonWords) }]}
        >
          <Input.TextArea rows={3} maxLength={400} showCount />
        </Form.Item>
        {revise.error && <ProblemLine problem={revise.error} />}
        <div className="sheet-deeds">
          <Button type="primary" htmlType="submit" loading={revise.isPending}>
            <T zh="记录目标" en="Record the target" />
          </Button>
          <Button onClick={onClose}>
            <T zh="取消" en="Cancel" />
          </Button>
        </div>
      </Form>
    </SideSheet>
  )
}

const reasonWords = { zh: '请写明理由，至少六个字', en: 'Say why, in at least six characters' }

type Say = ReturnType<typeof useWords>

const needed = (t: Say) => [{ required: true, whitespace: true, message: t({ zh: '请填写', en: 'Fill this in' }) }]

/** 不少于 650 列: how it is bounded, how much, in which unit. */
function AimFields() {
  const t = useWords()
  const digits = { zh: '请填写数字', en: 'Digits, please' }
  return (
    <div className="sheet-aim">
      <Form.Item name="operator" label={t({ zh: '要求', en: 'Bound' })} rules={needed(t)}>
        <Select
          options={(Object.keys(operatorWords) as PaceTarget['operator'][]).map((operator) => ({
            value: operator,
            label: t(operatorWords[operator]),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={t({ zh: '目标值', en: 'Value' })}
        rules={[{ required: true, pattern: /^\d+(\.\d+)?$/, message: t(digits) }]}
      >
        <Input inputMode="decimal" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="unit" label={t({ zh: '单位', en: 'Unit' })} rules={needed(t)}>
        <Input autoComplete="off" maxLength={20} />
      </Form.Item>
    </div>
  )
}

/** The form gives value and onChange. */
function BoundPeriod({ value = '', onChange }: { value?: string; onChange?: (period: string) => void }) {
  return <PeriodPicker value={value} onChange={(period) => onChange?.(period)} />
}
