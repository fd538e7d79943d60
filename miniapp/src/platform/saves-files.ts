/** A browser saves a file that a link leads to. */
export const savesFiles = true
