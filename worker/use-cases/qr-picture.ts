import { encodeQR } from 'qr'

/** Modules of white around the code: what the standard asks for. */
const QUIET_ZONE = 4

/** A link or other text as a QR code to be scanned from a screen or from paper: an SVG picture on white. */
export function qrPicture(text: string): string {
  const svg = encodeQR(text, 'svg', { border: QUIET_ZONE, ecc: 'medium' })
  // Without a ground of its own the code would vanish on a dark page.
  return svg.replace('<path', '<rect width="100%" height="100%" fill="#fff"/><path')
}
