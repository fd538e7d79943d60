import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { List } from '@/kit/list'
import { LoadState } from '@/kit/load-state'
import { findByPhone } from '../api/staff-reports'
import { useStaffText } from '../locale/use-staff-text'
import { useCategoryIcon } from '../state/use-category-icon'
import { ReportRow } from './report-row'

interface FoundByPhoneProps {
  phone: string
  selected?: string
  onOpen?: (number: string) => void
}

/** Somebody calls and has neither number nor code. It is asked for on purpose, because each search is written down. */
export function FoundByPhone({ phone, selected, onOpen }: FoundByPhoneProps) {
  const t = useStaffText()
  const iconFor = useCategoryIcon()
  const [asked, setAsked] = useState(false)
  const query = useQuery({
    queryKey: ['staff', 'by-phone', phone],
    queryFn: () => findByPhone(phone),
    enabled: asked,
    // Each asking is a line in the log: not one more than the person pressed for.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
  if (!asked) {
    return (
      <Banner
        tone="info"
        title={t('staff.phone.title')}
        announce={false}
        actions={
          <Button small icon="phone" onClick={() => setAsked(true)}>
            {t('staff.phone.search')}
          </Button>
        }
      >
        {t('staff.phone.text')}
      </Banner>
    )
  }
  return (
    <LoadState query={query} skeleton={{ look: 'list', rows: 2 }}>
      {({ items }) => (
        <Box gap={3}>
          <Banner tone={items.length > 0 ? 'good' : 'wait'}>
            {t(items.length > 0 ? 'staff.phone.found' : 'staff.phone.none', { n: items.length })}
          </Banner>
          {items.length > 0 && (
            <List label={t('staff.phone.title')}>
              {items.map((row) => (
                <ReportRow
                  key={row.number}
                  row={row}
                  icon={iconFor(row.category.code)}
                  mine={false}
                  selected={row.number === selected}
                  onOpen={onOpen}
                />
              ))}
            </List>
          )}
        </Box>
      )}
    </LoadState>
  )
}
