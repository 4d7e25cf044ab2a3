import type { Errand, Outbox } from './errand.ts'

const name = 'jingkai-field'
const store = 'errands'

/** Errands in this browser's IndexedDB, pictures included: they outlive a closed page, a flat battery and a lost connection. */
export function phoneOutbox(): Outbox {
  const opened = open()
  return {
    of: async (owner) => {
      const all = (await asked((await opened).transaction(store).objectStore(store).getAll())) as Errand[]
      return all.filter((errand) => errand.owner === owner).toSorted((a, b) => a.madeAt - b.madeAt)
    },
    put: async (errand) => written(await opened, (errands) => errands.put(errand)),
    drop: async (key) => written(await opened, (errands) => errands.delete(key)),
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' })
  return asked(request)
}

/** Resolves when the change lies on the disk, not when it was asked for. */
function written(database: IDBDatabase, change: (errands: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
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
