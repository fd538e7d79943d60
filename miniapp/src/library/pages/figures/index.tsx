import { Box } from '@/kit/box'
import { Page } from '@/kit/page'
import { useText } from '@/locale/use-text'
import { FiguresFilters } from './figures-filters'
import { FiguresView } from './figures-view'
import { useFiguresFilter } from './use-figures-filter'
import './figures.scss'

/** What the city received and what became of it, for everybody to check. */
export default function FiguresPage() {
  const t = useText()
  const { filter, change, clear } = useFiguresFilter()
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')} back={{ to: 'home' }}>
      <FiguresFilters filter={filter} onChange={change} />
      <Box gap={4} className="figures-body">
        <FiguresView filter={filter} onChange={change} onClear={clear} />
      </Box>
    </Page>
  )
}
