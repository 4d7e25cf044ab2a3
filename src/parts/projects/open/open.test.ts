import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Work, write } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { faultsOf, type Schema } from './draft-04.ts'
import { oc4idsExtension } from './oc4ids-extension.ts'
import { full, oc4idsProject, statusOf } from './oc4ids-project.ts'
import { openProjects } from './oc4ids-rows.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'oc4ids-0.9.5', name), 'utf8')) as Schema
const projectSchema = schemaOf('project-schema.json')
const packageSchema = schemaOf('project-package-schema.json')
const others = { [projectSchema.id!]: projectSchema }

interface Package extends Record<string, unknown> {
  projects: Record<string, unknown>[]
}
let told: Package

beforeAll(async () => {
  const { status, body } = await ask({ method: 'GET', url: '/api/open/projects/oc4ids.json' })
  expect(status).toBe(200)
  told = body as Package
})

/** Every value at any depth under its path. */
function* flat(value: unknown, at = ''): Generator<[string, unknown]> {
  yield [at, value]
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* flat(inner, `${at}/${name}`)
}

describe('the OC4IDS package', () => {
  test('is valid by the published schema', () => {
    expect(faultsOf(told, packageSchema, others)).toEqual([])
    expect(told.projects.length).toBeGreaterThan(20)
  })

  test('has nothing empty, a currency with every amount, and the prefix before every id', () => {
    for (const [at, value] of flat(told)) {
      if (typeof value === 'string') expect(value.trim(), at).not.toBe('')
      if (typeof value === 'object') expect(Object.keys(value ?? {}).length, at).toBeGreaterThan(0)
      if (typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'number')
        expect(value, at).toHaveProperty('currency', 'CNY')
    }
    for (const { id } of told.projects) expect(id).toMatch(/^oc4ids-[a-z0-9]{6}-./)
    expect(new Set(told.projects.map(({ id }) => id)).size).toBe(told.projects.length)
  })

  test('names in parties every organisation that it refers to', () => {
    for (const project of told.projects) {
      const parties = (project['parties'] as { id: string }[]).map(({ id }) => id)
      expect(parties).toContain((project['publicAuthority'] as { id: string }).id)
      expect(new Set(parties).size).toBe(parties.length)
    }
  })

  test('keeps to the closed and open lists of codes', () => {
    const codes: Record<string, readonly string[]> = {
      physical: ['physicalProgress', 'financialProgress'],
      milestone: ['scheduled', 'met', 'notMet', 'partiallyMet'],
    }
    for (const project of told.projects) {
      for (const series of ['forecasts', 'metrics'])
        for (const { id } of (project[series] ?? []) as { id: string }[]) expect(codes['physical']).toContain(id)
      for (const { status } of (project['milestones'] ?? []) as { status: string }[])
        expect(codes['milestone']).toContain(status)
    }
  })

  test('says planned and done as two series under the same months, and money in yuan', () => {
    const first = told.projects.find(({ id }) => id === 'oc4ids-jk0171-DT-02')!
    expect(first).toMatchObject({
      status: 'implementation',
      sector: ['economy'],
      budget: { amount: { amount: 7_920_000_000 } },
    })
    expect((first['metrics'] as { id: string }[]).map(({ id }) => id)).toEqual([
      'physicalProgress',
      'financialProgress',
    ])
    expect(first['implementationPeriod']).toMatchObject({ startDate: '2018-02-07T00:00:00+08:00' })
  })

  test('tells no lead of the pipeline, no lost project, no word of an enterprise and no name of an officer', async () => {
    const text = JSON.stringify(told)
    for (const code of ['ZX-01', 'DT-08', 'DT-09']) expect(text).not.toContain(code)
    const { rows } = await house.pool.query<{ words: string }>(
      `select title as words from project_problems union select person_name from project_commissioners union select by_name from project_problem_steps`,
    )
    for (const { words } of rows.filter(({ words }) => words.length > 1)) expect(text).not.toContain(words)
  })

  test('has lights and problems by the extension that is written down', () => {
    for (const project of told.projects) expect(faultsOf(project, oc4idsExtension as Schema)).toEqual([])
    expect(told.projects.some((project) => 'x_problems' in project)).toBe(true)
    expect(told.projects.some((project) => 'x_lights' in project)).toBe(true)
  })

  test('a check that never fails checks nothing', () => {
    const broken = structuredClone(told)
    Object.assign(broken.projects[0]!, { title: '', status: 'built', milestones: [] })
    Object.assign(broken, { version: '0.9.5' })
    expect(faultsOf(broken, packageSchema, others)).toEqual([
      expect.stringMatching(/^\/version: does not match/),
      '/projects/0/title: is too short',
      expect.stringMatching(/^\/projects\/0\/status: is not one of/),
      '/projects/0/milestones: has too few',
    ])
  })
})

