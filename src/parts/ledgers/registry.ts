import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from '#kernel/refusal.ts'
import { closest } from './closest.ts'
import type { Ledger } from './ledger.ts'

const parts = path.resolve(import.meta.dirname, '..')
let known: Promise<ReadonlyMap<string, Ledger>> | undefined

/** Every declared ledger by name, found by reading the `*.ledger.ts` files of every part; a new one needs no registry. */
export function ledgers(): Promise<ReadonlyMap<string, Ledger>> {
  known ??= readAll()
  return known
}

/** One ledger by `part/name`; refuses `ledgers/unknown` with the nearest name. */
export async function ledgerOf(name: string): Promise<Ledger> {
  const all = await ledgers()
  return (
    all.get(name) ??
    refuse(
      'ledgers/unknown',
      { ledger: name, suggestion: closest(name, [...all.keys()]) ?? '—', known: [...all.keys()] },
      404,
    )
  )
}

/** One ledger by its whole name, or by the last part of it when no other ledger ends so. */
export async function ledgerCalled(name: string): Promise<Ledger> {
  const known = [...(await ledgers()).values()].filter((ledger) => ledger.name.split('/')[1] === name)
  return known.length === 1 ? known[0]! : ledgerOf(name)
}

async function readAll(): Promise<ReadonlyMap<string, Ledger>> {
  const files = readdirSync(parts, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(path.join(parts, entry.name)).map((file) => path.join(parts, entry.name, file)))
    .filter((file) => file.endsWith('.ledger.ts'))
    .sort()
  const found = new Map<string, Ledger>()
  for (const file of files) {
    const ledger = await ledgerIn(file)
    if (`${path.basename(path.dirname(file))}/${path.basename(file, '.ledger.ts')}` !== ledger.name) {
      refuse('ledgers/declaration-wrong', { ledger: ledger.name, file: path.relative(parts, file) }, 500)
    }
    found.set(ledger.name, ledger)
  }
  return found
}

async function ledgerIn(file: string): Promise<Ledger> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, Ledger>
  const declared = Object.values(module).filter((value) => typeof value === 'object' && 'grain' in value)
  return declared.length === 1
    ? declared[0]!
    : refuse('ledgers/declaration-wrong', { file: path.relative(parts, file), found: declared.length }, 500)
}
