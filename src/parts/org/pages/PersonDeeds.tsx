import { useSend } from '#web/client.ts'
import { useSay } from '#web/kit/Said.tsx'
import { useWords } from '#web/locale.tsx'
import { addPersonShape, leavePersonShape, movePersonShape, type PersonDetail, type UnitInTree } from '../shapes.ts'
import { DeedSheet } from './DeedSheet.tsx'
import { DayField, TextField, UnitField } from './fields.tsx'

interface Sheet {
  today: string
  onClose: () => void
}

interface NewPerson {
  code: string
  name: string
  unit: string
  title?: string
  phone?: string
  joinedOn: string
}

export function NewPersonSheet({ units, today, onClose }: Sheet & { units: readonly UnitInTree[] }) {
  const t = useWords()
  const say = useSay()
  const send = useSend(addPersonShape, {
    onDone: () => {
      say(t({ zh: '已新增人员', en: 'The person is added' }))
      onClose()
    },
  })
  return (
    <DeedSheet<NewPerson>
      title={t({ zh: '新增人员', en: 'Add a person' })}
      meaning={t({
        zh: '自入职之日起，此人列在所选单位。电话加密保存，平时只显示前三位和后四位。',
        en: 'From the day of joining the person stands in that unit. The phone is kept encrypted and shown masked.',
      })}
      deed={t({ zh: '新增', en: 'Add' })}
      initial={{ joinedOn: today }}
      onDeed={(body) => send.mutate({ body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <TextField name="name" label={{ zh: '姓名', en: 'Name' }} />
      <TextField
        name="code"
        label={{ zh: '工号', en: 'Code' }}
        help={{ zh: '字母、数字、点和横线，定了不能改', en: 'Letters, digits, dots and hyphens; it stays for good' }}
        pattern={/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/}
      />
      <UnitField name="unit" label={{ zh: '单位', en: 'Unit' }} units={units} />
      <TextField name="title" label={{ zh: '职务', en: 'Title' }} optional />
      <TextField name="phone" label={{ zh: '电话', en: 'Phone' }} optional />
      <DayField name="joinedOn" label={{ zh: '入职日期', en: 'Joined on' }} />
    </DeedSheet>
  )
}

interface MoveSheet extends Sheet {
  person: PersonDetail
  units: readonly UnitInTree[]
}

export function MovePersonSheet({ person, units, today, onClose }: MoveSheet) {
  const t = useWords()
  const say = useSay()
  const send = useSend(movePersonShape, {
    onDone: () => {
      say(t({ zh: '已调动', en: 'Moved' }))
      onClose()
    },
  })
  return (
    <DeedSheet<{ unit: string; title?: string; on: string }>
      title={t({ zh: '调动{name}', en: 'Move {name}' }, { name: person.name })}
      meaning={t({
        zh: '自所选之日起在新单位、新职务；以前的任职留在经历里。',
        en: 'The new unit and title hold from that day; the place held before stays in the history.',
      })}
      deed={t({ zh: '调动', en: 'Move' })}
      initial={{ unit: person.unit.code, title: person.title, on: today }}
      onDeed={(body) => send.mutate({ params: { id: person.id }, body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <UnitField name="unit" label={{ zh: '单位', en: 'Unit' }} units={units} />
      <TextField name="title" label={{ zh: '职务', en: 'Title' }} optional />
      <DayField name="on" label={{ zh: '自哪一天起', en: 'From which day' }} />
    </DeedSheet>
  )
}

export function LeavePersonSheet({ person, today, onClose }: Sheet & { person: PersonDetail }) {
  const t = useWords()
  const say = useSay()
  const send = useSend(leavePersonShape, {
    onDone: () => {
      say(t({ zh: '已登记离开', en: 'The departure is on record' }))
      onClose()
    },
  })
  return (
    <DeedSheet<{ on: string }>
      danger
      title={t({ zh: '{name}离开', en: '{name} leaves' }, { name: person.name })}
      meaning={t({
        zh: '自所选之日起不再在册，也不再出现在查找里；经历和以前的记录都保留。账号要另由管理员停用。',
        en: 'From that day the person is no longer listed or found; history and records stay. The account is disabled separately by the administrator.',
      })}
      deed={t({ zh: '登记离开', en: 'Put on record' })}
      initial={{ on: today }}
      onDeed={(body) => send.mutate({ params: { id: person.id }, body })}
      {...{ onClose, pending: send.isPending, problem: send.error }}
    >
      <DayField name="on" label={{ zh: '自哪一天起不在', en: 'First day no longer here' }} />
    </DeedSheet>
  )
}
