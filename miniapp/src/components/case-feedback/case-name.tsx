import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useCaseList } from '../case-card/use-case-list'
import { useText } from '@/locale/use-text'
import { useCaseLanguage, useCaseTitle } from '../case-card/use-case-title'

export interface CaseNameProps {
  slug: string
  /** leads to the case's page */
  linked?: boolean
}

/** A case by its title; while that is not known, as one of them. */
export function CaseName({ slug, linked }: CaseNameProps) {
  const found = useCaseList().data?.items.find((one) => one.slug === slug)
  const one = useText()('case-report.one')
  const title = useCaseTitle(found ?? { title: one, titleHant: one })
  const chinese = useCaseLanguage()
  const lang = found ? chinese : undefined
  return (
    <Box lang={lang}>
      {linked ? (
        <Link to="case" query={{ slug }}>
          {title}
        </Link>
      ) : (
        <Text>{title}</Text>
      )}
    </Box>
  )
}
