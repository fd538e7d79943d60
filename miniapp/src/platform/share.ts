import { copyText } from './clipboard'
import { hrefOf, type Query, type RouteName } from './navigation'

/** A page of ours that others may open. */
export interface Shared {
  title: string
  to: RouteName
  query?: Query
}

/** Hands the page on: by the device's own sheet, else its address is copied. */
export async function share({ title, to, query }: Shared): Promise<'shared' | 'copied' | 'failed'> {
  const url = window.location.origin + hrefOf(to, query)
  const sheet = navigator.share as typeof navigator.share | undefined
  if (!sheet) return (await copyText(url)) ? 'copied' : 'failed'
  return sheet.call(navigator, { title, url }).then(
    () => 'shared' as const,
    // Closed again, which is the person's right.
    (error: Error) => (error.name === 'AbortError' ? ('shared' as const) : ('failed' as const)),
  )
}
