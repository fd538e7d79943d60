import { Image } from '@tarojs/components'
import { useColorScheme } from '@/platform/color-scheme'
import { classNames } from './class-names'
import type { DrawingProps } from './drawing'
import { type Drawing as DrawingData, type Ink, strokeWidth } from './drawing-data'

/** The colours of styles/tokens.scss: a picture cannot read CSS variables. */
const inks: Record<'light' | 'dark', Record<Ink, string>> = {
  light: {
    ink: '#17211D',
    soft: '#B9C6C0',
    paper: '#FFFFFF',
    kapok: '#C2402A',
    blush: '#F9E3DD',
    action: '#0B6E4F',
    tint: '#E6F4EE',
  },
  dark: {
    ink: '#EAF1EE',
    soft: '#4A5952',
    paper: '#1A211E',
    kapok: '#FF8A6B',
    blush: '#472A22',
    action: '#4CC38A',
    tint: '#12301F',
  },
}

export function Drawing({ drawing, label, className }: DrawingProps) {
  const scheme = useColorScheme()
  return (
    <Image
      className={classNames('k-drawing', className)}
      src={`data:image/svg+xml,${encodeURIComponent(svgOf(drawing, inks[scheme]))}`}
      mode="aspectFit"
      ariaLabel={label}
      ariaHidden={!label}
    />
  )
}

function svgOf({ width, height, shapes }: DrawingData, colours: Record<Ink, string>): string {
  const paths = shapes.map(
    ({ d, line, fill, width: own }) =>
      `<path d='${d}' stroke='${line ? colours[line] : 'none'}' fill='${fill ? colours[fill] : 'none'}' stroke-width='${own ?? strokeWidth}'/>`,
  )
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' stroke-linecap='round' stroke-linejoin='round'>${paths.join('')}</svg>`
}
