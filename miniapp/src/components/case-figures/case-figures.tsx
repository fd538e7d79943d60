import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { useText } from '@/locale/use-text'
import { FigureCard } from './figure-card'
import './case-figures.scss'

/** Every figure of a case, drawn. */
export function CaseFigures({ figures }: { figures: readonly ShownCaseFigure[] }) {
  const t = useText()
  return (
    <List bare className="case-figures" label={t('cases.figures')}>
      {figures.map((figure) => (
        <ListItem key={`${figure.label}${figure.text}`} className="case-figures-item">
          <FigureCard figure={figure} figures={figures} />
        </ListItem>
      ))}
    </List>
  )
}
