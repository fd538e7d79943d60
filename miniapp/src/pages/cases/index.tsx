import { BATCHES } from '@shared/cases/reform-case.ts'
import type { CaseRow } from '@shared/contract/reform-case.ts'
import { CaseCard } from '@/components/case-card/case-card'
import { useCaseList } from '@/components/case-card/use-case-list'
import { type CaseFilter, isFiltered } from '@/components/case-filters/case-filter'
import { CaseFilters } from '@/components/case-filters/case-filters'
import { useCaseFilter } from '@/components/case-filters/use-case-filter'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** The library: what the city has tried, on shelves by the occasion that chose it. */
export default function CasesPage() {
  const t = useText()
  const { filter, asked, change, clear } = useCaseFilter()
  const cases = useCaseList(asked)
  return (
    <Page
      title={t('cases.title')}
      lead={`${t('cases.lead')} ${t('cases.language')}`.trim()}
      back={{ to: 'home' }}
      wide
    >
      <CaseFilters filter={filter} onChange={change} />
      <LoadState query={cases} skeleton={{ look: 'list', rows: 6 }}>
        {({ items }) => (
          <>
            <Found items={items} filter={asked} onClear={clear} />
            {items.length === 0 ? <NothingFound onClear={clear} /> : <Shelves items={items} />}
          </>
        )}
      </LoadState>
    </Page>
  )
}

/** How many fit, said aloud when it changes, and the way back to all. */
function Found({ items, filter, onClear }: { items: CaseRow[]; filter: CaseFilter; onClear: () => void }) {
  const t = useText()
  const found = t('cases.found', { n: items.length })
  const filtered = isFiltered(filter)
  const district = filter.district && items[0]?.district?.name
  return (
    <>
      <LiveRegion message={filtered ? found : ''} />
      {filtered && items.length > 0 && (
        <Box row wrap align="center" justify="between" gap={2}>
          <Text tone="muted">
            {district ? t('cases.found.district', { district, n: items.length }) : found}
          </Text>
          <Button kind="ghost" small icon="close" onClick={onClear}>
            {t('cases.all')}
          </Button>
        </Box>
      )}
    </>
  )
}

function Shelves({ items }: { items: CaseRow[] }) {
  const t = useText()
  const shelves = BATCHES.map((batch) => ({ batch, cases: items.filter((item) => item.batch === batch) }))
  return (
    <>
      {shelves
        .filter(({ cases }) => cases.length > 0)
        .map(({ batch, cases }) => (
          <Box as="section" key={batch} gap={3}>
            <Box>
              <Heading>{t(`cases.batch.${batch}`)}</Heading>
              <Text block size="small" tone="muted">
                {t(`cases.batch.${batch}.about`)}
              </Text>
            </Box>
            <List bare className="case-shelf" label={t(`cases.batch.${batch}`)}>
              {cases.map((reformCase) => (
                <CaseCard key={reformCase.slug} reformCase={reformCase} />
              ))}
            </List>
          </Box>
        ))}
    </>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useText()
  const showAll = (
    <Button kind="primary" onClick={onClear}>
      {t('cases.all')}
    </Button>
  )
  return (
    <EmptyState drawing={emptyInboxDrawing} title={t('cases.none.title')} actions={showAll}>
      {t('cases.none.text')}
    </EmptyState>
  )
}
