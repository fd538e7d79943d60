import { Box } from '@/kit/box'
import { classNames } from '@/kit/class-names'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Pressable } from '@/kit/pressable'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { ChartFrame, type ChartProps } from './chart-frame'
import type { ChartTable } from './chart-table'
import { inReadingOrder, placeOf } from './district-places'

export interface Tile {
  /** what the shade goes by; null where there is nothing to say */
  value: number | null
  /** how it is said on the tile, the number itself when absent: '97%' */
  text?: string
  /** a sign beside the name, and the word that it stands for */
  mark?: { icon: IconName; label: string }
}

export interface DistrictTilesProps extends ChartProps {
  districts: readonly { code: string; name: string }[]
  /** by the district's code; one that is missing is shown empty */
  tiles: Readonly<Record<string, Tile>>
  /** what is counted: '收到的反映' */
  counted: string
  /** in place of the table made of the tiles: with both numbers of a share, for instance */
  table?: ChartTable
  /** what the deepest shade stands for; the largest value when absent */
  end?: number
  /** the column of the table that says which tiles bear a mark */
  marked?: string | undefined
  /** makes the tiles buttons */
  onChoose?: (code: string) => void
  chosen?: string | null
}

const EMPTY: Tile = { value: null }
const SHADES = 4

/** The city's districts as tiles, roughly as they lie; each says its number, the shade only repeats it. */
export function DistrictTiles({
  districts,
  tiles,
  counted,
  end,
  marked,
  onChoose,
  chosen,
  table: own,
  ...frame
}: DistrictTilesProps) {
  const t = useText()
  const ordered = inReadingOrder(districts)
  const values = ordered.map(({ code }) => tiles[code]?.value ?? 0)
  const most = end ?? Math.max(1, ...values)
  const table = own ?? {
    columns: [t('chart.district'), counted, ...(marked ? [marked] : [])],
    rows: ordered.map(({ code, name }) => [
      name,
      tiles[code]?.value ?? null,
      ...(marked ? [tiles[code]?.mark?.label ?? null] : []),
    ]),
  }
  return (
    <ChartFrame {...frame} table={table}>
      <List
        bare
        label={frame.title}
        className={classNames('chart-tiles', hasLongWords(tiles) && 'chart-tiles-long')}
      >
        {ordered.map(({ code, name }) => {
          const tile = tiles[code] ?? EMPTY
          return (
            <ListItem key={code} className={tileClass(code, tile.value, most, chosen === code)}>
              <TileFace
                name={name}
                tile={tile}
                onClick={onChoose && (() => onChoose(code))}
                pressed={onChoose && chosen === code}
              />
            </ListItem>
          )
        })}
      </List>
      <Text block size="tiny" tone="muted">
        {t('chart.district.more')}
      </Text>
    </ChartFrame>
  )
}

/** Longer than a small number: '93.3%'. */
function hasLongWords(tiles: Readonly<Record<string, Tile>>): boolean {
  return Object.values(tiles).some(({ text = '' }) => text.length > 3)
}

function tileClass(code: string, value: number | null, most: number, isChosen: boolean): string {
  const place = placeOf(code)
  const shade = value === null ? 0 : Math.ceil((SHADES * Math.min(value, most)) / most)
  return classNames(
    'chart-tile',
    `chart-tile-${shade}`,
    place && `chart-tile-row-${place[0]} chart-tile-column-${place[1]}`,
    isChosen && 'chart-tile-chosen',
  )
}

interface TileFaceProps {
  name: string
  tile: Tile
  onClick: (() => void) | undefined
  pressed: boolean | undefined
}

function TileFace({ name, tile, onClick, pressed }: TileFaceProps) {
  const format = useFormat()
  const said = tile.text ?? (tile.value === null ? '–' : format.number(tile.value))
  const face = (
    <Box className="chart-tile-face">
      <Text block size="small">
        {shortName(name)}
      </Text>
      <Text block strong className="chart-tile-value">
        {said}
      </Text>
      {tile.mark && <Icon name={tile.mark.icon} size="small" label={tile.mark.label} />}
    </Box>
  )
  if (!onClick) return face
  return (
    <Pressable
      label={[shortName(name), said, tile.mark?.label].filter(Boolean).join(' ')}
      contentIsLabel
      pressed={pressed}
      onClick={onClick}
      className="chart-tile-press"
    >
      {face}
    </Pressable>
  )
}

/** '越秀区' → '越秀': on a tile everything is a district. */
function shortName(name: string): string {
  return name.replace(/(.)[区區]$| District$/, '$1')
}
