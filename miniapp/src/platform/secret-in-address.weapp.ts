import { useQuery } from './navigation'

/** A mini program is opened by no address: what leads into it says its secret in the page's parameters. */
export function useSecretInAddress(): string {
  const { token = '' } = useQuery()
  return token
}
