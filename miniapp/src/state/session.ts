import type { Account } from '@shared/contract/session.ts'
import { create } from 'zustand'
import { readText, removeText, writeText } from '@/platform/storage'

interface SessionStore {
  /** only where no cookie carries it (the mini program) */
  token: string | null
  /** null: nobody is signed in; undefined: not asked yet */
  account: Account | null | undefined
  /** this device has opened a session, its own or a person's */
  open: boolean
  begin(session: { token: string | null; account: Account | null }): void
  setAccount(account: Account | null): void
  end(): void
}

const TOKEN = 'mashang.token'
const OPEN = 'mashang.session'

/** Who this device is to the server. What the server says about it is asked in api/session.ts. */
export const useSession = create<SessionStore>((set) => ({
  token: readText(TOKEN),
  account: undefined,
  open: readText(OPEN) === '1',
  begin: ({ token, account }) => {
    if (token) writeText(TOKEN, token)
    writeText(OPEN, '1')
    set({ token, account, open: true })
  },
  setAccount: (account) => set({ account }),
  end: () => {
    removeText(TOKEN)
    removeText(OPEN)
    set({ token: null, account: null, open: false })
  },
}))
