import { Button, ConfigProvider, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useEndpoint, useSend } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import { type PersonDetail, personShape, phoneReadingShape, type UnitInTree } from '../shapes.ts'
import { Refused } from './DeedSheet.tsx'
import { TextField } from './fields.tsx'
import { LeavePersonSheet, MovePersonSheet } from './PersonDeeds.tsx'
import { Stretches } from './UnitDetail.tsx'

interface PersonSheetProps {
  id: string
  units: readonly UnitInTree[]
  onClose: () => void
}

/** One person: where they are, where they were, and what can be done. */
export function PersonSheet({ id, units, onClose }: PersonSheetProps) {
  const may = useMay()
  const [deed, setDeed] = useState<'move' | 'leave'>()
  const today = useSession().data?.today ?? ''
  const person = useEndpoint(personShape, { params: { id } })
  const { data } = person
  const done = () => setDeed(undefined)
  if (data && deed === 'move') return <MovePersonSheet person={data} units={units} today={today} onClose={done} />
  if (data && deed === 'leave') return <LeavePersonSheet person={data} today={today} onClose={done} />
  return (
    <SideSheet title={data?.name ?? <T zh="人员" en="Person" />} onClose={onClose}>
      {person.error && <ErrorState problem={person.error} onRetry={() => person.refetch()} />}
      {!person.error && !data && <Loading lines={6} />}
      {data && <PersonFacts person={data} />}
      {data && may('org/manage') && data.leftOn === null && (
        <div className="org-deeds">
          <Button onClick={() => setDeed('move')}>
            <T zh="调动" en="Move" />
          </Button>
          <Button onClick={() => setDeed('leave')}>
            <T zh="离开" en="Leave" />
          </Button>
        </div>
      )}
      {data && <PersonHistory person={data} />}
    </SideSheet>
  )
}

function PersonFacts({ person }: { person: PersonDetail }) {
  const { locale } = useLocale()
  const may = useMay()
  return (
    <>
      <dl className="person-facts">
        <dt>
          <T zh="工号" en="Code" />
        </dt>
        <dd>{person.code}</dd>
        <dt>
          <T zh="单位" en="Unit" />
        </dt>
        <dd>
          <Link to={`/units?unit=${encodeURIComponent(person.unit.code)}`}>
            {locale === 'zh' ? person.unit.nameZh : person.unit.nameEn}
          </Link>
        </dd>
        <dt>
          <T zh="职务" en="Title" />
        </dt>
        <dd>{person.title || '—'}</dd>
        <dt>
          <T zh="入职" en="Joined" />
        </dt>
        <dd>
          <When at={person.joinedOn} />
        </dd>
        {person.leftOn && (
          <>
            <dt>
              <T zh="离开" en="Left" />
            </dt>
            <dd>
              <When at={person.leftOn} />
            </dd>
          </>
        )}
        <dt>
          <T zh="电话" en="Phone" />
        </dt>
        <dd>{person.phone ?? '—'}</dd>
      </dl>
      {person.phone && may('org/read-phones') && <PhoneReading id={person.id} />}
    </>
  )
}

/** The whole number, for a reason that goes on record. */
function PhoneReading({ id }: { id: string }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const reading = useSend(phoneReadingShape, { refreshes: [] })
  if (reading.data) {
    return (
      <p>
        <T zh="完整电话" en="Whole number" />{' '}
        <a href={`tel:${reading.data.phone}`} className="whole-phone">
          {reading.data.phone}
        </a>
      </p>
    )
  }
  if (!asking) {
    return (
      <Button type="link" onClick={() => setAsking(true)}>
        <T zh="查看完整电话（留痕）" en="Read the whole number (on record)" />
      </Button>
    )
  }
  return (
    <ConfigProvider getPopupContainer={(field) => field?.parentElement ?? document.body}>
      <Form<{ reason: string }> layout="vertical" onFinish={(body) => reading.mutate({ params: { id }, body })}>
        <TextField
          name="reason"
          label={{ zh: '为什么要看', en: 'Why you need it' }}
          help={{
            zh: '至少四个字，和您的姓名、时间一起记入审计',
            en: 'At least four characters; kept in the audit with your name and the time',
          }}
          pattern={/^.{4,}$/u}
          placeholder={t({ zh: '例如：防汛值班通知', en: 'e.g. flood duty notice' })}
        />
        {reading.error && <Refused problem={reading.error} />}
        <Button htmlType="submit" loading={reading.isPending}>
          <T zh="查看" en="Read it" />
        </Button>
      </Form>
    </ConfigProvider>
  )
}

function PersonHistory({ person }: { person: PersonDetail }) {
  const { locale } = useLocale()
  const rows = person.places.map(({ unit, title, from, to }) => ({
    ...{ from, to },
    words: [locale === 'zh' ? unit.nameZh : unit.nameEn, title].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <h3 className="org-heading">
        <T zh="任职经历" en="Places held" />
      </h3>
      <Stretches rows={rows} />
    </>
  )
}
