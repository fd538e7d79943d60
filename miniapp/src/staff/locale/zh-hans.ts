import { account } from './zh-hans/account'
import { actions } from './zh-hans/actions'
import { desk } from './zh-hans/desk'
import { snapshot } from './zh-hans/snapshot'

/**
 * The words of the staff's pages, in the source language; how to add one is told in `locale/zh-hans/shell.ts`.
 * They live here and not in the main dictionary so that no resident downloads them.
 */
export const staffZhHans = { ...desk, ...actions, ...snapshot, ...account } as const

export type StaffTextKey = keyof typeof staffZhHans
export type StaffDictionary = Record<StaffTextKey, string>
