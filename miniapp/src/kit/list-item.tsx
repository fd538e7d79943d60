import type { ReactNode } from 'react'
import type { Query, RouteName } from '@/platform/navigation'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import { Link } from './link'

export interface ListItemProps {
  /** makes the whole row a link … */
  to?: RouteName
  query?: Query
  /** … or a button */
  onClick?: () => void
  icon?: IconName
  title?: ReactNode
  /** a second, quieter line */
  note?: ReactNode
  /** at the right end: a badge, a time */
  aside?: ReactNode
  /** before the row and no part of its link or button: a box to mark it */
  before?: ReactNode
  /** where it stands in a list of which only a part is in the document; `of` is -1 while nobody knows */
  position?: { index: number; of: number }
  /** the row under the keyboard, or the one that is shown beside the list */
  selected?: boolean
  className?: string
  /** below title and note; for a row that is not link or button it may hold controls */
  children?: ReactNode
}

export function ListItem(props: ListItemProps) {
  const { before, position } = props
  return (
    <li
      className={itemClass(props)}
      data-row={position?.index}
      aria-posinset={position && position.index + 1}
      aria-setsize={position?.of}
    >
      {before}
      <Press {...props} />
    </li>
  )
}

/** The row's link or button; or a row that only stands there. */
function Press({ to, query, onClick, selected, children, ...row }: ListItemProps) {
  const content = (
    <>
      {(row.title !== undefined || row.note !== undefined) && <Row {...row} leads={Boolean(to)} />}
      {children}
    </>
  )
  if (to)
    return (
      <Link to={to} query={query} kind="bare" className="k-item-press" current={selected}>
        {content}
      </Link>
    )
  if (!onClick) return <div className="k-item-still">{content}</div>
  return (
    <button type="button" className="k-item-press" onClick={onClick} aria-pressed={selected}>
      {content}
    </button>
  )
}

function itemClass({ before, selected, className }: ListItemProps): string {
  return classNames('k-item', selected && 'k-item-selected', Boolean(before) && 'k-item-marked', className)
}

function Row({
  icon,
  title,
  note,
  aside,
  leads,
}: Pick<ListItemProps, 'icon' | 'title' | 'note' | 'aside'> & { leads: boolean }) {
  return (
    <span className="k-item-row">
      {icon && <Icon name={icon} className="k-item-icon" />}
      <span className="k-item-words">
        <span className="k-item-title">{title}</span>
        {note !== undefined && <span className="k-item-note">{note}</span>}
      </span>
      {aside !== undefined && <span className="k-item-aside">{aside}</span>}
      {leads && <Icon name="forward" size="small" className="k-item-leads" />}
    </span>
  )
}
