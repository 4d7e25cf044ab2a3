import type { Tx } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { behind, zoneNow } from '#kernel/zone-clock.ts'
import { matterOf, moveMatter } from '#parts/matters/engine/engine.ts'
import { endStates, type State } from '#parts/matters/engine/states.ts'
import { publicWords, refuseHtml } from '../reports/public-words.ts'
import { reportSettings } from '../reports/settings.ts'
import { type Arguments, argument, momentIn } from './asked.ts'
import { publicInflows } from './public-matters.ts'
import { momentOf, pictureOf, publicMatterOf, type Reader } from './requests.ts'
import type { Value } from './spark.ts'
import { extendedStatus, type Standing, statusNotes } from './status.ts'

const DAY = 86_400_000
const MOST = 1000

/** Public moves of public requests between two moments, oldest first: the last 90 days unless told, 1,000 at most. */
export async function updateList(tx: Tx, asked: Arguments, { locale, base }: Reader): Promise<Value> {
  const late = await behind(tx)
  const [start, end] = ['start_date', 'end_date'].map((name) => momentIn(asked, name))
  const to = end ? new Date(end.getTime() - late) : await zoneNow(tx)
  const from = start ? new Date(start.getTime() - late) : new Date(to.getTime() - 90 * DAY)
  const { notPublic } = await reportSettings(tx)
  const { rows } = await tx.client.query<Row>(LIST, [publicInflows, notPublic, from, to, MOST])
  return rows.map((row) => {
    const standing = standingOf(row)
    const unit: Words | null = row.unitZh === null ? null : { zh: row.unitZh, en: row.unitEn ?? row.unitZh }
    return {
      update_id: row.id,
      service_request_id: row.number,
      status: extendedStatus(standing),
      updated_datetime: momentOf(row.at, late),
      description: publicWords(statusNotes(standing, unit, row.told, locale)),
      media_url: row.photo === null ? '' : pictureOf(base, row.photo),
      external_status_code: row.state,
    }
  })
}

interface Row {
  id: string
  number: string
  deed: string
  state: State
  told: string
  at: Date
  ground: string | null
  until: string | null
  into: string | null
  rework: number
  unitZh: string | null
  unitEn: string | null
  photo: string | null
}

const LIST = `
  select s.id, m.number, s.deed, s.to_state as state, s.told, s.at, s.said ->> 'ground' as ground,
    coalesce(s.said ->> 'until', m.suspended_until::text) as until, (select o.number from matters o where o.id = m.merged_into) as into,
    (select count(*)::int from matter_steps f where f.matter_id = s.matter_id and f.version <= s.version and f.deed = 'check'
      and f.to_state = 'handling') as rework,
    u.name_zh as "unitZh", u.name_en as "unitEn",
    (select p.photo_id from matter_photos p join photos on photos.id = p.photo_id and photos.shown_since is not null
      where p.matter_id = s.matter_id and p.version = s.version order by p.place limit 1) as photo
  from matter_steps s join matters m on m.id = s.matter_id
    left join units u on u.code = case when s.to_state in ('pending-handle', 'handling', 'suspended', 'staged') then s.to_unit else m.duty_unit end
  where m.inflow = any($1) and not exists (select from unnest($2::text[]) as kept (letters) where starts_with(m.category, letters))
    and s.deed <> 'open' and (s.from_state is distinct from s.to_state or s.told <> '') and s.at between $3 and $4
  order by s.at, s.id limit $5`

function standingOf({ number, state, deed, rework, ground, until, into }: Row): Standing {
  return {
    ...{ number, state, rework, ground, into, suspendedUntil: until },
    ...{ reopened: deed === 'reopen' ? 1 : 0, extended: 0 },
  }
}

const reopening = new Set(['OPEN', 'REOPEN'])

/**
 * An update from the program that made the request: words for the desk, or OPEN on a closed request, which is the reporter's "not fixed"
 * and reopens it. Refuses what is missing (400), an update that was sent before (400), and requests of others (403).
 */
export async function takeUpdate(tx: Tx, asked: Arguments, locale: Locale): Promise<Value> {
  const [id, update, status] = ['service_request_id', 'update_id', 'status'].map((name) => needed(asked, name))
  const description = needed(asked, 'description')
  momentIn(asked, 'updated_datetime') ?? needed(asked, 'updated_datetime')
  refuseHtml(description)
  const { id: matter } = await publicMatterOf(tx, id!)
  await keepOwn(tx, matter)
  const before = await tx.client.query('select from open311_updates where sent_by = $1 and update_id = $2', [
    tx.actor.id,
    update,
  ])
  if (before.rowCount) refuse('portal/open311-update-exists', { id: update!.slice(0, 60) }, 400)
  const standing = (await matterOf(tx, { id: matter }))!
  const isAgain = reopening.has(status!.toUpperCase()) && endStates.includes(standing.state)
  const words = `${{ zh: '反映人', en: 'Reporter' }[locale]}（${status!.slice(0, 30)}）：${description}`.slice(0, 2000)
  const moving = { matter: standing.number, seen: standing.version, idempotencyKey: `open311:${update}`.slice(0, 80) }
  const { version } = await moveMatter(
    tx,
    isAgain ? { ...moving, deed: 'reopen', reason: words } : { ...moving, deed: 'note', words },
    { as: 'reporter' },
  )
  await tx.client.query(
    'insert into open311_updates (sent_by, update_id, matter_id, status, version, at) values ($1, $2, $3, $4, $5, $6)',
    [tx.actor.id, update, matter, status!.slice(0, 40), version, tx.now],
  )
  return [{ update_id: update }]
}

async function keepOwn(tx: Tx, matter: number): Promise<void> {
  const { rowCount } = await tx.client.query('select from open311_requests where matter_id = $1 and sent_by = $2', [
    matter,
    tx.actor.id,
  ])
  if (!rowCount) refuse('portal/open311-not-yours', {}, 403)
}

const needed = (asked: Arguments, name: string) =>
  argument(asked, name) ?? refuse('portal/open311-argument', { name }, 400)
