import { Link, useSearchParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { ratesShape } from '../problems/shapes.ts'

type Rates = Reply<typeof ratesShape>['units'][number]

/** On-time and reopen rate of each department; each count opens to its problems. */
export function DepartmentRates() {
  const t = useWords()
  const rates = useEndpoint(ratesShape)
  if (!rates.data || rates.data.units.length === 0) return null
  return (
    <Part
      title={t({ zh: '{year} 年各部门办理', en: 'Departments in {year}' }, { year: rates.data.year })}
      note={
        <T
          zh="按期答复率＝期限内答复的次数 ÷ 已答复或已到期的次数；退回率＝企业认为没有解决的答复 ÷ 企业已表态的答复。退回给项目服务部另行交办的不计。"
          en="On time: replies by their day ÷ stays answered or fallen due. Sent back: replies the enterprise did not accept ÷ replies it judged. What a department passed back as not its own counts for nobody."
        />
      }
    >
      <DataTable<Rates>
        caption={{ zh: '各部门按期答复率和退回率', en: 'On-time and reopen rates by department' }}
        columns={columns}
        rows={rates.data.units}
        rowKey={({ unit }) => unit.code}
      />
    </Part>
  )
}

const columns: Column<Rates>[] = [
  {
    key: 'unit',
    title: { zh: '单位', en: 'Department' },
    phone: 'head',
    draw: ({ unit }) => (
      <Door unit={unit.code}>
        <T {...unit.name} />
      </Door>
    ),
  },
  {
    key: 'due',
    title: { zh: '应答复', en: 'Due' },
    unit: { zh: '次', en: 'times' },
    number: true,
    draw: ({ due }) => due,
  },
  {
    key: 'late',
    title: { zh: '逾期', en: 'Late' },
    unit: { zh: '次', en: 'times' },
    number: true,
    draw: ({ late, unit }) =>
      late === 0 ? (
        0
      ) : (
        <Door unit={unit.code} told="late">
          {late}
        </Door>
      ),
  },
  {
    key: 'onTime',
    title: { zh: '按期答复率', en: 'On time' },
    unit: { zh: '%', en: '%' },
    number: true,
    draw: ({ onTimeRate }) => onTimeRate ?? <span className="missing">—</span>,
  },
  {
    key: 'reopened',
    title: { zh: '被退回', en: 'Sent back' },
    unit: { zh: '次', en: 'times' },
    number: true,
    draw: ({ reopened, unit }) =>
      reopened === 0 ? (
        0
      ) : (
        <Door unit={unit.code} told="reopened">
          {reopened}
        </Door>
      ),
  },
  {
    key: 'reopenRate',
    title: { zh: '退回率', en: 'Sent back' },
    unit: { zh: '%', en: '%' },
    number: true,
    draw: ({ reopenRate }) => reopenRate ?? <span className="missing">—</span>,
  },
  {
    key: 'waiting',
    title: { zh: '在办未到期', en: 'Not due yet' },
    number: true,
    phone: 'none',
    draw: ({ waiting }) => waiting,
  },
]

function Door({ unit, told, children }: { unit: string; told?: string; children: React.ReactNode }) {
  const [search] = useSearchParams()
  const next = new URLSearchParams(search)
  next.set('f.unit', unit)
  if (told) next.set('f.told', told)
  else next.delete('f.told')
  return (
    <Link to={`?${next}`} preventScrollReset>
      {children}
    </Link>
  )
}
