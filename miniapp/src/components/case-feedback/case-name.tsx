import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useCaseList } from '../case-card/use-case-list'
import { useCaseLanguage, useCaseTitle } from '../case-card/use-case-title'

export interface CaseNameProps {
  slug: string
  /** leads to the case's page */
  linked?: boolean
}

/** A case by its title; while that is not known, by its address. */
export function CaseName({ slug, linked }: CaseNameProps) {
  const found = useCaseList().data?.items.find((one) => one.slug === slug)
  const title = useCaseTitle(found ?? { title: slug, titleHant: slug })
  const lang = useCaseLanguage()
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
