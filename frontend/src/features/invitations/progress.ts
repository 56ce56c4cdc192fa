import type { Invitation } from './api'

export type Progress = 'undelivered' | 'waiting' | 'accepted' | 'declined' | 'over'

/** First what asks for something, then what waits, then what is settled. */
const ORDER: readonly Progress[] = ['undelivered', 'waiting', 'accepted', 'declined', 'over']

function progressOf(invitation: Invitation): Progress {
  switch (invitation.state) {
    case 'sent':
      return invitation.delivery === 'refused' ? 'undelivered' : 'waiting'
    case 'later':
      return 'waiting'
    case 'accepted':
      return 'accepted'
    case 'declined':
      return 'declined'
    case 'revoked':
    case 'expired':
      return 'over'
  }
}

/** What one sent, by how far it came; the newest first in each. */
export const inProgress = (invitations: readonly Invitation[]): [Progress, Invitation[]][] =>
  ORDER.map((progress): [Progress, Invitation[]] => [progress, invitations.filter((one) => progressOf(one) === progress)]).filter(([, found]) => found.length > 0)
