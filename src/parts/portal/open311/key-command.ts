import { accountNamed } from '#kernel/access/accounts.ts'
import { makeProgramKey, programKeys, revokeProgramKey } from '#kernel/access/program-keys.ts'
import type { Command } from '#kernel/command.ts'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { reportThrough, reportThroughPermission } from './form.ts'

const text = (value: string | boolean | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** `jingkai open311 key <name> --account acceptor`: a key by which a program reports; it is shown this once. */
const key: Command = {
  name: 'open311 key',
  summary: { zh: '发放 Open311 接口密钥（只显示一次）', en: 'Give out a key for Open311; it is shown once' },
  args: [{ syntax: '<name>', words: { zh: '给哪个程序用', en: 'the program it is for' } }],
  options: [
    {
      syntax: '--account <username>',
      words: {
        zh: '以哪个账号的名义（须为经办人、审核人或负责人）',
        en: 'the account it acts for: a clerk, reviewer or lead',
      },
    },
  ],
  run: async (work, { args, options }, out) => {
    const username = text(options['account']) ?? refuse('portal/open311-argument', { name: '--account' })
    const made = await write(work, async (tx) => {
      const account = (await accountNamed(tx, username)) ?? refuse('access/account-unknown', { account: username }, 404)
      const unit = (await unitOf(tx, account.id)) ?? refuse('portal/open311-key', {}, 403)
      const of = { userId: account.id, name: args[0] ?? '', unit, root: unit, permissions: [reportThrough] }
      return makeProgramKey(tx, of)
    })
    out.print(made.key)
    out.json(made)
    return 0
  },
}

/** `jingkai open311 keys`: those that were given out, without what opens. */
const keys: Command = {
  name: 'open311 keys',
  summary: { zh: '列出 Open311 接口密钥', en: 'List the keys of Open311' },
  run: async (work, _asked, out) => {
    const found = await read(work, (tx) => programKeys(tx, reportThrough))
    for (const { id, name, prefix, username, usedOn, revokedAt } of found) {
      out.print([id, prefix, username, name, usedOn ?? '—', revokedAt ? 'revoked' : ''].join('  '))
    }
    out.json({ keys: found })
    return 0
  },
}

const revoke: Command = {
  name: 'open311 revoke',
  summary: { zh: '停用一个 Open311 接口密钥', en: 'End a key of Open311' },
  args: [{ syntax: '<id>', words: { zh: '密钥的编号', en: 'number of the key' } }],
  run: async (work, { args }, out) => {
    const id = Number(args[0])
    if (!Number.isSafeInteger(id)) refuse('access/key-unknown', { key: args[0] }, 404)
    await write(work, (tx) => revokeProgramKey(tx, id))
    out.json({ revoked: id })
    return 0
  },
}

/** A unit in which the account holds a role that may report through a key. */
async function unitOf(tx: Tx, account: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ unit: string }>(
    `select unit_code as unit from grants where user_id = $1 and revoked_at is null and role = any($2) order by id limit 1`,
    [account, reportThroughPermission.roles],
  )
  return rows[0]?.unit
}

export const open311Commands: readonly Command[] = [key, keys, revoke]
