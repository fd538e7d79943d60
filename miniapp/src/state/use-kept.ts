import { useState } from 'react'
import { readJson, writeJson } from './kept-json'

/**
 * State that outlives a closed page and an empty battery: kept on the device at every change, gone when it is `empty`
 * again. What an older version left is taken as far as its fields are known.
 */
export function useKept<T extends object>(key: string, empty: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => ({ ...empty, ...known(readJson(key), empty) }))
  const change = (next: T) => {
    setValue(next)
    writeJson(key, JSON.stringify(next) === JSON.stringify(empty) ? null : next)
  }
  return [value, change]
}

function known<T extends object>(kept: Record<string, unknown> | null, empty: T): Partial<T> {
  const shapes = new Map<string, unknown>(Object.entries(empty))
  const fits = ([name, value]: [string, unknown]) =>
    shapes.has(name) &&
    typeof value === typeof shapes.get(name) &&
    Array.isArray(value) === Array.isArray(shapes.get(name))
  return Object.fromEntries(Object.entries(kept ?? {}).filter(fits)) as Partial<T>
}
