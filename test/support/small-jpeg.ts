const ONE_PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q=='

/** The bytes of a JPEG of one pixel. */
export function smallJpeg(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(ONE_PIXEL), (letter) => letter.charCodeAt(0))
}
