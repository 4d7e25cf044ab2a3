import { Form, Input } from 'antd'
import { DayInput } from '#web/kit/DayInput.tsx'
import { type UnitChoice, UnitPicker } from '#web/kit/UnitPicker.tsx'
import { type Locale, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { UnitInTree } from '../shapes.ts'

const needed: Words = { zh: '请填写', en: 'Fill this in' }

interface TextFieldProps {
  name: string
  label: Words
  help?: Words
  pattern?: RegExp
  optional?: boolean
  placeholder?: string
}

export function TextField({ name, label, help, pattern, optional, placeholder }: TextFieldProps) {
  const t = useWords()
  const wrong = t(help ?? needed)
  const rules = [
    ...(optional ? [] : [{ required: true, whitespace: true, message: t(needed) }]),
    ...(pattern ? [{ pattern, message: wrong }] : []),
  ]
  return (
    <Form.Item name={name} label={t(label)} rules={rules} {...(help ? { extra: t(help) } : {})}>
      <Input maxLength={60} autoComplete="off" {...(placeholder ? { placeholder } : {})} />
    </Form.Item>
  )
}

/** A day, with the browser's own calendar: it works by keyboard and on any phone. */
export function DayField({ name, label }: { name: string; label: Words }) {
  const t = useWords()
  return (
    <Form.Item name={name} label={t(label)} rules={[{ required: true, message: t(needed) }]}>
      <DayInput />
    </Form.Item>
  )
}

/** A unit of the tree. */
export function UnitField({ name, label, units }: { name: string; label: Words; units: readonly UnitInTree[] }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <Form.Item name={name} label={t(label)} rules={[{ required: true, message: t(needed) }]}>
      <BoundPicker units={choicesOf(units, locale)} words={label} />
    </Form.Item>
  )
}

interface BoundPickerProps {
  units: readonly UnitChoice[]
  words: Words
  /** given by the form */
  value?: string
  onChange?: (code: string | undefined) => void
}

function BoundPicker({ units, words, value, onChange }: BoundPickerProps) {
  return <UnitPicker units={units} words={words} value={value} onChange={(code) => onChange?.(code)} />
}

/** The tree as the unit picker takes it; units whose parent is not among them stand at the top. */
export function choicesOf(units: readonly UnitInTree[], locale: Locale): UnitChoice[] {
  const codes = new Set(units.map((unit) => unit.code))
  return units.map(({ code, parent, nameZh, nameEn, found }) => ({
    ...{ code, found, name: locale === 'zh' ? nameZh : nameEn },
    under: parent !== null && codes.has(parent) ? parent : null,
  }))
}
