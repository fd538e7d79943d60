import type { CaseRow } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useCaseLanguage } from '../case-card/use-case-title'
import { CaseCover } from '../case-cover/case-cover'
import { coverFigure } from '../case-cover/cover-figure'
import { themeIcons } from '../case-filters/theme-icons'
import { FigureNumber } from '../case-figures/figure-number'
import './case-head.scss'

/** The picture, the one number, the case in two sentences, and where it belongs. */
export function CaseHead({ reformCase }: { reformCase: CaseRow }) {
  const { slug, summary, figures } = reformCase
  const figure = coverFigure(slug, figures)
  return (
    <Box className="case-head">
      <Box className="case-head-cover">
        <CaseCover slug={slug} large />
      </Box>
      <Box className="case-head-words" gap={4}>
        <Box gap={4} lang={useCaseLanguage()}>
          <Text block className="case-head-summary">
            {summary}
          </Text>
          {figure && (
            <Box>
              <FigureNumber text={figure.text} huge />
              <Text block tone="muted">
                {figure.label}
              </Text>
            </Box>
          )}
        </Box>
        <Shelves reformCase={reformCase} />
      </Box>
    </Box>
  )
}

/** Where the case stands in the library; each leads to its neighbours. */
function Shelves({ reformCase: { theme, batch, district } }: { reformCase: CaseRow }) {
  const t = useText()
  return (
    <Box as="nav" row wrap gap={2} label={t('cases.shelves')}>
      <Link to="cases" query={{ theme }} kind="plain" icon={themeIcons[theme]} className="k-button-small">
        {t(`cases.theme.${theme}`)}
      </Link>
      <Link to="cases" query={{ batch }} kind="plain" icon="flag" className="k-button-small">
        {t(`cases.batch.${batch}`)}
      </Link>
      {district && (
        <Link
          to="cases"
          query={{ district: district.code }}
          kind="plain"
          icon="pin"
          className="k-button-small"
        >
          {district.name}
        </Link>
      )}
    </Box>
  )
}
