import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { closest } from '#parts/ledgers/closest.ts'
import type { FormDeclaration, FormItem } from './declaration.ts'
import { forms } from './tables.ts'

/** A form as it is filled today. */
export interface CurrentForm {
  version: number
  declaration: FormDeclaration
}

/** What an item code stands for. */
export interface CatalogueItem {
  code: string
  words: Words
  unit: string
  growthUnit: FormItem['growthUnit']
  /** whether only the growth is reported */
  growthOnly: boolean
  /** what publishes its growth, and whether that must follow from value and base */
  growth: FormItem['growth']
  growthFollows: boolean
  places: number
  form: string
  formWords: Words
  source: Words
  frequency: FormDeclaration['frequency']
  /** the level of a month is that of the year to its end, or of the time since an opening */
  cumulative: boolean
  since: 'year' | 'opening' | null
  adds: boolean
  units: readonly string[]
}

const current = new WeakMap<Tx, Promise<ReadonlyMap<string, CurrentForm>>>()

/** The newest version of every form by code, read once a transaction. */
export function currentForms(tx: Tx): Promise<ReadonlyMap<string, CurrentForm>> {
  const known = current.get(tx) ?? readForms(tx)
  current.set(tx, known)
  return known
}

async function readForms(tx: Tx): Promise<ReadonlyMap<string, CurrentForm>> {
  const rows = await tx.db.select().from(forms).orderBy(asc(forms.code), asc(forms.version))
  return new Map(rows.map(({ code, version, declaration }) => [code, { version, declaration }]))
}

/** Refuses `economy/form-unknown` (404) with the nearest code. */
export async function currentForm(tx: Tx, code: string): Promise<CurrentForm> {
  const all = await currentForms(tx)
  const suggestion = () => closest(code, [...all.keys()]) ?? '—'
  return all.get(code) ?? refuse('economy/form-unknown', { form: code, suggestion: suggestion() }, 404)
}

/** The form in the version a submission was filled under. */
export async function formInVersion(tx: Tx, code: string, version: number): Promise<FormDeclaration> {
  const [row] = await tx.db
    .select()
    .from(forms)
    .where(sql`${eq(forms.code, code)} and ${eq(forms.version, version)}`)
  return row?.declaration ?? refuse('economy/form-unknown', { form: code, suggestion: '—' }, 404)
}

/** Every reported item by code. */
export async function itemCatalogue(tx: Tx): Promise<ReadonlyMap<string, CatalogueItem>> {
  const all = [...(await currentForms(tx)).values()]
  return new Map(
    all.flatMap(({ declaration }) => declaration.items.map((item) => [item.code, entryOf(declaration, item)])),
  )
}

function entryOf(form: FormDeclaration, item: FormItem): CatalogueItem {
  const since = form.cumulative === 'no' ? null : form.cumulative
  return {
    ...{ code: item.code, words: item.name, unit: item.unit, growthUnit: item.growthUnit, places: item.places },
    ...{ growth: item.growth, growthFollows: item.growthFollows, growthOnly: item.level === 'none', adds: item.adds },
    ...{ form: form.code, formWords: form.name, source: form.source, frequency: form.frequency, units: form.units },
    ...{ cumulative: since !== null, since },
  }
}

/** Keeps a declaration as a new version when it differs from the newest; answers whether it did. */
export async function keepForm(tx: Tx, declaration: FormDeclaration): Promise<boolean> {
  const known = (await currentForms(tx)).get(declaration.code)
  const { rows } = await tx.client.query<{ same: boolean }>('select $1::jsonb = $2::jsonb as same', [
    JSON.stringify(known?.declaration ?? null),
    JSON.stringify(declaration),
  ])
  if (rows[0]?.same) return false
  const version = (known?.version ?? 0) + 1
  await tx.db.insert(forms).values({ code: declaration.code, version, declaration, loadedAt: tx.now })
  current.delete(tx)
  return true
}
