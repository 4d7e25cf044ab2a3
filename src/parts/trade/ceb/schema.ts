import { readFileSync } from 'node:fs'

/** The newer first: where a message fits both alike, it is read as the newer. */
export const editions = ['2022', '2018'] as const
export type Edition = (typeof editions)[number]
export type Flow = 'import' | 'export'

/** What an edition says of one element or attribute (`@guid`). Lengths are characters, digits those of a decimal. */
export interface Field {
  name: string
  least: number
  most: number
  /** a token is a text whose blanks are collapsed before it is measured */
  type: 'text' | 'token' | 'int' | 'decimal' | 'group' | 'any'
  shortest: number | null
  longest: number | null
  digits: number | null
  fraction: number | null
  /** values or form that the documentation states beyond the schema: `1|2|3`, `time14`, `date8`, `guid` */
  stated: string
  words: string
  group: Group | null
}

export interface Group {
  name: string
  attributes: Field[]
  /** in the order the edition wants them */
  fields: Field[]
  /** where each stands among them */
  places: Map<string, number>
}

/** One message type: `CEB311Message`. */
export interface MessageType {
  root: string
  /** `311` */
  number: string
  flow: Flow
  words: string
  group: Group
}

/** The message types of an edition by their root element. */
export function messageTypes(edition: Edition): ReadonlyMap<string, MessageType> {
  const known = read.get(edition) ?? new Map([...typesOf(edition, 'import'), ...typesOf(edition, 'export')])
  read.set(edition, known)
  return known
}

/** Whether two editions say the same of a message type, so that one reading serves for both. */
export function sayTheSame(a: MessageType, b: MessageType): boolean {
  const both = alike.get(a)?.get(b)
  if (both !== undefined) return both
  const same = JSON.stringify(a, plainly) === JSON.stringify(b, plainly)
  alike.set(a, (alike.get(a) ?? new Map()).set(b, same))
  return same
}

/** Documentation may differ in what it calls a field; what it says of its values may not. */
const plainly = (name: string, value: unknown) => (name === 'words' ? undefined : value)

const alike = new WeakMap<MessageType, Map<MessageType, boolean>>()

const read = new Map<Edition, ReadonlyMap<string, MessageType>>()

type Row = Record<(typeof columns)[number], string>
const columns = [
  ...(['within', 'name', 'least', 'most', 'type', 'shortest', 'longest'] as const),
  ...(['digits', 'fraction', 'stated', 'words'] as const),
]

function typesOf(edition: Edition, flow: Flow): [string, MessageType][] {
  const rows = rowsOf(`${edition}-${flow}`)
  const byGroup = Map.groupBy(rows, ({ within }) => within)
  const made = new Map<string, Group>()
  const groupOf = (within: string, name: string): Group => {
    const known = made.get(within)
    if (known) return known
    const group: Group = { name, attributes: [], fields: [], places: new Map() }
    made.set(within, group)
    for (const row of byGroup.get(within) ?? []) {
      if (row.name.startsWith('@')) group.attributes.push(fieldOf(row, null))
      else if (row.type === 'group') group.fields.push(fieldOf(row, groupOf(`${within}/${row.name}`, row.name)))
      else if (row.type === 'ref') group.fields.push(fieldOf(row, groupOf(row.name, row.name)))
      else group.fields.push(fieldOf(row, null))
    }
    for (const [place, field] of group.fields.entries())
      if (!group.places.has(field.name)) group.places.set(field.name, place)
    return group
  }
  return rows
    .filter(({ type }) => type === 'root')
    .map(({ name, words }) => {
      const number = name.slice(3, 6)
      return [name, { root: name, number, flow, words, group: groupOf(name, name) }]
    })
}

function fieldOf(row: Row, group: Group | null): Field {
  const number = (text: string) => (text === '' ? null : Number(text))
  return {
    name: row.name,
    least: Number(row.least),
    most: row.most === 'many' ? Number.POSITIVE_INFINITY : Number(row.most),
    type: group ? 'group' : (row.type as Field['type']),
    ...{ shortest: number(row.shortest), longest: number(row.longest) },
    ...{ digits: number(row.digits), fraction: number(row.fraction) },
    ...{ stated: row.stated, words: row.words, group },
  }
}

function rowsOf(file: string): Row[] {
  const text = readFileSync(new URL(`./editions/${file}.csv`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(',')
      return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) as Row
    })
}
