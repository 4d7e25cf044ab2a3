import { Command as Program } from 'commander'
import type { Command } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { kernelCommands } from '#kernel/kernel-commands.ts'
import { parts } from '#parts/index.ts'
import { openHouse } from '../house.ts'
import { doctor } from './doctor.ts'
import { failOn, localeOfShell } from './failure.ts'
import { exportZone, load } from './load.ts'
import { outFor } from './out.ts'

const housed: readonly Command[] = [
  load,
  exportZone,
  doctor,
  ...kernelCommands,
  ...parts.flatMap((part) => part.commands ?? []),
]

/** Parses the words of the command line and runs one command; answers with its exit code. */
export async function runCommandLine(words: readonly string[], config: Config): Promise<number> {
  const locale = localeOfShell()
  let exit = 0
  const program = new Program('jingkai')
    .description(
      locale === 'zh'
        ? '经开：从记录到半年通报，每个数字都能追到行'
        : 'Jingkai: from records to the bulletin, every figure traceable to its rows',
    )
    .option('--lang <zh|en>', '语言 / language')
    .exitOverride()
    .showHelpAfterError()
    // `bulletin pack 1 --out`: the option is the verb's, though `bulletin` has one of that name too.
    .enablePositionalOptions()
  program
    .command('start')
    .description(
      say(
        { zh: '启动数据库、服务和页面；空库时先加载演示园区', en: 'Start the database, the server and the pages' },
        locale,
      ),
    )
    .option('--lang <zh|en>', '语言 / language')
    .action(async () => {
      // The server's libraries load only when it is started: other commands answer at once.
      const { start } = await import('./start.ts')
      exit = await start(config, locale)
    })
  for (const command of housed)
    addCommand(program, command, locale, async (asked, wantsJson) => {
      exit = await runHoused(command, config, locale, asked, wantsJson)
    })
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    const usage = error as { code?: string; exitCode?: number }
    if (!usage.code?.startsWith('commander.')) throw error
    return usage.exitCode === 0 ? 0 : 2
  }
  return exit
}

type Asked = Parameters<Command['run']>[1]

function addCommand(
  program: Program,
  command: Command,
  locale: Locale,
  run: (asked: Asked, json: boolean) => Promise<void>,
) {
  const names = command.name.split(' ')
  const parent = names.length === 1 ? program : groupOf(program, names[0] ?? '')
  const verb = parent.command(names.at(-1) ?? command.name).description(say(command.summary, locale))
  for (const arg of command.args ?? []) verb.argument(arg.syntax, say(arg.words, locale))
  for (const option of command.options ?? []) verb.option(option.syntax, say(option.words, locale), option.default)
  verb.option('--json', say({ zh: '只输出一个 JSON 对象', en: 'Print one JSON object only' }, locale))
  verb.option('--lang <zh|en>', '语言 / language')
  verb.action(async (...given: unknown[]) => {
    const values = given.slice(0, verb.registeredArguments.length)
    const rest = values.flatMap((value) => (Array.isArray(value) ? (value as string[]) : []))
    const args = values.filter((value): value is string => typeof value === 'string')
    const options = verb.opts<Asked['options']>()
    await run({ args, rest, options }, options['json'] === true)
  })
}

function groupOf(program: Program, name: string): Program {
  return (
    program.commands.find((command) => command.name() === name) ?? program.command(name).description(groups[name] ?? '')
  )
}

const groups: Record<string, string> = {
  admin: '账号：新建、重设口令 / accounts: create, reset a password',
  audit: '审计链：校验 / the audit chain: verify',
}

async function runHoused(
  command: Command,
  config: Config,
  locale: Locale,
  asked: Asked,
  wantsJson: boolean,
): Promise<number> {
  const house = await openHouse(config)
  try {
    return await command.run(house.workAs(await commandLineActor(house.pool)), asked, outFor(locale, wantsJson))
  } catch (error) {
    return failOn(error)
  } finally {
    await house.close()
  }
}

/** Who holds the machine holds the zone: the command line acts as every writing role at the root, and is audited as `cli`. */
async function commandLineActor(pool: { query(text: string): Promise<{ rows: { root: string }[] }> }) {
  const { rows } = await pool.query(`select settings->>'rootUnit' as root from zone_settings`)
  const unit = rows[0]?.root ?? 'ZONE'
  const roles = ['viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor'] as const
  return {
    id: 'cli',
    name: process.env['USER'] ?? 'cli',
    via: 'cli' as const,
    grants: roles.map((role) => ({ role, unit })),
  }
}
