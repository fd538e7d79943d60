import { Definition } from '@/kit/definition'
import { Sheet } from '@/kit/sheet'
import { focusOnId, scrollToId } from '@/platform/scroll'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useStaffText } from '../../locale/use-staff-text'

interface InboxKeysProps {
  /** the rows in the order on the screen */
  numbers: readonly string[]
  selected: string
  onSelect: (number: string) => void
  /** the table of keys is open */
  help: boolean
  onHelp: (open: boolean) => void
}

/** j and k walk through the list, Enter goes into the report, ? tells so. */
export function InboxKeys({ numbers, selected, onSelect, help, onHelp }: InboxKeysProps) {
  const t = useStaffText()
  const go = (by: 1 | -1) => {
    const now = numbers.indexOf(selected)
    const next = numbers[now === -1 ? 0 : Math.min(numbers.length - 1, Math.max(0, now + by))]
    if (next === undefined) return
    onSelect(next)
    scrollToId(`row-${next}`, 'nearest')
  }
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    Enter: () => focusOnId('staff-detail'),
    '?': () => onHelp(true),
  }
  useHotkeys(keys, true)
  const rows = [
    { label: 'j', value: t('staff.help.next') },
    { label: 'k', value: t('staff.help.previous') },
    { label: 'Enter', value: t('staff.help.enter') },
    { label: 'a', value: t('staff.help.act') },
    { label: '?', value: t('staff.help.help') },
  ]
  return (
    <Sheet open={help} title={t('staff.help.title')} onClose={() => onHelp(false)}>
      <Definition rows={rows} label={t('staff.help.title')} />
    </Sheet>
  )
}
