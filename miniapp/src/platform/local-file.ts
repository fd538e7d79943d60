/**
 * A file on this device: a Blob in a browser, a file path in a mini program. Pages and state pass it
 * on without looking inside.
 */
export type LocalFile = Blob | string
