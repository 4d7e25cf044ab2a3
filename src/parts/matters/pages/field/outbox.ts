import type { Errand, Outbox } from './errand.ts'

const name = 'jingkai-field'
const waiting = 'errands'
const drafts = 'drafts'

/** What is being written and has not been sent: it outlives a page that the camera pushed out of memory. */
export interface Draft {
  /** account and subject: one draft for each */
  key: string
  verdict: boolean | null
  category: string
  words: string
  address: string
  files: File[]
}

/** Errands in this browser's IndexedDB, pictures included: they outlive a closed page, a flat battery and a lost connection. */
export function phoneOutbox(): Outbox {
  return {
    of: async (owner) => {
      const all = (await asked((await opened()).transaction(waiting).objectStore(waiting).getAll())) as Errand[]
      return all.filter((errand) => errand.owner === owner).toSorted((a, b) => a.madeAt - b.madeAt)
    },
    put: (errand) => written(waiting, (errands) => errands.put(errand)),
    drop: (key) => written(waiting, (errands) => errands.delete(key)),
  }
}

export async function draftOf(key: string): Promise<Draft | undefined> {
  return (await asked((await opened()).transaction(drafts).objectStore(drafts).get(key))) as Draft | undefined
}

export const keepDraft = (draft: Draft): Promise<void> => written(drafts, (store) => store.put(draft))
export const dropDraft = (key: string): Promise<void> => written(drafts, (store) => store.delete(key))

let database: Promise<IDBDatabase> | undefined

function opened(): Promise<IDBDatabase> {
  database ??= open()
  return database
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(waiting, { keyPath: 'key' })
    request.result.createObjectStore(drafts, { keyPath: 'key' })
  }
  return asked(request)
}

/** Resolves when the change lies on the disk, not when it was asked for. */
async function written(store: string, change: (kept: IDBObjectStore) => void): Promise<void> {
  const transaction = (await opened()).transaction(store, 'readwrite', { durability: 'strict' })
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
    change(transaction.objectStore(store))
  })
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
