import type { ShownCase } from '@shared/contract/reform-case.ts'
import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { ApiError } from '@/api/api-error'
import { getCase } from '@/api/cases'
import { CASES_STALE_AFTER } from '@/components/case-card/use-case-list'
import { useCaseLanguage, useCaseTitle } from '@/components/case-card/use-case-title'
import { CaseFigures } from '@/components/case-figures/case-figures'
import { CaseHead } from '@/components/case-head/case-head'
import { RelatedCases } from '@/components/case-related/related-cases'
import { CaseSource } from '@/components/case-source/case-source'
import { CaseSteps } from '@/components/case-steps/case-steps'
import { CaseUse } from '@/components/case-use/case-use'
import { lostPageDrawing } from '@/components/illustrations/lost-page'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { language } from '@/locale/translate'
import { useText } from '@/locale/use-text'
import { useQuery as useAddress } from '@/platform/navigation'
import './case.scss'

/** One case: what it did, how it works, what it counted, and where that is said. */
export default function CasePage() {
  const t = useText()
  const { slug = '' } = useAddress()
  const locale = useStore(language, (now) => now.locale)
  const reformCase = useQuery<ShownCase, ApiError>({
    queryKey: ['case', locale, slug],
    queryFn: ({ signal }) => getCase(slug, signal),
    staleTime: CASES_STALE_AFTER,
  })
  if (slug === '' || reformCase.error?.status === 404) return <UnknownCase />
  return reformCase.data ? (
    <Story reformCase={reformCase.data} />
  ) : (
    <Page title={t('cases.case')} back={{ to: 'cases' }} wide>
      <LoadState query={reformCase} skeleton={{ look: 'card' }}>
        {() => null}
      </LoadState>
    </Page>
  )
}

function Story({ reformCase }: { reformCase: ShownCase }) {
  const t = useText()
  const { body, steps, figures, productLink } = reformCase
  return (
    <Page title={useCaseTitle(reformCase)} lead={reformCase.lead} back={{ to: 'cases' }} wide>
      <TheirLanguage />
      <CaseHead reformCase={reformCase} />
      {productLink && <CaseUse link={productLink} />}
      <Box className="case-page">
        <Box className="case-page-story" gap={5}>
          <Box as="section" gap={3}>
            <Heading>{t('cases.story')}</Heading>
            <Box gap={3} lang={useCaseLanguage()}>
              {body.map((paragraph) => (
                <Text block key={paragraph} className="case-page-paragraph">
                  {paragraph}
                </Text>
              ))}
            </Box>
          </Box>
          <Box as="section" gap={3}>
            <Heading>{t('cases.steps')}</Heading>
            <CaseSteps steps={steps} />
          </Box>
        </Box>
        <Box as="section" className="case-page-figures" gap={3}>
          <Heading>{t('cases.figures')}</Heading>
          <CaseFigures figures={figures} />
        </Box>
        <Box className="case-page-source">
          <CaseSource source={reformCase.source} />
        </Box>
      </Box>
      <RelatedCases reformCase={reformCase} />
    </Page>
  )
}

/** Only where the page's language is not the cases': the text is empty elsewhere. */
function TheirLanguage() {
  const words = useText()('cases.language')
  return words ? (
    <Text block size="small" tone="muted">
      {words}
    </Text>
  ) : null
}

function UnknownCase() {
  const t = useText()
  return (
    <Page title={t('cases.case')} back={{ to: 'cases' }}>
      <EmptyState
        drawing={lostPageDrawing}
        title={t('cases.unknown.title')}
        actions={
          <Link to="cases" kind="primary">
            {t('cases.to-all')}
          </Link>
        }
      >
        {t('cases.unknown.text')}
      </EmptyState>
    </Page>
  )
}
