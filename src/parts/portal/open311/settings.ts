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
  jurisdiction: z.string().regex(/^[\w.-]+$/),
  contact: words,
  keyService: words,
  batch: z.array(z.string().regex(/^[CE]\d{4}$/)).default([]),
})

/** What the service says of itself. */
export type Open311Settings = z.output<typeof SettingsFile> & { at: Date }

const file = 'open311.yaml'

const usual: Open311Settings = {
  jurisdiction: 'jingkai',
  contact: { zh: '请联系本区城市运行监督中心。', en: 'Ask the City Supervision Centre of the zone.' },
  keyService: {
    zh: '接口密钥由本区城市运行监督中心发放。',
    en: 'Keys are given out by the City Supervision Centre of the zone.',
  },
  batch: [],
  at: new Date(0),
}

export async function open311Settings({ client }: Pick<Tx, 'client'>): Promise<Open311Settings> {
  const { rows } = await client.query<Open311Settings>(
    'select jurisdiction, contact, key_service as "keyService", batch, at from open311_settings where single',
  )
  return rows[0] ?? usual
}

/** Reads open311.yaml of a zone package; refuses `portal/open311-file-unreadable`. */
export async function loadOpen311(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (!zone.has(file)) return
  const settings = SettingsFile.safeParse(readYaml(zone.text(file)))
  if (!settings.success)
    return refuse('portal/open311-file-unreadable', { file, problem: z.prettifyError(settings.error) })
  const { jurisdiction, contact, keyService, batch } = settings.data
  await write(work, ({ client, now }) =>
    client.query(
      `insert into open311_settings (jurisdiction, contact, key_service, batch, at) values ($1, $2, $3, $4, $5)
       on conflict (single) do update set jurisdiction = excluded.jurisdiction, contact = excluded.contact,
         key_service = excluded.key_service, batch = excluded.batch, at = excluded.at
       where (open311_settings.jurisdiction, open311_settings.contact, open311_settings.key_service, open311_settings.batch)
         is distinct from (excluded.jurisdiction, excluded.contact, excluded.key_service, excluded.batch)`,
      [jurisdiction, JSON.stringify(contact), JSON.stringify(keyService), batch, now],
    ),
  )
  tell({ zh: `Open311：${jurisdiction}`, en: `Open311: ${jurisdiction}` })
}

/** Writes open311.yaml back; nothing where the zone said nothing. */
export async function exportOpen311(work: Work, folder: string): Promise<void> {
  const { at: _, ...settings } = await read(work, open311Settings)
  if (settings.jurisdiction !== usual.jurisdiction)
    writeFileSync(path.join(folder, file), stringify(settings, { lineWidth: 0 }))
}

function readYaml(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    return refuse('portal/open311-file-unreadable', { file, problem: (error as Error).message })
  }
}
