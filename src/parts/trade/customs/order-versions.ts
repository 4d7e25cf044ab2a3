import type { Tx } from '#kernel/db/work.ts'
import { blank, type CustomsDocument } from './document.ts'
import type { DocumentStored } from './order-queries.ts'
import type { DocumentVersion } from './order-shapes.ts'

/** Every version of the documents, deletions and refused ones among them, the newest first. */
export async function versionsOf(tx: Tx, documents: readonly DocumentStored[]): Promise<DocumentVersion[]> {
  const told = [...Map.groupBy(documents, keyOf).values()].flatMap(toldOf)
  const all = [...told, ...(await deletions(tx, documents)), ...(await refusals(tx, documents))]
  return all.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.sentAt.localeCompare(a.sentAt))
}

const keyOf = ({ kind, identity }: Pick<DocumentStored, 'kind' | 'identity'>) => `${kind} ${identity}`

/** The versions of one document, each with what it changed. */
function toldOf(versions: readonly DocumentStored[]): DocumentVersion[] {
  return versions.map((version, place) => ({
    ...placeOf(version),
    ...{ kind: version.kind, number: numberOf(version.said), deed: place === 0 ? 'new' : 'change', refusal: null },
    changed: place === 0 ? [] : changedFields(versions[place - 1]!.said, version.said),
  }))
}

const placeOf = ({
  said,
  receivedAt,
  file,
  fileName,
  message,
  ordinal,
}: Omit<DocumentStored, 'id' | 'identity' | 'elsewhere'>) => ({
  ...{ sentAt: said.sentAt, receivedAt, file: { id: file, name: fileName }, message, ordinal },
})

function numberOf(said: CustomsDocument): string {
  return { order: said.orderNo, payment: said.transactionNo, waybill: said.waybillNo, list: said.copNo }[said.kind]
}

/** Fields of persons are named without their marks; how the sender reported is no change. */
function changedFields(before: CustomsDocument, after: CustomsDocument): DocumentVersion['changed'] {
  const fields = Object.keys(after) as (keyof CustomsDocument)[]
  return fields
    .filter((field) => field !== 'deed' && field !== 'sentAt' && field !== 'buyerShown')
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: shownOf(field, before), after: shownOf(field, after) }))
}

function shownOf(field: keyof CustomsDocument, said: CustomsDocument): string {
  const value = said[field]
  if (field === 'buyerMark' || field === 'buyerNameMark') return said.buyerShown
  if (field.endsWith('Mark')) return ''
  if (Array.isArray(value)) return value.map(({ number, name, total }) => `${number} ${name} ${total}`).join('; ')
  return String(value)
}

/** A version that ended without another in its place was deleted by the file that ended it. */
async function deletions(tx: Tx, documents: readonly DocumentStored[]): Promise<DocumentVersion[]> {
  const last = [...Map.groupBy(documents, keyOf).values()].map((versions) => versions.at(-1)!)
  const ended = last.filter(({ replacedAt, replacedBy }) => replacedAt !== null && replacedBy !== null)
  if (ended.length === 0) return []
  const { rows } = await tx.client.query<{ id: number; name: string }>(
    'select id::int as id, file_name as name from customs_files where id = any($1)',
    [ended.map(({ replacedBy }) => replacedBy)],
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ended.map(({ kind, said, replacedAt, replacedBy }) => ({
    ...{
      kind,
      number: numberOf(said),
      deed: 'delete',
      refusal: null,
      sentAt: '',
      receivedAt: replacedAt!,
      changed: [],
    },
    ...{ file: { id: replacedBy!, name: names.get(replacedBy!) ?? '' }, message: '', ordinal: 0 },
  }))
}

interface Refused extends DocumentStored {
  code: 'number-taken' | 'nothing-to-delete'
}

/** Documents under the same numbers that were not taken, and where they differ from the one that stands. */
async function refusals(tx: Tx, documents: readonly DocumentStored[]): Promise<DocumentVersion[]> {
  const standing = new Map(documents.map((document) => [keyOf(document), document.said]))
  const { rows } = await tx.client.query<Refused>(
    `select r.code, r.kind, r.identity, r.said, to_json(f.received_at)#>>'{}' as "receivedAt", f.id::int as file, f.file_name as "fileName",
       coalesce(m.name, '') as message, r.ordinal
     from (select distinct kind, identity from unnest($1::text[], $2::text[]) as w (kind, identity)) w
     join customs_refusals r on r.kind = w.kind and r.identity = w.identity join customs_files f on f.id = r.file_id
     left join customs_messages m on m.file_id = r.file_id and m.place = r.message_place`,
    [documents.map(({ kind }) => kind), documents.map(({ identity }) => identity)],
  )
  return rows.map((row) => {
    const said = { ...blank, ...row.said }
    const stands = standing.get(keyOf(row))
    const changed = stands ? changedFields(stands, said) : []
    return {
      ...placeOf({ ...row, said }),
      kind: row.kind,
      number: numberOf(said),
      deed: 'refused',
      refusal: row.code,
      changed,
    }
  })
}
