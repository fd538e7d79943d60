import { REFORM_CASES } from '../../../shared/cases/library.ts'
import type { OwnWish } from '../../../shared/contract/case-wish.ts'
import type { StoredWish } from '../../repository/case-wishes.ts'
import { iso } from '../report/present-time.ts'

/** A wish for the eyes of its owner. */
export function ownWishShown({ slug, district, at }: StoredWish): OwnWish {
  const title = REFORM_CASES.find((reformCase) => reformCase.slug === slug)?.title ?? slug
  return { slug, title, district, at: iso(at) }
}
