import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { vaultOf } from '#parts/org/personal-data.ts'

/** What a reporter gave of themselves; all of it is optional and sealed at rest. */
export interface Contact {
  name?: string | undefined
  phone?: string | undefined
  email?: string | undefined
}

export interface Reporter extends Contact {
  /** the matter they reported, which may have been merged into the one asked for */
  reported: string
  at: Date
}

/** Notes who reported a matter; one without a contact is counted all the same. */
export async function addReporter(tx: Tx, matter: number, contact: Contact, at: Date): Promise<void> {
  const given = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined && value !== ''))
  const sealed = Object.keys(given).length === 0 ? null : vaultOf(tx).seal(JSON.stringify(given), ownerOf(matter))
  await tx.client.query('insert into matter_reporters (reported, matter_id, contact, at) values ($1, $1, $2, $3)', [
    matter,
    sealed,
    at,
  ])
}

/** Everybody who reported a matter or one merged into it, with their contacts; reading is noted in the audit chain. */
export async function readReporters(
  tx: Tx,
  matter: { id: number; number: string; liesWith: string },
): Promise<Reporter[]> {
  const { rows } = await tx.client.query<{ reported: string; number: string; contact: Buffer | null; at: Date }>(
    `select r.reported, m.number, r.contact, r.at from matter_reporters r join matters m on m.id = r.reported
     where r.matter_id = $1 order by r.id`,
    [matter.id],
  )
  audit(tx, { action: 'matters/read-reporters', subject: `matter:${matter.number}`, unit: matter.liesWith })
  const vault = vaultOf(tx)
  return rows.map(({ reported, number, contact, at }) => ({
    ...(contact === null ? {} : (JSON.parse(vault.open(contact, ownerOf(Number(reported)))) as Contact)),
    reported: number,
    at,
  }))
}

/** How many reported a matter, those of merged ones counted. */
export async function reportersOf(
  tx: Pick<Tx, 'client'>,
  matter: number,
): Promise<{ all: number; withContact: number }> {
  const { rows } = await tx.client.query<{ all: string; named: string }>(
    'select count(*) as all, count(contact) as named from matter_reporters where matter_id = $1',
    [matter],
  )
  return { all: Number(rows[0]!.all), withContact: Number(rows[0]!.named) }
}

const ownerOf = (matter: number) => `matter-reporter:${matter}`
