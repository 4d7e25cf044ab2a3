import { Input, Select } from 'antd'
import { useId } from 'react'
import { useEndpoint } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { dispatchOf } from '../desk/dispatch-shapes.ts'
import type { MatterShown } from '../desk/matter-shapes.ts'
import { matterCategories } from '../desk/open-shapes.ts'
import type { Value } from './DeedForm.tsx'
import { suggestionSaid } from './suggestion-words.ts'

interface DeedFieldProps {
  name: string
  optional: boolean
  deed: string
  matter: MatterShown
  value: Value
  onChange: (value: Value) => void
}

const labels: Record<string, Words> = {
  words: { zh: '说明', en: 'What is said of it' },
  reason: { zh: '理由', en: 'Reason' },
  told: { zh: '告知反映人的话', en: 'Words for the reporter' },
  found: { zh: '现场情况', en: 'On the spot' },
  passed: { zh: '核查结果', en: 'The check' },
  granted: { zh: '审批意见', en: 'Decision' },
  standard: { zh: '立结案标准', en: 'Standard' },
  unit: { zh: '派往', en: 'Send to' },
  ground: { zh: '不予立案的理由', en: 'Ground' },
  into: { zh: '并入哪件（案卷号）', en: 'Into which (its number)' },
  category: { zh: '类别', en: 'Category' },
  title: { zh: '标题', en: 'Title' },
  address: { zh: '地址', en: 'Address' },
  until: { zh: '到哪天', en: 'Until' },
  on: { zh: '承诺日期', en: 'Promised day' },
  person: { zh: '指定谁', en: 'Whom' },
}

const choices: Record<string, { yes: Words; no: Words }> = {
  found: { yes: { zh: '属实', en: 'It is so' }, no: { zh: '不属实', en: 'It is not so' } },
  passed: { yes: { zh: '通过', en: 'It passes' }, no: { zh: '不通过，返工', en: 'It fails: do it again' } },
  granted: { yes: { zh: '同意', en: 'Granted' }, no: { zh: '不同意', en: 'Refused' } },
}

/** One field of a deed, by its name in the engine's table. */
export function DeedField(props: DeedFieldProps) {
  const t = useWords()
  const id = useId()
  const { name, optional } = props
  const label = labels[name] ?? { zh: name, en: name }
  const choice = choices[name]
  if (choice) return <YesOrNo {...props} label={label} choice={choice} />
  return (
    <div className="matter-deed-field">
      <label htmlFor={id}>
        {t(label)}
        {optional && <T zh="（可空）" en=" (optional)" />}
      </label>
      <Control {...props} id={id} />
    </div>
  )
}

function YesOrNo({
  name,
  value,
  onChange,
  label,
  choice,
}: DeedFieldProps & { label: Words; choice: { yes: Words; no: Words } }) {
  const t = useWords()
  return (
    <fieldset className="matter-deed-field">
      <legend>{t(label)}</legend>
      {([true, false] as const).map((one) => (
        <label key={String(one)}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />{' '}
          {t(one ? choice.yes : choice.no)}
        </label>
      ))}
    </fieldset>
  )
}

type ControlProps = DeedFieldProps & { id: string }

function Control({ name, matter, value, onChange, id }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  if (name === 'unit') return <UnitChoice {...{ id, matter, text, onChange }} />
  if (name === 'standard' || name === 'category') return <CategoryChoice {...{ id, name, matter, text, onChange }} />
  if (name === 'ground') return <GroundChoice {...{ id, text, onChange }} />
  if (name === 'person') return <PersonChoice {...{ id, matter, text, onChange }} />
  if (name === 'until' || name === 'on')
    return <DayInput id={id} value={text} onChange={(event) => onChange(event.target.value)} />
  if (name === 'words' || name === 'reason' || name === 'told')
    return (
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <Input
      id={id}
      maxLength={300}
      list={`${id}-near`}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface ChoiceProps {
  id: string
  text: string
  onChange: (value: Value) => void
}

/** Suggested units first, each with its reason and what it has before it; then all of them. */
function UnitChoice({ id, matter, text, onChange }: ChoiceProps & { matter: MatterShown }) {
  const t = useWords()
  const advice = useEndpoint(dispatchOf, { params: { number: matter.row.number } })
  const suggested = advice.data?.suggestions ?? []
  const known = new Set(suggested.map(({ unit }) => unit.code))
  const options = [
    {
      label: t({ zh: '建议', en: 'Suggested' }),
      options: suggested.map((one) => ({
        value: one.unit.code,
        label: `${t(one.unit.name)}（${suggestionSaid(one, t)}）`,
      })),
    },
    {
      label: t({ zh: '全部单位', en: 'All units' }),
      options: matter.units
        .filter(({ code }) => !known.has(code))
        .map(({ code, name }) => ({ value: code, label: t(name) })),
    },
  ]
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={text || null}
      onChange={onChange}
    />
  )
}

function CategoryChoice({ id, name, matter, text, onChange }: ChoiceProps & { name: string; matter: MatterShown }) {
  const t = useWords()
  const categories = useEndpoint(matterCategories, undefined, { staleTime: 600_000 })
  const standards = categories.data?.find(({ code }) => code === matter.row.category)?.standards ?? []
  const options =
    name === 'standard'
      ? standards.map(({ id: standard, condition, limit }) => ({
          value: String(standard),
          label: `${condition}（${t(limit)}）`,
        }))
      : (categories.data ?? []).map(({ code, name: category }) => ({ value: code, label: `${t(category)} ${code}` }))
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={text || null}
      onChange={onChange}
    />
  )
}

const grounds: Record<string, Words> = {
  'not-found': { zh: '现场未发现', en: 'Not found on the spot' },
  outside: { zh: '不属本区职责', en: 'Not the duty of this zone' },
  referred: { zh: '已转其他单位', en: 'Referred to another body' },
  insufficient: { zh: '信息不足', en: 'Too little is known' },
  duplicate: { zh: '重复反映', en: 'Reported before' },
}

function GroundChoice({ id, text, onChange }: ChoiceProps) {
  const t = useWords()
  const options = Object.entries(grounds).map(([value, words]) => ({ value, label: t(words) }))
  return <Select id={id} options={options} value={text || null} onChange={onChange} />
}

function PersonChoice({ id, matter, text, onChange }: ChoiceProps & { matter: MatterShown }) {
  const options = matter.people.map(({ id: value, name }) => ({ value, label: name }))
  return <Select id={id} allowClear options={options} value={text || null} onChange={onChange} />
}
