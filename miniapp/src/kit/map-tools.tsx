import { useFormat, useText } from '@/locale/use-text'
import { LINES, SPANS } from './map-field'

export interface MapToolsProps {
  zoom: number
  /** metres from side to side */
  span: number
  onZoom: (zoom: number) => void
}

/** How far a square reaches, and nearer or farther. */
export function MapTools({ zoom, span, onZoom }: MapToolsProps) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="k-map-tools">
      <span className="k-map-scale">
        {t('common.map.scale', { distance: format.distance(span / LINES) })}
      </span>
      <button
        type="button"
        className="k-button k-button-plain k-map-zoom"
        disabled={zoom === 0}
        onClick={() => onZoom(zoom - 1)}
      >
        {t('common.map.closer')}
      </button>
      <button
        type="button"
        className="k-button k-button-plain k-map-zoom"
        disabled={zoom === SPANS.length - 1}
        onClick={() => onZoom(zoom + 1)}
      >
        {t('common.map.wider')}
      </button>
    </div>
  )
}
