import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const SettingsFile = z.object({
  kinds: z.array(z.object({ category: z.string().regex(/^[CE]\d{4}$/), words })).max(24),
  notPublic: z.array(z.string().regex(/^[CE]\d{0,4}$/)).default([]),
  urgent: words,
  limits: z.object({ hour: z.int().positive(), day: z.int().positive() }),
  answer: z.object({ days: z.int().positive(), reopenings: z.int().nonnegative() }),
})

/** How the zone takes reports. */
export type ReportSettings = z.output<typeof SettingsFile>

const file = 'reports.yaml'

// Until a zone says otherwise: every category, many phones behind one address of their carrier, a month to say that it is not fixed.
const usual: ReportSettings = {
  kinds: [],
  notPublic: [],
  urgent: {
    zh: '有人受伤、起火、燃气泄漏等紧急情况请直接拨打 110、119、120。',
    en: 'In an emergency call 110, 119 or 120.',
  },
  limits: { hour: 30, day: 120 },
  answer: { days: 30, reopenings: 3 },
}

/** The settings in force. */
export async function reportSettings({ client }: Pick<Tx, 'client'>): Promise<ReportSettings> {
  const { rows } = await client.query<ReportSettings>(
    `select kinds, not_public as "notPublic", urgent, json_build_object('hour', an_hour, 'day', a_day) as limits,
       json_build_object('days', answer_days, 'reopenings', reopenings) as answer
     from report_settings where single`,
  )
  return rows[0] ?? usual
}

/** Reads reports.yaml of a zone package; refuses `portal/reports-file-unreadable`. */
export async function loadReports(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (!zone.has(file)) return
  const settings = SettingsFile.safeParse(readYaml(zone.text(file)))
  if (!settings.success)
    return refuse('portal/reports-file-unreadable', { file, problem: z.prettifyError(settings.error) })
  const { kinds, notPublic, urgent, limits, answer } = settings.data
  await write(work, ({ client }) =>
    client.query(
      `insert into report_settings (kinds, not_public, urgent, an_hour, a_day, answer_days, reopenings)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (single) do update set kinds = excluded.kinds, not_public = excluded.not_public, urgent = excluded.urgent,
         an_hour = excluded.an_hour, a_day = excluded.a_day, answer_days = excluded.answer_days, reopenings = excluded.reopenings`,
      [
        JSON.stringify(kinds),
        notPublic,
        JSON.stringify(urgent),
        limits.hour,
        limits.day,
        answer.days,
        answer.reopenings,
      ],
    ),
  )
  tell({ zh: `群众反映：${kinds.length} 类常见问题`, en: `Citizens' reports: ${kinds.length} common kinds` })
}

/** Writes reports.yaml back; nothing where the zone said nothing. */
export async function exportReports(work: Work, folder: string): Promise<void> {
  const settings = await read(work, reportSettings)
  if (settings !== usual) writeFileSync(path.join(folder, file), stringify(settings, { lineWidth: 0 }))
}

function readYaml(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    return refuse('portal/reports-file-unreadable', { file, problem: (error as Error).message })
  }
}
