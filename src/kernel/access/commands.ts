import type { Command } from '../command.ts'
import { write } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import { accountNamed, createAccount, oneTimePassword, setPassword } from './accounts.ts'
import { type Role, roles } from './actor.ts'
import { grantRole } from './grants.ts'

const text = (value: string | boolean | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** `jingkai admin create`: the first account of a zone, or a way back in for those who hold the machine. */
const create: Command = {
  name: 'admin create',
  summary: { zh: '开立账号并授予角色', en: 'Make an account and grant it a role' },
  options: [
    { syntax: '--username <username>', words: { zh: '用户名', en: 'user name' }, default: 'admin' },
    { syntax: '--name <name>', words: { zh: '姓名', en: 'name shown on pages' } },
    {
      syntax: '--role <role>',
      words: { zh: `角色：${roles.join('、')}`, en: `role: ${roles.join(', ')}` },
      default: 'administrator',
    },
    { syntax: '--unit <unit>', words: { zh: '单位代码', en: 'unit code' }, default: 'ZONE' },
    { syntax: '--person <code>', words: { zh: '人员代码', en: 'code of the person' } },
    {
      syntax: '--password <password>',
      words: { zh: '口令；不给则生成一个', en: 'password; one is made when left out' },
    },
  ],
  run: async (work, { options }, out) => {
    const role = roleNamed(text(options['role']) ?? 'administrator')
    const unit = text(options['unit']) ?? 'ZONE'
    const username = text(options['username']) ?? 'admin'
    const given = text(options['password'])
    const password = given ?? oneTimePassword()
    const name = text(options['name']) ?? username
    const personCode = text(options['person'])
    const made = await write(work, async (tx) => {
      const account = await createAccount(tx, { username, name, password, personCode })
      await grantRole(tx, { user: account.id, role, unit })
      return account
    })
    out.print(`${made.username}  ${role}@${unit}`)
    if (given === undefined) out.print(password)
    out.json({ ...made, role, unit, password: given === undefined ? password : null })
    return 0
  },
}

const password: Command = {
  name: 'admin password',
  summary: { zh: '重设一个账号的口令', en: 'Set a new password for an account' },
  args: [{ syntax: '<username>', words: { zh: '用户名', en: 'user name' } }],
  options: [
    {
      syntax: '--password <password>',
      words: { zh: '口令；不给则生成一个', en: 'password; one is made when left out' },
    },
  ],
  run: async (work, { args, options }, out) => {
    const username = args[0] ?? ''
    const given = text(options['password'])
    const fresh = given ?? oneTimePassword()
    await write(work, async (tx) => {
      const account = (await accountNamed(tx, username)) ?? refuse('access/account-unknown', { account: username }, 404)
      await setPassword(tx, account.id, fresh)
    })
    if (given === undefined) out.print(fresh)
    out.json({ username, password: given === undefined ? fresh : null })
    return 0
  },
}

function roleNamed(name: string): Role {
  return roles.find((role) => role === name) ?? refuse('access/role-unknown', { role: name, known: roles })
}

export const accessCommands: readonly Command[] = [create, password]
