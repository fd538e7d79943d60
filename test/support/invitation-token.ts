/** The token of an invitation, which stands behind the `#` of its link; '' where there is no link. */
export function invitationToken(invitation: { link: string } | null | undefined): string {
  return invitation ? new URL(invitation.link).hash.slice(1) : ''
}
