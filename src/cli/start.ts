import { isIP } from 'node:net'
import { anchorAudit } from '#kernel/audit/anchors.ts'
import type { Config } from '#kernel/config.ts'
import { claim } from '#kernel/db/postgres-claim.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { type Locale, say, type Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { openZone } from '#kernel/zone.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { writeFirstBulletin } from '#parts/bulletins/bulletins.ts'
import { paceOn } from '#parts/indicators/indicators.ts'
import { demonstrationPassword, shownDemonstrationAccounts } from '#parts/org/org.ts'
import { dataFolder, openHouse } from '../house.ts'
import { buildServer } from '../server.ts'
import { loadZone } from './load.ts'

/** Starts the database, the jobs and the server; on an empty database loads the zone package first. Ends on a signal. */
export async function start(config: Config, locale: Locale): Promise<number> {
  const asked = untilSignal()
  const tell = (words: Words) => process.stdout.write(`${say(words, locale)}\n`)
  const held = claim(dataFolder(config), { address: config.url, startedAt: new Date() })
  try {
    tell({ zh: '› 数据库启动中……', en: '› Starting the database…' })
    const house = await openHouse(config)
    const work = house.workAs(startActor)
    await fillWhenEmpty(work, config, tell)
    await refuseExposure(work, config)
    const server = await buildServer(house)
    await server.app.listen({ host: config.host, port: config.port })
    await server.jobs.start()
    await anchorAudit(work, config.dataFolder)
    await greet(work, config, tell)
    await asked
    tell({ zh: '› 正在结束手里的请求和任务……', en: '› Finishing the request and the job in hand…' })
    await server.stop()
    await anchorAudit(work, config.dataFolder)
    await house.close()
    return 0
  } finally {
    held.release()
  }
}

const startActor = {
  id: 'cli',
  name: '系统加载',
  via: 'cli' as const,
  grants: (['clerk', 'reviewer', 'lead', 'administrator', 'security'] as const).map((role) => ({ role, unit: 'ZONE' })),
}

async function fillWhenEmpty(work: Work, config: Config, tell: (words: Words) => void) {
  const zone = await read(work, zoneOf)
  if (zone) return
  const { settings } = openZone(config.zoneFolder)
  tell({ zh: `› 空库：加载“${settings.name.zh}”`, en: `› Empty database: loading ${settings.name.en}` })
  const root = settings.rootUnit
  const loader = {
    ...work,
    actor: { ...work.actor, grants: work.actor.grants.map((grant) => ({ ...grant, unit: root })) },
  }
  await loadZone(loader, config.zoneFolder, tell)
}

/** Demonstration accounts have a printed password: they stay on this machine unless somebody says otherwise. */
async function refuseExposure(work: Work, config: Config) {
  const zone = await read(work, zoneOf)
  if (zone?.demonstration && !config.allowDemonstration && !isLoopback(config.host)) {
    refuse('kernel/demonstration-exposed', { host: config.host })
  }
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

async function greet(work: Work, config: Config, tell: (words: Words) => void) {
  const zone = await read(work, zoneOf)
  tell({ zh: `\n经开已启动：${config.url}\n`, en: `\nJingkai is running: ${config.url}\n` })
  if (!zone?.demonstration) return
  const accounts = await read(work, shownDemonstrationAccounts)
  const list = (words: (account: (typeof accounts)[number]) => string) =>
    accounts.map((account) => `    ${account.username.padEnd(14)} ${words(account)}`).join('\n')
  tell({
    zh: `  演示账号（密码都是 ${demonstrationPassword}）\n${list((account) => account.words.zh)}\n`,
    en: `  Demonstration accounts (password of all: ${demonstrationPassword})\n${list((account) => account.words.en)}\n`,
  })
  tell(await standing(work, zone.today ?? ''))
}

/** One line: how many figures the bulletin has, how many targets are ahead and behind. */
async function standing(work: Work, today: string): Promise<Words> {
  const bulletin = await writeFirstBulletin(work)
  const { targets } = await read(work, (tx) => paceOn(tx, { year: Number(today.slice(0, 4)), on: today }))
  const ahead = targets.filter((target) => target.status === 'ahead' || target.status === 'met').length
  const behind = targets.filter((target) => target.status === 'behind').length
  return {
    zh: `  半年通报含 ${bulletin.figures} 个数字；${targets.length} 个全年目标中 ${ahead} 个超前、${behind} 个滞后。`,
    en: `  The half-year bulletin has ${bulletin.figures} figures; of ${targets.length} targets of the year ${ahead} ahead, ${behind} behind.`,
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
