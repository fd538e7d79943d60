import { readText, removeText, writeText } from '@/platform/storage'

/** Small data kept on the device; tolerates what an older version, or a curious hand, has left there. */
export function readJson(key: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readText(key) ?? 'null')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export function writeJson(key: string, value: unknown): void {
  if (value === null) removeText(key)
  else writeText(key, JSON.stringify(value))
}
