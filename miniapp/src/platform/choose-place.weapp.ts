import Taro from '@tarojs/taro'
import type { ChosenPlace } from './choose-place'
import { fromGcj02, toGcj02 } from './gcj02'
import type { LatLng } from '@shared/domain/geo.ts'

export const hasPlaceChooser = true as boolean

export async function choosePlace(near: LatLng): Promise<ChosenPlace | null> {
  const { lat, lng } = toGcj02(near)
  const chosen = await Taro.chooseLocation({ latitude: lat, longitude: lng }).catch(() => null)
  if (!chosen?.latitude) return null
  const position = fromGcj02({ lat: Number(chosen.latitude), lng: Number(chosen.longitude) })
  return { position, address: [chosen.address, chosen.name].filter(Boolean).join(' ') }
}
