import { Picture } from '@/kit/picture'
import './code-picture.scss'

/** A QR code as an SVG picture on white, to be scanned from the screen. `label` says where it leads. */
export function CodePicture({ svg, label }: { svg: string; label: string }) {
  return (
    <Picture
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={label}
      shape="square"
      className="code-picture"
    />
  )
}
