import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()

/** How many enterprises and how much capital (万元, a decimal string). */
const Amount = z.object({ enterprises: z.int(), capital: z.string() })

export const freeTradeShape = endpoint({
  method: 'GET',
  path: '/api/trade/free-trade',
  permission: 'trade/read',
  summary: {
    zh: '自贸区新入区企业：按月、区块、类型和行业',
    en: 'New enterprises of the free trade zone by month, block, kind and industry',
  },
  /** `since`: the first day that counts; earlier registrations are told apart */
  query: z.object({ since: Day.optional() }),
  reply: z.object({
    /** the day the page stands on */
    day: z.string(),
    total: Amount,
    /** registered before `since`, not in the total */
    earlier: z.int(),
    months: z.array(Amount.extend({ month: z.string() })),
    blocks: z.array(Amount.extend({ block: z.string(), months: z.array(z.int()) })),
    kinds: z.array(Amount.extend({ kind: z.string(), words: Words, foreign: z.boolean() })),
    /** by section of GB/T 4754, the largest first; `letter` null: what no section holds */
    industries: z.array(Amount.extend({ letter: z.string().nullable(), words: Words })),
    /** enterprises with foreign capital, and their shares in percent, one decimal; null of nothing */
    foreign: Amount.extend({ shareOfEnterprises: z.string().nullable(), shareOfCapital: z.string().nullable() }),
    /** registrations whose code fails one of its checks */
    wrongCodes: z.int(),
    /** changes of enterprises that are not in the register */
    strayChanges: z.int(),
  }),
})

const Step = z.object({ stage: z.string(), reachedOn: z.string() })

const Policy = z.object({
  number: z.string(),
  title: z.string(),
  document: z.string().nullable(),
  documentOn: z.string().nullable(),
  /** what it has come to, in the order of stages */
  steps: z.array(Step),
  stage: z.string(),
  /** the stage that comes next; null at the end */
  next: z.string().nullable(),
  enterprises: z.int().nullable(),
  /** whether a stage is dated before one that comes earlier */
  outOfOrder: z.boolean(),
})

const Stage = z.object({ stage: z.string(), words: Words, items: z.int() })

/** Items or cases with how many stand at each stage. */
const Register = z.object({ stages: z.array(Stage), items: z.array(Policy) })

export const policiesShape = endpoint({
  method: 'GET',
  path: '/api/trade/free-trade/policies',
  permission: 'trade/read',
  summary: {
    zh: '自贸区改革事项和创新案例，各到哪一阶段',
    en: 'Reform items and innovation cases of the free trade zone, each with its stage',
  },
  reply: z.object({ reforms: Register, innovations: Register }),
})

export const enterprisesShape = endpoint({
  method: 'GET',
  path: '/api/trade/free-trade/enterprises',
  permission: 'trade/read',
  summary: {
    zh: '查找自贸区企业：现名、曾用名、信用代码',
    en: 'Find enterprises of the free trade zone by present or former name or code',
  },
  query: z.object({
    q: z.string().max(120).optional(),
    block: z.string().max(40).optional(),
    kind: z.string().max(20).optional(),
    /** `wrong`: only registrations whose code fails a check */
    codes: z.enum(['wrong']).optional(),
    sort: z.enum(['', 'registeredOn', '-registeredOn', 'capital', '-capital']).default(''),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        uscc: z.string(),
        name: z.string(),
        /** names it no longer bears, the newest first */
        former: z.array(z.string()),
        registeredOn: z.string(),
        block: z.string(),
        kind: Words,
        industry: Words,
        capital: z.string(),
        codeChecks: z.boolean(),
      }),
    ),
  }),
})

/** One character of a code with what it adds to its check. */
const Character = z.object({
  character: z.string(),
  value: z.int().nullable(),
  weight: z.int(),
  product: z.int().nullable(),
})

/** One of the two checks, worked out character by character. `expected` is null where a character has no value. */
const Check = z.object({
  passes: z.boolean(),
  characters: z.array(Character),
  sum: z.int().nullable(),
  modulus: z.int(),
  expected: z.string().nullable(),
  found: z.string(),
  /** places in the code, from 1, of characters that may not stand there */
  strangers: z.array(z.int()),
})

export const Explained = z.object({ code: z.string(), length: z.int(), organisation: Check, whole: Check })

export const enterpriseShape = endpoint({
  method: 'GET',
  path: '/api/trade/free-trade/enterprises/:code',
  permission: 'trade/read',
  summary: {
    zh: '一家自贸区企业：名称沿革、登记、代码校验和它的包裹、班列、口岸货物',
    en: 'One enterprise: its names over time, registration, code checks, parcels, trains and consignments',
  },
  params: z.object({ code: z.string().min(1).max(40) }),
  reply: z.object({
    day: z.string(),
    uscc: z.string(),
    name: z.string(),
    registeredOn: z.string(),
    block: z.string(),
    kind: Words,
    industry: z.string(),
    section: Words,
    unit: z.string(),
    /** 万元 as registered, with the amount in its currency and the rate where it is not yuan */
    capital: z.string(),
    currency: z.string(),
    originalCapital: z.string().nullable(),
    rate: z.string().nullable(),
    /** 万元 after all changes */
    capitalNow: z.string(),
    names: z.array(z.object({ name: z.string(), from: z.string(), until: z.string().nullable() })),
    capitalChanges: z.array(z.object({ changedOn: z.string(), amount: z.string(), note: z.string().nullable() })),
    code: Explained,
    /** others that bear one of its names */
    namesakes: z.array(z.object({ uscc: z.string(), name: z.string() })),
    parcels: z.array(
      z.object({ direction: z.string(), parcels: z.string(), value: z.string(), first: z.string(), last: z.string() }),
    ),
    trains: z.array(
      z.object({
        number: z.string(),
        day: z.string(),
        containers: z.int(),
        teu: z.string().nullable(),
        value: z.string(),
      }),
    ),
    consignments: z.array(
      z.object({
        number: z.string(),
        arrivedOn: z.string(),
        goods: z.string(),
        quantity: z.string(),
        unit: z.string(),
      }),
    ),
    /** the batch that brought the registration, and how many versions it has */
    batch: z.int(),
    rowId: z.int(),
    versions: z.int(),
  }),
})

/** What this page reads of a figure; the whole of it is on the figure's own page. */
export const figureShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/fact',
  permission: 'indicators/read',
  summary: { zh: '一个指标的数据', en: 'A figure' },
  params: z.object({ code: z.string() }),
  query: z.object({ period: z.string() }),
  reply: z.object({
    indicator: z.string(),
    name: Words,
    period: z.string(),
    covers: z.string(),
    value: z.string().nullable(),
    exact: z.string().nullable(),
    unit: z.string(),
    basis: z.string(),
    betterWhen: z.enum(['higher', 'lower', 'neither']),
    status: z.string(),
    change: z.object({ value: z.string().nullable(), unit: z.string() }),
    inputs: z.array(z.object({ since: z.string().nullable() })),
  }),
})
