import type { CaseRow } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { CaseCover } from '../case-cover/case-cover'
import { coverFigure } from '../case-cover/cover-figure'
import { FigureNumber } from '../case-figures/figure-number'
import { useCaseLanguage, useCaseTitle } from './use-case-title'
import './case-card.scss'

/** A heading breaks after marks only; in half a telephone a name may also break before its number, not within it. */
const breakable = (title: string) => title.replaceAll(/([\u4e00-\u9fff])(?=\d)/g, '$1\u200b')

/** A case as a cover to take from a shelf. The title is the link; its area is the whole card. */
export function CaseCard({ reformCase }: { reformCase: CaseRow }) {
  const { slug, lead, summary, figures } = reformCase
  const title = useCaseTitle(reformCase)
  const figure = coverFigure(slug, figures)
  return (
    <ListItem className="case-card">
      <CaseCover slug={slug} />
      <Box className="case-card-words" gap={2} lang={useCaseLanguage()}>
        <Heading level={3}>
          <Link to="case" query={{ slug }} kind="bare" className="case-card-link">
            {breakable(title)}
          </Link>
        </Heading>
        <Text block size="small" className="case-card-summary">
          {summary}
        </Text>
        <Box className="case-card-foot" gap={1}>
          {figure && (
            <Box>
              <FigureNumber text={figure.text} />
              <Text block size="tiny" tone="muted">
                {figure.label}
              </Text>
            </Box>
          )}
          <Text block size="tiny" tone="muted" className="case-card-lead">
            {lead}
          </Text>
        </Box>
      </Box>
    </ListItem>
  )
}
