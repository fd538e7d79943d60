/** A mini program opens no CSV: files are taken out at a desk. */
export const savesFiles = false
