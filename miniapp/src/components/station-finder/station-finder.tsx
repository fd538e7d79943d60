import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { StationRow } from '@shared/contract/station.ts'
import { parseCode } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { getStation, listStations } from '@/api/stations'
import { useWhereAmI } from '@/components/place-picker/use-where-am-i'
import { ScanButton } from '@/components/scan/scan-button'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Form } from '@/kit/form'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import type { LatLng } from '@shared/domain/geo.ts'
import { navigate } from '@/platform/navigation'
import { FoundStations } from './found-stations'

export interface StationFinderProps {
  /** what choosing does; absent, each row leads to the station's page */
  onChoose?: (station: StationRow) => void
  /** how many rows */
  limit?: number
  /** the page around it scans already */
  withoutScan?: boolean
}

type Search = { q: string } | { near: LatLng }

const stationsQuery = (search: Search | null, limit: number) => ({
  queryKey: ['stations', search, limit],
  queryFn: ({ signal }: { signal: AbortSignal }) => listStations({ ...search, limit }, signal),
})

/** Finds a station by number, name or street, or by the device's position when asked to. */
export function StationFinder({ onChoose, limit = 6, withoutScan }: StationFinderProps) {
  const t = useText()
  const { busy, problem, find } = useWhereAmI()
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const [search, setSearch] = useState<Search | null>(null)
  const queries = useQueryClient()
  const query = useQuery({ ...stationsQuery(search, limit), enabled: search !== null })
  const open = (station: StationRow) =>
    onChoose ? onChoose(station) : navigate('station', { code: station.code })
  const lookUp = () => {
    const q = typed.trim()
    const code = parseCode(q)
    // The code beside a poster's picture, typed by hand: no list is needed.
    if (code && !onChoose) return navigate('station', { code })
    setMissing(q === '')
    if (q === '') return
    setSearch({ q })
    if (code || /^\d{4}$/.test(q)) void openTheOne(q, code)
  }
  /** Whoever types a number or a whole code has one station in mind. What goes wrong is told where the list is. */
  const openTheOne = async (q: string, code: string | null) => {
    const asked = code
      ? getStation(code).then((station): StationRow[] => [station])
      : queries.fetchQuery(stationsQuery({ q }, limit)).then(({ items }) => items)
    const [station, ...others] = await asked.catch(() => [])
    if (station && others.length === 0) open(station)
  }
  const lookAround = async () => {
    setMissing(false)
    const near = await find()
    if (near) setSearch({ near })
  }
  return (
    <Box gap={3}>
      <Form onSubmit={lookUp} label={t('home.find.label')}>
        <Box gap={3}>
          <TextField
            id="station-search"
            type="search"
            label={t('home.find.label')}
            hint={t('home.find.hint')}
            placeholder={t('home.find.placeholder')}
            autoComplete="off"
            value={typed}
            onChange={setTyped}
            error={missing ? t('home.find.missing') : undefined}
          />
          <Button
            kind="primary"
            block
            submit
            className="finder-submit"
            busy={query.isFetching && search !== null && 'q' in search}
          >
            {t(onChoose ? 'home.find.look' : 'home.find.submit')}
          </Button>
          <Button icon="pin" block busy={busy} onClick={() => void lookAround()}>
            {t('home.find.near')}
          </Button>
          {!withoutScan && <ScanButton forReport={onChoose !== undefined} />}
        </Box>
      </Form>
      {problem && <Banner tone="wait">{t(`location.${problem}`)}</Banner>}
      {search && (
        <LoadState query={query} skeleton={{ look: 'list', rows: 3 }}>
          {({ items, nextCursor }) => (
            <Box gap={3}>
              <FoundStations stations={items} near={'near' in search} onChoose={onChoose} />
              {nextCursor !== null && 'q' in search && (
                <Text block size="small" tone="muted">
                  {t('home.find.others')}
                </Text>
              )}
            </Box>
          )}
        </LoadState>
      )}
    </Box>
  )
}
