import type { ApiKey, AppAccount } from './city-shape.ts'

/** Whoever tries Open311 out in the demonstration city: an account of a resident's kind that nobody can sign in to. */
export const APP_ACCOUNTS: readonly AppAccount[] = [{ id: 'acct-open311-demo', role: 'resident' }]

/** The key `demo`, known to everybody. A city that is no demonstration does not take it, even where it is stored. */
export const API_KEYS: readonly ApiKey[] = [
  {
    id: 'demo',
    keyHash: '2a97516c354b68848cdbd8f54a226a0a55b21ed138e207ad6c5cbb9c00aa5aea',
    prefix: 'demo',
    name: '演示用密钥',
    contact: '写在说明里，人人可用',
    perDay: 400_000,
    asksConsent: true,
    accountId: 'acct-open311-demo',
  },
]
