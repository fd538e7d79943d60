import { useState } from 'react'
import { Button } from '@/kit/button'
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
}

/** j and k walk through the list, Enter goes into the report, ? tells so. */
export function InboxKeys({ numbers, selected, onSelect }: InboxKeysProps) {
  const t = useStaffText()
  const [help, setHelp] = useState(false)
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
    '?': () => setHelp(true),
  }
  useHotkeys(keys, true)
  const rows = [
    { label: 'j', value: t('staff.help.next') },
    { label: 'k', value: t('staff.help.previous') },
    { label: 'Enter', value: t('staff.help.enter') },
    { label: '?', value: t('staff.help.help') },
  ]
  return (
    <>
      <Button kind="ghost" small icon="info" onClick={() => setHelp(true)}>
        {t('staff.help.open')}
      </Button>
      <Sheet open={help} title={t('staff.help.title')} onClose={() => setHelp(false)}>
        <Definition rows={rows} label={t('staff.help.title')} />
      </Sheet>
    </>
  )
}
