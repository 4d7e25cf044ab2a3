import type { Tx } from '#kernel/db/work.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { ledgers } from '#parts/ledgers/registry.ts'
import { dayOf, unitNamesOn, unitsUnder } from '#parts/org/org.ts'
import { areaOf } from './areas.ts'
import type { Cockpit } from './pace-shapes.ts'

type Changed = Cockpit['changed'][number]

const SHOWN = 20

/** What came in within the last day, newest first: batches, withdrawals, reports, targets. */
export async function recentChanges(tx: Tx, areaCode: string): Promise<Changed[]> {
  const since = new Date(tx.now.getTime() - 86_400_000)
  const area = await areaOf(tx, areaCode)
  const units = area.whole ? null : await unitsUnder(tx, [area.code])
  const asked = [since, tx.now, units]
  const all = [
    ...(await batchesSince(tx, asked)),
    ...(await reportsSince(tx, asked)),
    ...(await targetsSince(tx, asked)),
  ]
  return all.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN)
}

async function batchesSince(tx: Tx, asked: unknown[]): Promise<Changed[]> {
  const { rows } = await tx.client.query<{
    id: string
    ledger: string
    accepted: string
    corrected: string
    by: string
    at: Date
    withdrawn: boolean
  }>(
    `select id, ledger, accepted, corrected, entered_by_name as by, entered_at as at, false as withdrawn from batches
     where entered_at between $1 and $2 and accepted + corrected > 0 and ($3::text[] is null or unit_code = any($3))
     union all select id, ledger, 0, 0, withdrawn_by_name, withdrawn_at, true from batches
     where withdrawn_at between $1 and $2 and ($3::text[] is null or unit_code = any($3)) order by at desc limit ${SHOWN}`,
    asked,
  )
  const known = await ledgers()
  return rows.map(({ id, ledger, accepted, corrected, by, at, withdrawn }) => {
    const words = known.get(ledger)?.words ?? { zh: ledger, en: ledger }
    return {
      kind: withdrawn ? ('withdrawal' as const) : ('batch' as const),
      words: withdrawn
        ? { zh: `${words.zh}：撤回一个批次`, en: `${words.en}: a batch withdrawn` }
        : {
            zh: `${words.zh}：新增 ${accepted} 行，更正 ${corrected} 行`,
            en: `${words.en}: ${accepted} rows added, ${corrected} corrected`,
          },
      ...{ by, at: at.toISOString(), path: `/batches/${id}` },
    }
  })
}

async function reportsSince(tx: Tx, asked: unknown[]): Promise<Changed[]> {
  const { rows } = await tx.client.query<{
    form: string
    zh: string
    en: string
    unit: string
    period: string
    by: string
    at: Date
  }>(
    `select s.form_code as form, f.declaration->'name'->>'zh' as zh, f.declaration->'name'->>'en' as en,
       s.unit_code as unit, s.period, step.by_name as by, step.at
     from submission_steps step join submissions s on s.id = step.submission_id
     join forms f on f.code = s.form_code and f.version = s.form_version
     where step.step = 'submitted' and step.at between $1 and $2 and ($3::text[] is null or s.unit_code = any($3))
     order by step.at desc, step.id desc limit ${SHOWN}`,
    asked,
  )
  const names = rows.length > 0 ? await unitNamesOn(tx, dayOf(tx.now)) : new Map<string, { zh: string; en: string }>()
  return rows.map(({ form, zh, en, unit, period, by, at }) => {
    const span = parsePeriod(period)
    const name = names.get(unit) ?? { zh: unit, en: unit }
    return {
      kind: 'submission' as const,
      words: {
        zh: `${name.zh}报送${zh}（${printPeriod(span, 'zh')}）`,
        en: `${name.en} reported ${en} (${printPeriod(span, 'en')})`,
      },
      ...{ by, at: at.toISOString(), path: `/forms/${form}/${unit}/${period}` },
    }
  })
}

async function targetsSince(tx: Tx, [since, now]: unknown[]): Promise<Changed[]> {
  const { rows } = await tx.client.query<{
    indicator: string
    period: string
    value: string
    unit: string
    by: string
    at: Date
    zh: string | null
    en: string | null
    version: number
  }>(
    `select t.indicator, t.period, t.value, t.unit, t.set_by_name as by, t.set_at as at, t.version, i.zh, i.en
     from target_versions t cross join lateral (
       select declaration->'name'->>'zh' as zh, declaration->'name'->>'en' as en from indicator_versions
       where code = t.indicator order by version desc limit 1) i
     where t.set_at between $1 and $2 order by t.id desc limit ${SHOWN}`,
    [since, now],
  )
  return rows.map(({ indicator, period, value, unit, by, at, zh, en, version }) => ({
    kind: 'target' as const,
    words: {
      zh: `${zh ?? indicator} ${period} 目标${version > 1 ? '调整为' : '定为'} ${value}${unit}`,
      en: `${en ?? indicator}: target for ${period} ${version > 1 ? 'revised to' : 'set at'} ${value} ${unit}`,
    },
    ...{ by, at: at.toISOString(), path: `/targets?year=${period.slice(0, 4)}` },
  }))
}
