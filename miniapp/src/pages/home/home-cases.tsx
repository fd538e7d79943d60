import type { CaseRow } from '@shared/contract/reform-case.ts'
import { useCaseList } from '@/components/case-card/use-case-list'
import { useCaseTitle } from '@/components/case-card/use-case-title'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

const SHOWN = 3

/** A taste of the library. */
export function HomeCases() {
  const t = useText()
  const query = useCaseList()
  return (
    <Box as="section" label={t('home.cases')} gap={3}>
      <Box row justify="between" align="center" wrap>
        <Heading>{t('home.cases')}</Heading>
        <Link to="cases">{t('home.cases.all')}</Link>
      </Box>
      <LoadState query={query} skeleton={{ look: 'list', rows: SHOWN }}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('home.cases.empty')} />
          ) : (
            <List label={t('home.cases')}>
              {items.slice(0, SHOWN).map((reformCase) => (
                <CaseLine key={reformCase.slug} reformCase={reformCase} />
              ))}
            </List>
          )
        }
      </LoadState>
    </Box>
  )
}

function CaseLine({ reformCase }: { reformCase: CaseRow }) {
  const title = useCaseTitle(reformCase)
  const figure = reformCase.figures[0]
  return (
    <ListItem
      to="case"
      query={{ slug: reformCase.slug }}
      title={title}
      note={figure?.label}
      aside={figure && <Text className="home-figure">{figure.text}</Text>}
    />
  )
}
