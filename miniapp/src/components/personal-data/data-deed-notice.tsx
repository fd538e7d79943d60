import { Banner } from '@/kit/banner'
import type { DataDeed } from './use-data-deed'

/** How it went, above what was pressed. */
export function DataDeedNotice({ deed: { done, failed } }: { deed: DataDeed }) {
  return (
    <>
      {done !== '' && <Banner tone="good">{done}</Banner>}
      {failed !== '' && <Banner tone="bad">{failed}</Banner>}
    </>
  )
}
