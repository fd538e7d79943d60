import { narrowedCases } from '@shared/cases/narrowed.ts'
import { BATCHES } from '@shared/cases/reform-case.ts'
import type { CaseRow } from '@shared/contract/reform-case.ts'
import { CaseCard } from '@/components/case-card/case-card'
import { useCaseList } from '@/components/case-card/use-case-list'
import { WantedCases } from '@/components/case-demand/wanted-cases'
import { type CaseFilter, isFiltered } from '@/components/case-filters/case-filter'
import { CaseFilters } from '@/components/case-filters/case-filters'
import { useCaseFilter } from '@/components/case-filters/use-case-filter'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { KeptAge } from '@/components/kept-age/kept-age'
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
  const { filter, change, clear } = useCaseFilter()
  const cases = useCaseList()
  return (
    <Page
      title={t('cases.title')}
      lead={`${t('cases.lead')} ${t('cases.language')}`.trim()}
      back={{ to: 'home' }}
      wide
    >
      <KeptAge query={cases} />
      <CaseFilters filter={filter} districts={districtsOf(cases.data?.items ?? [])} onChange={change} />
      {cases.data ? (
        <>
          <Cases items={cases.data.items} filter={filter} onClear={clear} />
          <WantedCases />
        </>
      ) : (
        <LoadState query={cases} skeleton={{ look: 'list', rows: 6 }}>
          {() => null}
        </LoadState>
      )}
    </Page>
  )
}

/** The districts where something is done, by code. */
function districtsOf(items: readonly CaseRow[]): { code: string; name: string }[] {
  const all = new Map(items.flatMap(({ reach }) => reach.districts.map((one) => [one.code, one] as const)))
  return [...all.values()].sort((one, other) => one.code.localeCompare(other.code))
}

function readCase({ slug, batch, theme, reach }: CaseRow) {
  return { slug, batch, theme, districts: reach.districts.map(({ code }) => code) }
}

/** What fits: on its shelves, or, where words are looked for, the best first. */
function Cases({ items, filter, onClear }: { items: CaseRow[]; filter: CaseFilter; onClear: () => void }) {
  const t = useText()
  const found = narrowedCases(items, filter, readCase)
  const results = [{ name: 'results', title: t('cases.results'), about: '', cases: found }]
  return (
    <>
      <Found n={found.length} filter={filter} onClear={onClear} />
      {found.length === 0 ? (
        <NothingFound onClear={onClear} />
      ) : (
        <Shelves shelves={filter.q.trim() ? results : shelvesOf(found, t)} />
      )}
    </>
  )
}

/** How many fit, said aloud when it changes, and the way back to all. */
function Found({ n, filter, onClear }: { n: number; filter: CaseFilter; onClear: () => void }) {
  const t = useText()
  const found = t('cases.found', { n })
  if (!isFiltered(filter)) return <LiveRegion message="" />
  return (
    <>
      <LiveRegion message={found} />
      {n > 0 && (
        <Box row wrap align="center" justify="between" gap={2}>
          <Text tone="muted">{found}</Text>
          <Button kind="ghost" small icon="close" onClick={onClear}>
            {t('cases.all')}
          </Button>
        </Box>
      )}
    </>
  )
}

interface Shelf {
  name: string
  title: string
  about: string
  cases: CaseRow[]
}

function shelvesOf(items: readonly CaseRow[], t: ReturnType<typeof useText>): Shelf[] {
  return BATCHES.map((batch) => ({
    name: batch,
    title: t(`cases.batch.${batch}`),
    cases: items.filter((item) => item.batch === batch),
    about: t(`cases.batch.${batch}.about`),
  })).filter(({ cases }) => cases.length > 0)
}

function Shelves({ shelves }: { shelves: readonly Shelf[] }) {
  const t = useText()
  return (
    <>
      {shelves.map(({ name, title, about, cases }) => (
        <Box as="section" key={name} gap={3}>
          <Box>
            <Heading>{title}</Heading>
            {about && (
              <Text block size="small" tone="muted">
                {t('cases.shelf', { about, n: cases.length })}
              </Text>
            )}
          </Box>
          <List bare className="case-shelf" label={title}>
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
