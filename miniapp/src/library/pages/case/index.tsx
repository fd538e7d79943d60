import type { CaseRow, ShownCase } from '@shared/contract/reform-case.ts'
import { useCaseList } from '@/components/case-card/use-case-list'
import { useCase } from '@/components/case-card/use-case'
import { useCaseLanguage, useCaseTitle } from '@/components/case-card/use-case-title'
import { WishCard } from '@/components/case-demand/wish-card'
import { CaseFeedback } from '@/components/case-feedback/case-feedback'
import { CaseFigures } from '@/components/case-figures/case-figures'
import { FigureTable } from '@/components/case-figures/figure-table'
import { CaseHead } from '@/components/case-head/case-head'
import { RelatedCases } from '@/components/case-related/related-cases'
import { CaseShare } from '@/components/case-share/case-share'
import { CaseSource } from '@/components/case-source/case-source'
import { CaseSteps } from '@/components/case-steps/case-steps'
import { CaseUse } from '@/components/case-use/case-use'
import { lostPageDrawing } from '@/components/illustrations/lost-page'
import { KeptAge } from '@/components/kept-age/kept-age'
import type { ReactNode } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useQuery as useAddress } from '@/platform/navigation'
import './case.scss'

/** One case: what it did, how it works, what it counted, where that is said; and what people make of it. */
export default function CasePage() {
  const t = useText()
  const { slug = '' } = useAddress()
  const reformCase = useCase(slug)
  const known = useCaseList().data?.items.find((one) => one.slug === slug)
  if (slug === '' || reformCase.error?.status === 404) return <UnknownCase />
  if (known && !reformCase.data && reformCase.isError) return <Outline known={known} />
  return reformCase.data ? (
    <Story reformCase={reformCase.data} age={<KeptAge query={reformCase} />} />
  ) : (
    <Page title={t('cases.case')} back={{ to: 'cases' }} wide>
      <LoadState query={reformCase} skeleton={{ look: 'card' }}>
        {() => null}
      </LoadState>
    </Page>
  )
}

function Story({ reformCase, age }: { reformCase: ShownCase; age: ReactNode }) {
  const t = useText()
  const { body, steps, figures, productLink } = reformCase
  return (
    <Page title={useCaseTitle(reformCase)} lead={reformCase.lead} back={{ to: 'cases' }} wide>
      {age}
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
          <FigureTable figures={figures} />
        </Box>
        <Box className="case-page-source">
          <CaseSource source={reformCase.source} />
        </Box>
      </Box>
      <Box className="case-page-people">
        <WishCard reformCase={reformCase} />
        <Box gap={4}>
          <CaseFeedback reformCase={reformCase} />
          <CaseShare reformCase={reformCase} />
        </Box>
      </Box>
      <RelatedCases reformCase={reformCase} />
    </Page>
  )
}

/** A case that was never opened, without a network: as far as the list tells of it. */
function Outline({ known }: { known: CaseRow }) {
  const t = useText()
  return (
    <Page title={useCaseTitle(known)} lead={known.lead} back={{ to: 'cases' }} wide>
      <Banner tone="wait" title={t('kept.failed')}>
        {t('kept.outline')}
      </Banner>
      <CaseHead reformCase={known} />
      <Box as="section" gap={3}>
        <Heading>{t('cases.figures')}</Heading>
        <CaseFigures figures={known.figures} />
      </Box>
      <CaseSource source={known.source} />
      <RelatedCases reformCase={known} />
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
