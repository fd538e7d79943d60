/** The library draws at least one white module around. */
const BORDER = 1

/** The dark modules of a QR code, row by row, without the white around it. */
export async function qrModules(text: string): Promise<boolean[][]> {
  // Only who keeps a receipt needs it.
  const { encodeQR } = await import('qr')
  const whole = encodeQR(text, 'raw', { border: BORDER, ecc: 'medium' })
  return whole.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER))
}
