import type { CaseRow } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { useText } from '@/locale/use-text'
import { CaseCard } from '../case-card/case-card'
import { useCaseList } from '../case-card/use-case-list'
import { relatedTo } from './related'

/** What to read next. It is an extra: while it loads, or when it cannot, nothing stands in its place. */
export function RelatedCases({ reformCase }: { reformCase: CaseRow }) {
  const t = useText()
  const all = useCaseList().data?.items ?? []
  const cases = relatedTo(reformCase, all)
  return (
    <Box as="section" gap={3}>
      {cases.length > 0 && (
        <>
          <Heading>{t('cases.related')}</Heading>
          <List bare className="case-shelf" label={t('cases.related')}>
            {cases.map((other) => (
              <CaseCard key={other.slug} reformCase={other} />
            ))}
          </List>
        </>
      )}
      <Link to="cases" block icon="list">
        {t('cases.to-all')}
      </Link>
    </Box>
  )
}
