/** The texts of this area; how to add one is told in common.ts. */
export const home = {} as const
