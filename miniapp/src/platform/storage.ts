import type { LocalFile } from './local-file'

/** Small texts, there at once. A browser that refuses to store (private mode, full disk) forgets them when it closes. */
const memory = new Map<string, string>()

export function readText(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

export function writeText(key: string, text: string): void {
  memory.set(key, text)
  try {
    localStorage.setItem(key, text)
  } catch {
    // kept in memory
  }
}

export function removeText(key: string): void {
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was stored
  }
}

const FILES = 'files'

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mashang', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(FILES)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

async function inFiles<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(FILES, mode)
      const request = act(transaction.objectStore(FILES))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Keeps a photo of a draft over a restart. Rejects when the device has no room. */
export async function saveBlob(key: string, file: LocalFile): Promise<void> {
  await inFiles('readwrite', (files) => files.put(file, key))
}

export async function loadBlob(key: string): Promise<LocalFile | null> {
  return ((await inFiles('readonly', (files) => files.get(key))) as Blob | undefined) ?? null
}

export async function removeBlob(key: string): Promise<void> {
  await inFiles('readwrite', (files) => files.delete(key))
}
