import { asc, eq, sql } from 'drizzle-orm'
import { createAccount } from '#kernel/access/accounts.ts'
import { type Role, roleWords } from '#kernel/access/actor.ts'
import { grantRole } from '#kernel/access/grants.ts'
import { grants, users } from '#kernel/access/tables.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { demonstrationAccounts, people, units } from './tables.ts'

/** The same for every account of the demonstration zone; shown on its sign-in page, so it guards nothing. */
export const demonstrationPassword = 'Jingkai-2018'

export interface DemonstrationGrant {
  username: string
  /** code of the person */
  person: string
  role: Role
  unit: string
}

/** Makes the accounts of a demonstration zone that are not there yet, with their roles. Answers how many were made. */
export async function addDemonstrationAccounts(tx: Tx, wanted: readonly DemonstrationGrant[]): Promise<number> {
  const known = await tx.db.select({ username: users.username }).from(users)
  const taken = new Set(known.map((user) => user.username))
  const persons = new Map((await tx.db.select().from(people)).map((person) => [person.code, person]))
  const accounts = Map.groupBy(wanted, (row) => row.username)
  let made = 0
  for (const [username, rows] of accounts) {
    if (taken.has(username)) continue
    const person = rows[0]!.person
    const name = persons.get(person)?.name ?? username
    const { id } = await createAccount(tx, { username, name, personCode: person, password: demonstrationPassword })
    for (const { role, unit } of rows) await grantRole(tx, { user: id, role, unit })
    await tx.db.insert(demonstrationAccounts).values({ userId: id, personCode: person })
    made += 1
  }
  return made
}

/** What the sign-in page of a demonstration shows: who they are and what they may do; empty in a real zone. */
export async function shownDemonstrationAccounts(
  tx: Tx,
): Promise<{ username: string; password: string; name: string; words: Words }[]> {
  const rows = await tx.db
    .select({ username: users.username, name: users.name, role: grants.role, zh: units.nameZh, en: units.nameEn })
    .from(demonstrationAccounts)
    .innerJoin(users, eq(users.id, demonstrationAccounts.userId))
    .innerJoin(grants, sql`${grants.userId} = ${users.id} and ${grants.revokedAt} is null`)
    .innerJoin(units, eq(units.code, grants.unitCode))
    .where(sql`${users.disabledAt} is null`)
    .orderBy(asc(grants.id))
  const accounts = [...Map.groupBy(rows, (row) => row.username)]
  return accounts.map(([username, held]) => ({
    ...{ username, password: demonstrationPassword, name: held[0]!.name },
    words: {
      zh: byUnit(held, 'zh')
        .map(([unit, roles]) => `${unit} ${roles.join('、')}`)
        .join('；'),
      en: byUnit(held, 'en')
        .map(([unit, roles]) => `${roles.join(' and ')}, ${unit}`)
        .join('; '),
    },
  }))
}

/** Each unit once, with the roles held in it. */
function byUnit(held: readonly { role: string; zh: string; en: string }[], locale: 'zh' | 'en'): [string, string[]][] {
  const units = Map.groupBy(held, (row) => row[locale])
  return [...units].map(([unit, rows]) => [unit, rows.map((row) => roleWords[row.role as Role][locale])])
}
