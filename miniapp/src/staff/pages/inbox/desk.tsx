import type { Account } from '@shared/contract/session.ts'
import type { ReportRow } from '@shared/contract/report.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { classNames } from '@/kit/class-names'
import { Text } from '@/kit/text'
import { focusOnId, focusPressOf, focusSoonOnId } from '@/platform/scroll'
import { searchField } from '../../components/report-filters'
import { ReportDesk } from '../../components/report-desk'
import { ReportMap } from '../../components/report-map'
import { useStaffText } from '../../locale/use-staff-text'
import { useListView } from '../../state/list-view'
import type { ReportFilter } from '../../state/report-filter'
import { InboxKeys } from './inbox-keys'
import { idsOf } from './inbox-panel'
import { firstTab, Lists } from './lists'

interface DeskProps {
  account: Account
  begin: ReportFilter
  help: boolean
  onHelp: (open: boolean) => void
}

/** A wide window: the list on the left, the map and the chosen report beside it. A table takes all until one is chosen. */
export function Desk({ account, begin, ...keys }: DeskProps) {
  const t = useStaffText()
  const [view] = useListView()
  const [selected, setSelected] = useState('')
  const [tab, setTab] = useState(firstTab(account, begin))
  const [numbers, setNumbers] = useState<readonly string[]>([])
  const [places, setPlaces] = useState<readonly ReportRow[]>([])
  // Pressed once more, or by Enter: into the report.
  const open = (number: string) => (number === selected ? focusOnId('staff-detail') : setSelected(number))
  const search = () => {
    // Only everything can be searched.
    setTab('visible')
    focusSoonOnId(searchField(idsOf(begin)))
  }
  const close = () => {
    focusPressOf(`row-${selected}`)
    setSelected('')
  }
  const isAlone = view.table && !view.map && selected === ''
  return (
    <Box
      className={classNames('staff-desk', view.table && 'staff-desk-table', isAlone && 'staff-desk-alone')}
    >
      <Box as="section" label={t('staff.inbox.list')} className="staff-desk-list">
        <Lists
          account={account}
          begin={begin}
          tab={tab}
          onTab={setTab}
          selected={selected}
          onOpen={open}
          onRows={setNumbers}
          onPlaces={setPlaces}
        />
        <InboxKeys numbers={numbers} selected={selected} onSelect={setSelected} onSearch={search} {...keys} />
      </Box>
      <Box
        as="section"
        label={t('staff.inbox.detail')}
        className="staff-desk-report staff-focus"
        id="staff-detail"
      >
        {view.map && (
          <Box className="staff-desk-map">
            <ReportMap rows={places} selected={selected} onSelect={setSelected} />
          </Box>
        )}
        {view.table && selected && (
          <Box row justify="end">
            <Button small kind="ghost" icon="close" onClick={close}>
              {t('staff.list.close')}
            </Button>
          </Box>
        )}
        {selected ? (
          <ReportDesk key={selected} number={selected} />
        ) : (
          <Text block tone="muted" className="staff-desk-none">
            {t('staff.inbox.pick')}
          </Text>
        )}
      </Box>
    </Box>
  )
}
