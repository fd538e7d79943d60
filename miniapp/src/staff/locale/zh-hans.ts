import { account } from './zh-hans/account'
import { actions } from './zh-hans/actions'
import { administration } from './zh-hans/administration'
import { audit } from './zh-hans/audit'
import { city } from './zh-hans/city'
import { configuration } from './zh-hans/configuration'
import { deputy } from './zh-hans/deputy'
import { desk } from './zh-hans/desk'
import { lists } from './zh-hans/lists'
import { doors } from './zh-hans/doors'
import { office } from './zh-hans/office'
import { paper } from './zh-hans/paper'
import { poster } from './zh-hans/poster'
import { snapshot } from './zh-hans/snapshot'
import { supervision } from './zh-hans/supervision'

/**
 * The words of the staff's pages, in the source language; how to add one is told in `locale/zh-hans/shell.ts`.
 * They live here and not in the main dictionary so that no resident downloads them.
 */
export const staffZhHans = {
  ...desk,
  ...actions,
  ...snapshot,
  ...account,
  ...administration,
  ...audit,
  ...city,
  ...poster,
  ...doors,
  ...office,
  ...deputy,
  ...supervision,
  ...paper,
  ...configuration,
  ...lists,
} as const

export type StaffTextKey = keyof typeof staffZhHans
export type StaffDictionary = Record<StaffTextKey, string>
