import { useEffect, useRef } from 'react'
import { Definition } from '@/kit/definition'
import { Sheet } from '@/kit/sheet'
import { focusOnId, focusPressOf } from '@/platform/scroll'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useStaffText } from '../../locale/use-staff-text'

interface InboxKeysProps {
  /** the rows in the order on the screen */
  numbers: readonly string[]
  selected: string
  onSelect: (number: string) => void
  /** to the field for words */
  onSearch: () => void
  /** the table of keys is open */
  help: boolean
  onHelp: (open: boolean) => void
}

/** j and k walk through the list, Enter goes into the report, ? tells so. */
export function InboxKeys({ numbers, selected, onSelect, onSearch, help, onHelp }: InboxKeysProps) {
  const t = useStaffText()
  const at = useRef<number | null>(null)
  useEffect(() => {
    const now = numbers.indexOf(selected)
    if (now !== -1) at.current = now
  }, [numbers, selected])
  const go = (by: 1 | -1) => {
    const now = numbers.indexOf(selected)
    // What was dealt with is gone from the list: the row that has taken its place is next.
    const to = now === -1 ? (at.current ?? 0) : now + by
    const next = numbers[Math.min(numbers.length - 1, Math.max(0, to))]
    if (next === undefined) return
    onSelect(next)
    // The list brings it into sight; the focus follows, so that a screen reader reads it.
    focusPressOf(`row-${next}`)
  }
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    Enter: () => focusOnId('staff-detail'),
    '/': onSearch,
    '?': () => onHelp(true),
  }
  useHotkeys(keys, true)
  const rows = [
    { label: 'j', value: t('staff.help.next') },
    { label: 'k', value: t('staff.help.previous') },
    { label: 'Enter', value: t('staff.help.enter') },
    { label: 'a', value: t('staff.help.act') },
    { label: 'y', value: t('staff.help.quick') },
    { label: 'd', value: t('staff.help.decline') },
    { label: 'q', value: t('staff.help.ask') },
    { label: 'm', value: t('staff.help.similar') },
    { label: 'u', value: t('staff.help.undo') },
    { label: 'x', value: t('staff.help.mark') },
    { label: 'Shift+x', value: t('staff.help.mark-range') },
    { label: '*', value: t('staff.help.mark-all') },
    { label: 'b', value: t('staff.help.bulk') },
    { label: '/', value: t('staff.help.search') },
    { label: '?', value: t('staff.help.help') },
  ]
  return (
    <Sheet open={help} title={t('staff.help.title')} onClose={() => onHelp(false)}>
      <Definition rows={rows} label={t('staff.help.title')} />
    </Sheet>
  )
}
