import { useEffect, useRef, useState } from 'react'
import { isOnTheWay, setCase } from '@/state/about-case'
import { type Draft, hasContent, useDraft } from '@/state/draft'

/** Somebody was asked about a case, wrote nothing, and has gone since. */
const isLeftOver = (draft: Draft) => draft.caseSlug !== null && !hasContent(draft) && !isOnTheWay(draft)

/**
 * The case that the link asks about. Taken over once, whether there is a station yet or not: whoever then says that it is
 * about something else is not asked again. Something else that is half written is the person's to decide about.
 *
 * @returns the case to ask about, null when there is nothing to decide
 */
export function useOfferedCase(slug: string | undefined) {
  const [asked, setAsked] = useState(() => {
    const { draft } = useDraft.getState()
    return slug && slug !== draft.caseSlug && hasContent(draft) ? slug : null
  })
  const taken = useRef(false)
  useEffect(() => {
    if (taken.current) return
    taken.current = true
    const { draft } = useDraft.getState()
    if (slug && !asked && slug !== draft.caseSlug) setCase(slug)
    if (!slug && isLeftOver(draft)) setCase(null)
  }, [slug, asked])
  return { asked, settle: () => setAsked(null) }
}
