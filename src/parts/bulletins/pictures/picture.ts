import type { Inline, Table } from '../tree.ts'

/** A chart of a bulletin with the values it shows; each known value is a printed figure and frozen like one. */
export interface Picture {
  form: 'trend' | 'completion'
  /** 图1, Figure 1: in the order of the document */
  number: string
  title: string
  /** words of the unit in the document's language */
  unit: string
  /** what its rows are: months, targets */
  heading: string
  rows: string[]
  series: PictureSeries[]
  /** the line of a trend's target */
  target: { name: string; value: string } | null
}

export interface PictureSeries {
  name: string
  role: 'main' | 'earlier' | 'calendar' | 'season'
  /** one for each row */
  points: PicturePoint[]
}

export interface PicturePoint {
  /** plain digits in the picture's unit; null is a gap */
  value: string | null
  /** its place among the document's figures */
  figure: number | null
  text: string
  provisional?: boolean | undefined
}

/** `图1　装备制造业产值（年内累计，亿元）`. */
export function captionOf({ number, title, unit }: Picture): string {
  const chinese = number.startsWith('图')
  if (unit === '') return `${number}${chinese ? '　' : '  '}${title}`
  return chinese ? `${number}　${title}（${unit}）` : `${number}  ${title} (${unit})`
}

/** The values of a picture as a table, for those who do not see it and for files without pictures. */
export function tableOf({ heading, rows, series }: Picture): Table {
  const words = (text: string): Inline[] => [{ kind: 'text', text }]
  return {
    kind: 'table',
    align: ['left', ...series.map(() => 'right' as const)],
    head: [words(heading), ...series.map(({ name }) => words(name))],
    rows: rows.map((row, place) => [words(row), ...series.map(({ points }) => cellOf(points[place]))]),
  }
}

function cellOf(point: PicturePoint | undefined): Inline[] {
  if (!point || point.figure === null) return [{ kind: 'text', text: point?.text ?? '—' }]
  return [{ kind: 'figure', figure: point.figure, text: point.text }]
}

/** What a picture shows, in one line a person could read aloud: its title and each series from first to last, or each row. */
export function altOf(picture: Picture): string {
  const { form, rows, series, target } = picture
  const chinese = picture.number.startsWith('图')
  const [comma, semicolon, colon] = chinese ? ['，', '；', '：'] : [', ', '; ', ': ']
  const told =
    form === 'trend'
      ? series.map(({ name, points }) => `${name}${colon}${endsOf(points, rows, comma)}`)
      : rows.map((row, place) => {
          const said = series.map(({ name, points }) => `${name} ${points[place]?.text ?? '—'}`)
          return `${row}${colon}${said.join(comma)}`
        })
  return [captionOf(picture), ...told, ...(target ? [target.name] : [])].join(semicolon)
}

function endsOf(points: readonly PicturePoint[], rows: readonly string[], comma: string): string {
  const known = points.flatMap(({ value, text }, place) => (value === null ? [] : [`${rows[place]} ${text}`]))
  return known.length === 0 ? '—' : [...new Set([known[0]!, known.at(-1)!])].join(comma)
}
