import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The secret that signs session cookies: the given one, or one made once and kept in the data folder, readable by its owner. */
export function secretOf(config: { secret: string | undefined; dataFolder: string }): string {
  if (config.secret) return config.secret
  const file = path.join(config.dataFolder, 'session-secret')
  return secretIn(file) ?? makeSecret(file)
}

/** Linked into place whole, so that of two processes starting at once both read the secret of the first. */
function makeSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

function secretIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
