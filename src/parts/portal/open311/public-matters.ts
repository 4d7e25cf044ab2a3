import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { State } from '#parts/matters/engine/states.ts'
import { reportSettings } from '../reports/settings.ts'
import type { Standing } from './status.ts'

/** A matter with nothing in it that is of a person: what anybody may read. */
export interface PublicMatter extends Standing {
  id: number
  category: string
  set: number
  categoryName: Words
  unit: Words | null
  /** words of the reporter; null while nobody of the zone has looked at them and they did not come by a public service */
  description: string | null
  address: string | null
  longitude: number | null
  latitude: number | null
  cell: string | null
  openedAt: Date
  changedAt: Date
  closedAt: Date | null
  /** what the reporter is promised, once it is dispatched */
  expectedAt: Date | null
  told: string
  source: string
  attributes: Record<string, string[]>
}

/** Conditions on `m`, their values from $3 on. */
export interface Condition {
  where: readonly string[]
  values: readonly unknown[]
  order?: string
  limit?: number
  offset?: number
}

/** Inflows that are the town's own: blocked projects, inspections and campaigns have their own ways to the public. */
export const publicInflows = ['citizen', 'enterprise', 'hotline', 'patrol']

const columns = `
  m.id, m.number, m.state, m.rework, m.reopened, m.extended, m.suspended_until::text as "suspendedUntil", m.category, m.set_id as set,
  m.longitude, m.latitude, m.cell, m.opened_at as "openedAt", m.changed_at as "changedAt", m.closed_at as "closedAt", m.source,
  (m.promised_on + interval '18 hours') at time zone 'Asia/Shanghai' as "promisedAt", m.limit_due_at as "limitDueAt",
  case when m.registered_at is not null or o.matter_id is not null or m.inflow = 'patrol' then coalesce(o.description, m.description) end as description,
  case when m.registered_at is not null or o.matter_id is not null or m.inflow = 'patrol' then m.address end as address,
  coalesce(o.attributes, '{}') as attributes,
  (select into_m.number from matters into_m where into_m.id = m.merged_into) as into,
  (select s.said ->> 'ground' from matter_steps s where s.matter_id = m.id and s.deed = 'decline' order by s.version desc limit 1) as ground,
  coalesce((select s.told from matter_steps s where s.matter_id = m.id and s.told <> '' order by s.version desc limit 1), '') as told,
  c.name_zh as "categoryZh", c.name_en as "categoryEn", u.name_zh as "unitZh", u.name_en as "unitEn"`

/** Matters that anybody may read, by a condition. */
export async function publicMatters(tx: Pick<Tx, 'client'>, condition: Condition): Promise<PublicMatter[]> {
  const { notPublic } = await reportSettings(tx)
  const { rows } = await tx.client.query<Row>(
    `select ${columns} from matters m
       join matter_categories c on c.set_id = m.set_id and c.code = m.category
       left join open311_requests o on o.matter_id = m.id
       left join units u on u.code = m.duty_unit
     where m.inflow = any($1) and not exists (select from unnest($2::text[]) as kept (letters) where starts_with(m.category, letters))
       ${condition.where.map((one) => `and (${one})`).join(' ')}
     order by ${condition.order ?? 'm.opened_at desc, m.id desc'} limit ${condition.limit ?? 1000} offset ${condition.offset ?? 0}`,
    [publicInflows, notPublic, ...condition.values],
  )
  return rows.map(matterFrom)
}

type Row = Omit<PublicMatter, 'id' | 'categoryName' | 'unit' | 'expectedAt' | 'state'> & {
  id: string
  state: State
  categoryZh: string
  categoryEn: string
  unitZh: string | null
  unitEn: string | null
  promisedAt: Date | null
  limitDueAt: Date | null
}

function matterFrom({ categoryZh, categoryEn, unitZh, unitEn, promisedAt, limitDueAt, id, ...row }: Row): PublicMatter {
  return {
    ...row,
    id: Number(id),
    categoryName: { zh: categoryZh, en: categoryEn },
    unit: unitZh === null ? null : { zh: unitZh, en: unitEn ?? unitZh },
    expectedAt: promisedAt ?? limitDueAt,
  }
}
