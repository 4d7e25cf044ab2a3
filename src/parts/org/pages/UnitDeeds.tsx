import { Form, Select } from 'antd'
import { useSend } from '#web/client.ts'
import { useSay } from '#web/kit/Said.tsx'
import { useLocale, useWords, type Words } from '#web/locale.tsx'
import {
  addUnitShape,
  closeUnitShape,
  moveUnitShape,
  renameUnitShape,
  type UnitDetail,
  type UnitInTree,
} from '../shapes.ts'
import { kindWords, type UnitKind, unitKinds } from '../unit-kinds.ts'
import { DeedSheet } from './DeedSheet.tsx'
import { DayField, TextField, UnitField } from './fields.tsx'

interface UnitSheetProps {
  unit: UnitDetail
  tree: readonly UnitInTree[]
  on: string
  onClose: () => void
  onChosen: (code: string) => void
}

const englishName: Words = { zh: '英文名', en: 'Name in English' }
const chineseName: Words = { zh: '名称', en: 'Name in Chinese' }
const fromDay: Words = { zh: '自哪一天起', en: 'From which day' }

/** The unit's name as the reader reads it, and what happens when a deed is done. */
function useDeedWords(unit: UnitDetail, onClose: () => void) {
  const t = useWords()
  const say = useSay()
  const { locale } = useLocale()
  const done = (words: Words) => {
    say(t(words))
    onClose()
  }
  return { name: locale === 'zh' ? unit.nameZh : unit.nameEn, done }
}

interface NewUnit {
  code: string
  nameZh: string
  nameEn: string
  kind: UnitKind
  openedOn: string
}

export function NewUnitSheet({ unit, on, onClose, onChosen }: UnitSheetProps) {
  const t = useWords()
  const { name, done } = useDeedWords(unit, onClose)
  const send = useSend(addUnitShape, {
    onDone: ({ code }) => {
      done({ zh: '已新设单位', en: 'The unit is open' })
      onChosen(code)
    },
  })
  return (
    <DeedSheet<NewUnit>
      title={t({ zh: '在{name}下新设单位', en: 'Open a unit below {name}' }, { name })}
      meaning={t({
        zh: '自设立之日起，新单位出现在单位树里，它的数字汇总到上级；之前的单位树不变。',
        en: 'From its opening day the unit stands in the tree and its figures add up to its parent; earlier trees stay as they were.',
      })}
      deed={t({ zh: '新设', en: 'Open it' })}
      initial={{ kind: 'community', openedOn: on }}
      onDeed={(values) => send.mutate({ body: { ...values, parent: unit.code } })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <TextField name="nameZh" label={chineseName} />
      <TextField name="nameEn" label={englishName} />
      <TextField
        name="code"
        label={{ zh: '代码', en: 'Code' }}
        help={{ zh: '大写字母、数字和横线，定了不能改', en: 'Capital letters, digits and hyphens; it stays for good' }}
        pattern={/^[A-Z0-9][A-Z0-9-]*$/}
      />
      <Form.Item name="kind" label={t({ zh: '类别', en: 'Kind' })}>
        <Select
          options={unitKinds
            .filter((kind) => kind !== 'committee')
            .map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        />
      </Form.Item>
      <DayField name="openedOn" label={{ zh: '设立日期', en: 'Opened on' }} />
    </DeedSheet>
  )
}

export function MoveUnitSheet({ unit, tree, on, onClose }: UnitSheetProps) {
  const t = useWords()
  const { name, done } = useDeedWords(unit, onClose)
  const send = useSend(moveUnitShape, { onDone: () => done({ zh: '已改隶', en: 'Moved' }) })
  return (
    <DeedSheet<{ parent: string; on: string }>
      title={t({ zh: '{name}改隶', en: 'Move {name}' }, { name })}
      meaning={t(
        {
          zh: '自所选之日起，{name}归新的上级，数字汇总到新上级；那天以前的数字仍归原上级。',
          en: 'From that day {name} stands below the new parent and its figures add up there; figures before it stay with the old parent.',
        },
        { name },
      )}
      deed={t({ zh: '改隶', en: 'Move it' })}
      initial={{ on }}
      onDeed={(body) => send.mutate({ params: { code: unit.code }, body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <UnitField
        name="parent"
        label={{ zh: '新的上级', en: 'New parent' }}
        units={tree.filter((one) => one.inScope && one.code !== unit.code)}
      />
      <DayField name="on" label={fromDay} />
    </DeedSheet>
  )
}

export function RenameUnitSheet({ unit, on, onClose }: UnitSheetProps) {
  const t = useWords()
  const { name, done } = useDeedWords(unit, onClose)
  const send = useSend(renameUnitShape, { onDone: () => done({ zh: '已更名', en: 'Renamed' }) })
  return (
    <DeedSheet<{ nameZh: string; nameEn: string; on: string }>
      title={t({ zh: '{name}更名', en: 'Rename {name}' }, { name })}
      meaning={t({
        zh: '自所选之日起用新名称；那天以前的表和通报仍用旧名称，按旧名称也能查到。',
        en: 'The new name holds from that day; earlier tables and bulletins keep the old one, and the old one still finds the unit.',
      })}
      deed={t({ zh: '更名', en: 'Rename it' })}
      initial={{ nameZh: unit.nameZh, nameEn: unit.nameEn, on }}
      onDeed={(body) => send.mutate({ params: { code: unit.code }, body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <TextField name="nameZh" label={chineseName} />
      <TextField name="nameEn" label={englishName} />
      <DayField name="on" label={fromDay} />
    </DeedSheet>
  )
}

export function CloseUnitSheet({ unit, on, onClose }: UnitSheetProps) {
  const t = useWords()
  const { name, done } = useDeedWords(unit, onClose)
  const send = useSend(closeUnitShape, { onDone: () => done({ zh: '已撤销', en: 'Closed' }) })
  return (
    <DeedSheet<{ on: string }>
      danger
      title={t({ zh: '撤销{name}', en: 'Close {name}' }, { name })}
      meaning={t(
        {
          zh: '自所选之日起{name}不再存在，不能再填报和进人；它以前的记录和数字都保留。还有下级单位或人员时不能撤销，请先改隶或调动。',
          en: 'From that day {name} is no more: nothing is reported for it and nobody joins it; its records and figures stay. Units below it and people in it must be moved first.',
        },
        { name },
      )}
      deed={t({ zh: '撤销', en: 'Close it' })}
      initial={{ on }}
      onDeed={(body) => send.mutate({ params: { code: unit.code }, body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <DayField name="on" label={{ zh: '自哪一天起不再存在', en: 'First day it is no more' }} />
    </DeedSheet>
  )
}
