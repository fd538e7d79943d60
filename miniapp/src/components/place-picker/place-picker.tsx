import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Field } from '@/kit/field'
import { GridMap, type Landmark } from '@/kit/grid-map'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import { choosePlace, hasPlaceChooser } from '@/platform/choose-place'
import type { LatLng } from '@shared/domain/geo.ts'
import { usePlaceWords } from './use-place-words'
import { useWhereAmI } from './use-where-am-i'

export interface PlaceValue {
  /** WGS84 degrees */
  position: LatLng | null
  /** the place in words */
  address: string
}

export interface PlacePickerProps {
  /** the map is `${id}-map`, the words are `${id}-address` */
  id: string
  value: PlaceValue
  onChange: (value: PlaceValue) => void
  /** where the map begins; the first landmark is what distances are told from */
  centre: LatLng
  landmarks?: readonly Landmark[]
  errors?: { position?: string; address?: string }
  /** marks the words as optional */
  optional?: boolean
}

/** A place by the device's position, by a tap on the map, or in words: any of them, in any order. */
export function PlacePicker(props: PlacePickerProps) {
  const t = useText()
  const { id, value, onChange, errors, optional } = props
  return (
    <Box gap={5}>
      <MapField {...props} />
      <TextField
        id={`${id}-address`}
        label={t('report.place.address')}
        hint={t('report.place.address.hint')}
        value={value.address}
        onChange={(address) => onChange({ ...value, address })}
        error={errors?.address}
        max={value.address.length > 160 ? 200 : undefined}
        optional={optional}
      />
    </Box>
  )
}

function MapField({ id, value, onChange, centre, landmarks, errors }: PlacePickerProps) {
  const t = useText()
  const { here, busy, problem, find } = useWhereAmI()
  const words = usePlaceWords(value.position, landmarks?.[0])
  const pick = (position: LatLng | null) => onChange({ ...value, position })
  const choose = async () => {
    const chosen = await choosePlace(value.position ?? centre)
    if (chosen) onChange({ position: chosen.position, address: value.address || chosen.address })
  }
  const me = here ? [{ ...here, label: t('report.place.me'), kind: 'me' as const }] : []
  return (
    <Field
      id={`${id}-map`}
      group
      label={t('report.place.map')}
      hint={t('report.place.map.hint')}
      error={errors?.position}
      optional
    >
      <Box gap={3}>
        <Button
          id={`${id}-map`}
          icon="pin"
          block
          busy={busy}
          onClick={() => void find().then((found) => found && pick(found))}
        >
          {t('report.place.locate')}
        </Button>
        {hasPlaceChooser && (
          <Button icon="search" block onClick={() => void choose()}>
            {t('report.place.choose')}
          </Button>
        )}
        {problem && <Banner tone="wait">{t(`location.${problem}`)}</Banner>}
        <GridMap
          label={t('report.place.map.label')}
          centre={here ?? centre}
          pin={value.position}
          landmarks={[...(landmarks ?? []), ...me]}
          onPick={pick}
        />
        <PinWords words={words} onRemove={value.position ? () => pick(null) : undefined} />
      </Box>
    </Field>
  )
}

function PinWords({ words, onRemove }: { words: string; onRemove?: () => void }) {
  const t = useText()
  return (
    <Box row wrap gap={2} align="center" justify="between">
      <Text tone={onRemove ? undefined : 'muted'} size="small">
        {words}
      </Text>
      <LiveRegion message={onRemove ? words : ''} />
      {onRemove && (
        <Button kind="ghost" small onClick={onRemove}>
          {t('report.place.remove')}
        </Button>
      )}
    </Box>
  )
}
