import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import { classNames } from '@/kit/class-names'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { useText } from '@/locale/use-text'
import { FigureCard } from './figure-card'
import { isWide, pictureOf } from './figure-picture'
import './case-figures.scss'

/** Every figure of a case, drawn. */
export function CaseFigures({ figures }: { figures: readonly ShownCaseFigure[] }) {
  const t = useText()
  return (
    <List bare className="case-figures" label={t('cases.figures')}>
      {figures.map((figure) => {
        const picture = pictureOf(figure, figures)
        return (
          <ListItem
            key={`${figure.label}${figure.text}`}
            className={classNames('case-figure', isWide(picture) && 'case-figure-wide')}
          >
            <FigureCard figure={figure} picture={picture} />
          </ListItem>
        )
      })}
    </List>
  )
}
