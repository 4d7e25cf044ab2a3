import path from 'node:path'
import { z } from 'zod'
import type { Words } from './i18n/words.ts'

/** What the environment says, parsed once at the door and handed on; nobody else reads `process.env`. */
export interface Config {
  /** an own PostgreSQL; the embedded one is used without it */
  databaseUrl: string | undefined
  /** folder of the embedded database, generated secrets and the audit anchors; absolute */
  dataFolder: string
  host: string
  port: number
  /** the address people type, without a slash at the end */
  url: string
  /** signs session cookies; generated once into the data folder when absent */
  secret: string | undefined
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  logLevel: LogLevel
  /** serve demonstration accounts beyond this machine */
  allowDemonstration: boolean
  /** raster tiles below the zone's own drawing; without them maps show the boundary alone */
  tiles: Tiles | undefined
  /** folder of the zone package; absolute */
  zoneFolder: string
}

/** A tile source: `url` has {z}, {x} and {y}, `shift` is the coordinates in which its tiles are cut. */
export interface Tiles {
  url: string
  credit: string
  shift: 'wgs84' | 'gcj02'
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Environment = Record<string, string | undefined>

/** The environment does not make a configuration: every problem at once. The process ends with exit code 2. */
export class Misconfigured extends Error {
  readonly problems: readonly Words[]

  constructor(problems: readonly Words[]) {
    super(problems.map((words) => `${words.zh}\n${words.en}`).join('\n'))
    this.name = 'Misconfigured'
    this.problems = problems
  }
}

const project = path.resolve(import.meta.dirname, '../..')

/** Reads the configuration; throws {@link Misconfigured} with all that is wrong. An empty variable counts as unset. */
export function readConfig(environment: Environment, folder = project): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Variables.safeParse(set)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => problemWith(String(issue.path[0]), set))
  problems.push(...oidcGaps(set))
  if (!parsed.success || problems.length > 0) throw new Misconfigured(problems)
  const { data } = parsed
  return {
    databaseUrl: data.DATABASE_URL,
    dataFolder: path.resolve(folder, data.JINGKAI_DATA),
    host: data.HOST,
    port: data.PORT,
    url: (data.JINGKAI_URL ?? addressOf(data.HOST, data.PORT)).replace(/\/+$/, ''),
    secret: data.JINGKAI_SECRET,
    oidc: oidcOf(data),
    logLevel: data.LOG_LEVEL,
    allowDemonstration: data.JINGKAI_ALLOW_DEMONSTRATION,
    tiles: tilesOf(data),
    zoneFolder: path.resolve(folder, data.JINGKAI_ZONE),
  }
}

/** The configuration, or the problems in both languages on standard error and exit code 2. */
export function configOrExit(environment: Environment = process.env): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

const address = (protocol: RegExp) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol))

const Variables = z.object({
  DATABASE_URL: address(/^postgres(ql)?:$/).optional(),
  JINGKAI_DATA: z.string().default('.jingkai'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4310),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  JINGKAI_URL: address(/^https?:$/).optional(),
  JINGKAI_SECRET: z.string().min(32).optional(),
  OIDC_ISSUER: address(/^https?:$/).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  JINGKAI_ALLOW_DEMONSTRATION: z
    .enum(['yes', 'no'])
    .transform((answer) => answer === 'yes')
    .default(false),
  JINGKAI_TILES: address(/^https?:$/)
    .refine((url) => ['{z}', '{x}', '{y}'].every((mark) => url.includes(mark)))
    .optional(),
  JINGKAI_TILES_CREDIT: z.string().max(200).default(''),
  JINGKAI_TILES_SHIFT: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  JINGKAI_ZONE: z.string().default('zones/zhengzhou-2018'),
})

const wanted: Partial<Record<string, Words>> = {
  DATABASE_URL: {
    zh: '形如 postgres://用户:口令@主机:5432/库名 的地址',
    en: 'an address like postgres://user:password@host:5432/name',
  },
  PORT: { zh: '0 至 65535 的整数', en: 'a whole number from 0 to 65535' },
  HOST: { zh: '主机名或 IP 地址', en: 'a host name or an IP address' },
  JINGKAI_URL: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that starts with http:// or https://' },
  JINGKAI_SECRET: {
    zh: '至少 32 个字符（可用 openssl rand -hex 32 生成）',
    en: 'at least 32 characters (openssl rand -hex 32 makes one)',
  },
  OIDC_ISSUER: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that starts with http:// or https://' },
  LOG_LEVEL: { zh: `其中之一：${logLevels.join('、')}`, en: `one of ${logLevels.join(', ')}` },
  JINGKAI_TILES: {
    zh: '带 {z}、{x}、{y} 的瓦片网址，以 http:// 或 https:// 开头',
    en: 'an address of tiles with {z}, {x} and {y} that starts with http:// or https://',
  },
  JINGKAI_TILES_CREDIT: { zh: '不超过 200 个字', en: 'at most 200 characters' },
  JINGKAI_TILES_SHIFT: { zh: 'wgs84 或 gcj02', en: 'wgs84 or gcj02' },
  JINGKAI_ALLOW_DEMONSTRATION: { zh: 'yes 或 no', en: 'yes or no' },
}

const secrets = new Set(['DATABASE_URL', 'JINGKAI_SECRET'])

/** Names the variable, shows what it holds unless that is a secret, and says what is wanted. */
function problemWith(name: string, set: Environment): Words {
  const should = wanted[name] ?? { zh: '可读的值', en: 'a readable value' }
  const held = secrets.has(name) ? { zh: '', en: '' } : { zh: `（现为“${set[name]}”）`, en: ` (it is "${set[name]}")` }
  return { zh: `环境变量 ${name}${held.zh}应为${should.zh}。`, en: `${name}${held.en} must be ${should.en}.` }
}

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

function oidcGaps(set: Environment): Words[] {
  const missing = oidcNames.filter((name) => !set[name])
  if (missing.length === 0 || missing.length === oidcNames.length) return []
  const names = missing.join('、')
  return [
    { zh: `单点登录的设置不全，还缺 ${names}。`, en: `Single sign-on is set in part; ${missing.join(', ')} missing.` },
  ]
}

function oidcOf(data: z.output<typeof Variables>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}

function tilesOf(data: z.output<typeof Variables>): Tiles | undefined {
  const { JINGKAI_TILES: url, JINGKAI_TILES_CREDIT: credit, JINGKAI_TILES_SHIFT: shift } = data
  return url ? { url, credit, shift } : undefined
}

/** Where a browser on this machine finds the server. */
function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}
