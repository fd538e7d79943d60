import { createContext } from 'react'

/** In a mini program a submit button tells its form through this: formType="submit" does not fire on every host. */
export const FormSubmit = createContext<(() => void) | null>(null)
