import { T, useWords } from '#web/locale.tsx'
import type { Calendar } from './CalendarPage.tsx'

type Day = Calendar['year']['days'][number]

/** Twelve months as a wall calendar prints them: Monday first, days of rest faint, 休 and 班 on the days that are arranged. */
export function CalendarMonths({ year: { year, months, days }, today }: { year: Calendar['year']; today: string }) {
  const marks = new Map(days.map((day) => [day.day, day]))
  return (
    <div className="calendar-months">
      {months.map(({ month, workdays }) => (
        <Month key={month} year={year} month={Number(month.slice(5))} workdays={workdays} marks={marks} today={today} />
      ))}
    </div>
  )
}

interface MonthProps {
  year: number
  month: number
  workdays: number
  marks: ReadonlyMap<string, Day>
  today: string
}

function Month({ year, month, workdays, marks, today }: MonthProps) {
  const t = useWords()
  return (
    <table>
      <caption>
        {t({ zh: `${month} 月`, en: monthNames[month - 1]! })}{' '}
        <small>
          <T zh="{n} 个工作日" en="{n} working days" n={workdays} />
        </small>
      </caption>
      <thead>
        <tr>
          {weekdays.map((words) => (
            <th key={words.en} scope="col" abbr={words.en}>
              {t(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              <Cell
                key={`${day} ${weekdays[place]!.en}`}
                day={day}
                place={place}
                mark={marks.get(day ?? '')}
                today={today}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  day: string | null
  /** of the week, Monday 0 */
  place: number
  mark: Day | undefined
  today: string
}

function Cell({ day, place, mark, today }: CellProps) {
  const t = useWords()
  if (day === null) return <td />
  const rest = mark ? mark.kind === 'off' : place > 4
  return (
    <td
      data-rest={rest || undefined}
      data-mark={mark?.kind}
      aria-current={day === today ? 'date' : undefined}
      title={mark?.name}
    >
      {Number(day.slice(8))}
      {mark && <sup>{mark.kind === 'off' ? t({ zh: '休', en: 'off' }) : t({ zh: '班', en: 'on' })}</sup>}
      {mark && <span className="for-readers">{mark.name}</span>}
    </td>
  )
}

const weekdays = [
  { zh: '一', en: 'Mo' },
  { zh: '二', en: 'Tu' },
  { zh: '三', en: 'We' },
  { zh: '四', en: 'Th' },
  { zh: '五', en: 'Fr' },
  { zh: '六', en: 'Sa' },
  { zh: '日', en: 'Su' },
]

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Weeks of a month, Monday first; null where a day belongs to another month. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const weeks = Math.ceil((first + last) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const date = week * 7 + place - first + 1
      if (date < 1 || date > last) return null
      return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    }),
  )
}
