const STORE = 'kept'

/** Small things kept on the device under a name. Values are copied by the structured clone. */
export interface Store {
  /** False when the device keeps nothing beyond this page, as in some private windows. */
  readonly lasting: boolean
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  /** Everything whose name begins so, in the order of the names. */
  list<T>(prefix: string): Promise<T[]>
}

/** The device's own database; a forgetful store in memory where there is none. */
export async function openStore(name = 'dispatch120-crew'): Promise<Store> {
  try {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    return databaseStore(await answered(opening))
  } catch {
    return memoryStore()
  }
}

function databaseStore(database: IDBDatabase): Store {
  const within = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const done = work(transaction.objectStore(STORE))
      // Resolved when it is on the disk, not when it was asked for.
      transaction.oncomplete = () => resolve(done.result)
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not stored'))
    })
  return {
    lasting: true,
    get: <T>(key: string) => within<T | undefined>('readonly', (store) => store.get(key)),
    set: async (key, value) => void (await within('readwrite', (store) => store.put(value, key))),
    delete: (key) => within('readwrite', (store) => store.delete(key)),
    list: <T>(prefix: string) =>
      within<T[]>('readonly', (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
  }
}

export function memoryStore(): Store {
  const kept = new Map<string, string | ArrayBuffer>()
  const read = <T>(value: string | ArrayBuffer | undefined) =>
    value instanceof ArrayBuffer ? (value.slice(0) as T) : value && (JSON.parse(value) as T)
  return {
    lasting: false,
    get: async <T>(key: string) => read<T>(kept.get(key)) as T | undefined,
    set: async (key, value) =>
      void kept.set(key, value instanceof ArrayBuffer ? value.slice(0) : JSON.stringify(value)),
    delete: async (key) => void kept.delete(key),
    list: async <T>(prefix: string) =>
      [...kept.keys()]
        .filter((key) => key.startsWith(prefix))
        .sort()
        .map((key) => read<T>(kept.get(key)) as T),
  }
}

function answered<T>(request: IDBOpenDBRequest & IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
    request.onblocked = () => reject(new Error('another page holds the database'))
  })
}
