/** The chosen file is no picture this device can open. */
export class UnreadableImage extends Error {}
