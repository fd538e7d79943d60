import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { cityRowId, type CityRow, type CityTable } from '@shared/domain/city-tables.ts'
import type { Names } from '@shared/contract/reference.ts'
import { useState } from 'react'
import { LoadMore } from '@/components/load-more/load-more'
import { useSettled } from '@/components/search/use-settled'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { TextField } from '@/kit/text-field'
import { savesFiles } from '@/platform/saves-files'
import { cityExportAddress, listCityRows } from '../../api/city-tables'
import { mergedNames } from '../../components/reference/merged-names'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { CityImport } from './city-import'
import { CityRowSheet } from './city-row-sheet'
import { useRowWords } from '../../components/words/use-row-words'

/** One table: found by words, opened row by row, taken out and in as CSV. */
export function CityRows({ table }: { table: CityTable }) {
  const t = useStaffText()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<CityRow | 'new' | null>(null)
  const [done, setDone] = useState('')
  const q = useSettled(typed)
  const locale = useLocale()
  const key = ['staff', 'city', table]
  const query = useInfiniteQuery({
    queryKey: [...key, q, locale],
    queryFn: ({ pageParam, signal }) =>
      listCityRows(table, { ...(q && { q }), ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const rows = query.data?.pages.flatMap(({ items }) => items)
  const names = mergedNames(query.data?.pages ?? [])
  const written = (words: string) => {
    setOpen(null)
    setDone(words)
    void queries.invalidateQueries({ queryKey: key })
  }
  return (
    <Box gap={4}>
      {done && <Banner tone="good">{done}</Banner>}
      <TextField
        id="city-search"
        type="search"
        label={t('staff.city.search')}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <Box className="staff-deeds">
        <Button icon="plus" onClick={() => setOpen('new')}>
          {t('staff.city.add')}
        </Button>
        {savesFiles && (
          <Link kind="plain" icon="download" href={cityExportAddress(table)} download={`${table}.csv`}>
            {t('staff.admin.csv')}
          </Link>
        )}
      </Box>
      {savesFiles && <CityImport table={table} onDone={written} />}
      <LoadState query={{ ...query, data: rows }} skeleton={{ look: 'list', rows: 6 }}>
        {(items) => (
          <Box gap={4}>
            {items.length === 0 ? (
              <EmptyState title={t('staff.city.none')}>{t('staff.city.none.text')}</EmptyState>
            ) : (
              <Rows table={table} rows={items} names={names} onOpen={setOpen} />
            )}
            <LoadMore query={query} />
          </Box>
        )}
      </LoadState>
      {open !== null && (
        <CityRowSheet
          table={table}
          names={names}
          row={open === 'new' ? null : open}
          onDone={() => written(t('staff.city.saved'))}
          onClose={() => setOpen(null)}
        />
      )}
    </Box>
  )
}

interface RowsProps {
  table: CityTable
  rows: readonly CityRow[]
  names: Names
  onOpen: (row: CityRow) => void
}

function Rows({ table, rows, names, onOpen }: RowsProps) {
  const t = useStaffText()
  const words = useRowWords(table, names)
  return (
    <List label={t(`staff.city.table.${table}`)}>
      {rows.map((row) => (
        <ListItem key={cityRowId(table, row)} {...words(row)} onClick={() => onOpen(row)} />
      ))}
    </List>
  )
}
