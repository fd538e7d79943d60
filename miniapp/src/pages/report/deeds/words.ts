import { writeJson } from '@/state/kept-json'

/** What the reporter has typed for each deed, sent or not. Photos are keys of state/photos. */
export interface Words {
  supplement: string
  photos: string[]
  appeal: string
  withdraw: string
}

/** Where the device keeps them until they are sent. */
export const wordsKey = (number: string) => `mashang.words.${number}`
export const ratingKey = (number: string) => `mashang.rating.${number}`

/** Nothing of them stays on a borrowed phone. */
export function forgetWords(number: string): void {
  for (const key of [wordsKey(number), ratingKey(number)]) writeJson(key, null)
}

export const emptyWords: Words = { supplement: '', photos: [], appeal: '', withdraw: '' }

/** The bound of the contract for every free text of an action. */
export const WORDS_MOST = 1000
export const REASON_LEAST = 2
