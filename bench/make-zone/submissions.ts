import { csv, type ZoneFiles } from './csv.ts'

/** period | item | value | base | growth, each form reported by one unit */
interface Form {
  name: string
  unit: string
  rows: string
}

const forms: Form[] = [
  {
    name: 'logistics',
    unit: 'ECONOMY',
    rows: `
2015-H1|logistics.revenue.sf|||28.4
2015-H2|logistics.revenue.sf|||30.1
2016-H1|logistics.revenue.sf|||31.7
2016-H2|logistics.revenue.sf|||33.2
2017-H1|logistics.revenue.sf|||35.8
2017-H2|logistics.revenue.sf|||38.5
2018-H1|logistics.revenue.sf|||40`,
  },
  {
    name: 'homes',
    unit: 'HOUSING',
    rows: `
2017-H1|homes.investment|7.6||
2017-H1|homes.structure-area|48.3||
2017-H1|homes.started.projects|11||
2017-H1|homes.started.area|172.4||
2017-H1|homes.handed-over.area|96.2||
2017-H1|homes.handed-over.count|0.8||
2017-H1|homes.returned.residents|1.9||
2017-H1|homes.signed-online|742||
2018-H1|homes.investment|9.2||
2018-H1|homes.structure-area|57||
2018-H1|homes.started.projects|16||
2018-H1|homes.started.area|265.8||
2018-H1|homes.handed-over.area|180.5||
2018-H1|homes.handed-over.count|1.4||
2018-H1|homes.returned.residents|3.3||
2018-H1|homes.signed-online|1323||`,
  },
  {
    name: 'construction',
    unit: 'CONSTRUCTION',
    rows: `
2017-H1|greening.investment|3.1||
2018-H1|greening.investment|4.2||`,
  },
  {
    name: 'education',
    unit: 'EDUCATION',
    rows: `
2017-H1|schools.started|4||
2017-H1|schools.completed|2||
2018-H1|schools.started|6||
2018-H1|schools.completed|1||`,
  },
  {
    name: 'air',
    unit: 'ENV',
    rows: `
2017-01-01/2017-06-25|air.pm10.mean|||-6.3
2017-01-01/2017-06-25|air.pm25.mean|||-4.9
2017-01-01/2017-06-25|air.good-days|53|49|4
2017-01-01/2017-06-25|air.composite-index.rank|5||
2018-01-01/2018-06-25|air.pm10.mean|||-14.2
2018-01-01/2018-06-25|air.pm25.mean|||-15.7
2018-01-01/2018-06-25|air.good-days|59|53|6
2018-01-01/2018-06-25|air.composite-index.rank|3||`,
  },
  {
    name: 'people',
    unit: 'ORG',
    rows: `
2017-H1|staffing.office-heads.selected|2||
2018-H1|staffing.office-heads.selected|6||`,
  },
  {
    name: 'integrity',
    unit: 'DISCIPLINE',
    rows: `
2017-H1|notices.reach|1640||
2018-H1|notices.reach|2000||`,
  },
]

const headings = 'period,unit,item,value,base,growth'

/** submissions/<form>.csv of every form but the headline one. */
export function submissionFiles(): ZoneFiles {
  return new Map(forms.map((form) => [`submissions/${form.name}.csv`, csv(headings, rowsOf(form))]))
}

function rowsOf({ unit, rows }: Form): string[][] {
  return rows
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .map(([period = '', ...figures]) => [period, unit, ...figures])
}
