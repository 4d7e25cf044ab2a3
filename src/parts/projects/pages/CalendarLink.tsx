import { Button } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { calendarLinkShape } from '../open/shapes.ts'
import './people.css'

/** The reader's own address of the milestone calendar, for the calendar on their phone or desk. */
export function CalendarLink() {
  const t = useWords()
  const { locale } = useLocale()
  const [address, setAddress] = useState<string | null>(null)
  const make = useSend(calendarLinkShape, {
    refreshes: [],
    onDone: ({ token }) =>
      setAddress(`${window.location.origin}/api/open/projects/calendar/${token}.ics?language=${locale}`),
  })
  return (
    <section className="calendar-link">
      <p className="people-note">
        <T
          zh="节点日历可以订阅到手机或电脑的日历里，改期会自动更新。地址只显示这一次，不要转给别人。"
          en="Milestones can be subscribed to from the calendar of a phone or desk and follow every change. The address is shown this once; keep it to yourself."
        />
      </p>
      {address && (
        <p className="confirm-link">
          <code>{address}</code>
        </p>
      )}
      <ProblemLine problem={make.error} />
      <Button autoInsertSpace={false} loading={make.isPending} onClick={() => make.mutate({})}>
        {t({ zh: '生成日历地址', en: 'Make my calendar address' })}
      </Button>
    </section>
  )
}
