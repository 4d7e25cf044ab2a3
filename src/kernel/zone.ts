import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { refuse } from './refusal.ts'

const ZoneFile = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: z.object({ zh: z.string(), en: z.string() }),
  areaCode: z.string().regex(/^\d{6}$/),
  demonstration: z.boolean().default(false),
  /** the root of the unit tree */
  rootUnit: z.string(),
  /** the day up to which the demonstration's records run; the cockpit opens on it while no newer record exists */
  today: z.string().optional(),
  /** ledger → unit that keeps it, when its rows name no unit */
  keepers: z.record(z.string(), z.string()).default({}),
  /** days off and make-up working days that override or extend the official calendar */
  calendar: z.array(z.object({ day: z.string(), kind: z.enum(['off', 'work']), name: z.string() })).default([]),
})

export type ZoneSettings = z.output<typeof ZoneFile>

/** A zone as a folder of files that people can read and version. */
export interface ZonePackage {
  folder: string
  settings: ZoneSettings
  /** relative paths of the files below a folder of the package, sorted; empty when there is none */
  files(folder: string, ending: string): string[]
  text(relative: string): string
  has(relative: string): boolean
}

/** Opens a zone package; refuses `kernel/zone-unreadable` with what is wrong in `zone.yaml`. */
export function openZone(folder: string): ZonePackage {
  const file = path.join(folder, 'zone.yaml')
  if (!existsSync(file)) refuse('kernel/zone-missing', { folder })
  const parsed = ZoneFile.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) refuse('kernel/zone-unreadable', { file, problem: z.prettifyError(parsed.error) })
  return {
    folder,
    settings: parsed.data,
    files: (below, ending) => filesBelow(folder, below, ending),
    text: (relative) => readFileSync(path.join(folder, relative), 'utf8').replace(/^﻿/, ''),
    has: (relative) => existsSync(path.join(folder, relative)),
  }
}

function filesBelow(folder: string, below: string, ending: string): string[] {
  const start = path.join(folder, below)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(below, name))
    .sort()
}
