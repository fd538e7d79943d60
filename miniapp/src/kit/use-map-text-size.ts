import { usePreferences } from '@/state/preferences'
import { useBodySize } from './use-theme'

/** How high letters on a map are, in px; as `.k-map-name` in styles/_map.scss has it. */
export function useMapTextSize(): number {
  const elder = usePreferences((now) => now.elder)
  return useBodySize() * (elder ? 0.91 : 0.765)
}
