/** What the reporter has typed for each deed, sent or not. Photos are keys of state/photos. */
export interface Words {
  supplement: string
  photos: string[]
  appeal: string
  withdraw: string
}

export const emptyWords: Words = { supplement: '', photos: [], appeal: '', withdraw: '' }

/** The bound of the contract for every free text of an action. */
export const WORDS_MOST = 1000
export const REASON_LEAST = 2