describe('one project', () => {
  test.each([
    [[], 'identification'],
    [['signed'], 'identification'],
    [['signed', 'permits'], 'preparation'],
    [['signed', 'permits', 'started', 'fit-out', 'trial'], 'implementation'],
    [['started', 'production'], 'completion'],
    [['started', 'production', 'capacity'], 'maintenance'],
  ] as const)('stages %j are %s', (stages, status) => {
    expect(statusOf(new Map(stages.map((stage) => [stage, '2018-01-01'])))).toBe(status)
  })

  test('with nothing but its name is still valid', async () => {
    const [any] = await write(work, (tx) => openProjects(tx))
    const bare = {
      ...any!,
      ...{
        enterprise: null,
        uscc: null,
        nationalCode: null,
        investment: null,
        address: ' ',
        longitude: null,
        latitude: null,
      },
      ...{ plannedStart: null, plannedEnd: null, summary: '', stages: [], months: [], milestones: [], problems: [] },
    }
    const by = { prefix: 'oc4ids-jk0171', areaCode: '410171', today: '2018-06-30' }
    expect(faultsOf(oc4idsProject(bare, null, by), projectSchema)).toEqual([])
  })

  test('nothing empty is left at any depth', () => {
    expect(full({ a: '', b: [null, { c: ' ' }], d: { e: [] }, f: 0, g: false })).toEqual({ f: 0, g: false })
  })
})

describe('the calendar of milestones', () => {
  test('is read by its address alone, and ends with a new one', async () => {
    const cookie = await signedIn(['viewer'])
    const make = async () =>
      (await ask({ method: 'POST', url: '/api/projects/calendar-link', payload: {}, cookie })).body['token'] as string
    const first = await make()
    const read = (token: string) => ask({ method: 'GET', url: `/api/open/projects/calendar/${token}.ics?language=zh` })
    const { status, text } = await read(first)
    expect(status).toBe(200)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toContain('UID:DT-01-M1@zhengzhou-2018')
    expect(lines).toContain('DTSTART;VALUE=DATE:20170210')
    expect(lines).toContain('DTEND;VALUE=DATE:20170211')
    const count = (name: string) => lines.filter((line) => line === name).length
    expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'))
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(count('BEGIN:VEVENT'))
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
    await make()
    expect((await read(first)).status).toBe(404)
    expect((await read('x')).body['code']).toBe('projects/calendar-unknown')
  })

  test('of somebody who reads one park holds its projects and no others', async () => {
    const cookie = await signedIn(['viewer'], 'PARK-EQUIP')
    const { body } = await ask({ method: 'POST', url: '/api/projects/calendar-link', payload: {}, cookie })
    const { text } = await ask({ method: 'GET', url: `/api/open/projects/calendar/${String(body['token'])}.ics` })
    expect(text).toContain('UID:DT-06-M1@')
    expect(text).not.toContain('UID:DT-01-M1@')
  })
})
