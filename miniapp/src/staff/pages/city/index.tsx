import { CITY_TABLES, type CityTable } from '@shared/domain/city-tables.ts'
import { useEffect, useState } from 'react'
import { Box } from '@/kit/box'
import { Select } from '@/kit/select'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery } from '@/platform/navigation'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'
import { CityRows } from './city-rows'

/** What the city consists of: stations, deputies, bodies, categories, limits, and which body does what. */
export default function CityPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.city.title')} lead={t('staff.city.lead')} here="staff-city">
      {() => <Tables />}
    </AdminPage>
  )
}

function Tables() {
  const t = useStaffText()
  const { table: asked } = useQuery()
  const [table, setTable] = useState<CityTable>(CITY_TABLES.find((one) => one === asked) ?? 'stations')
  useEffect(() => keepInAddress('staff-city', { table }), [table])
  return (
    <Box gap={4}>
      <Select
        id="city-table"
        label={t('staff.city.table')}
        value={table}
        options={CITY_TABLES.map((value) => ({ value, label: t(`staff.city.table.${value}`) }))}
        onChange={(chosen) => setTable(CITY_TABLES.find((one) => one === chosen) ?? table)}
      />
      <CityRows key={table} table={table} />
    </Box>
  )
}
