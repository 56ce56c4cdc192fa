export interface components {
  schemas: {
    Capacity: 'personal' | 'on-behalf' | 'official'
    GapWord: 'wanted' | 'almost' | 'filled'
    IssueState: 'draft' | 'proposed' | 'declined' | 'orientation' | 'open' | 'concluding' | 'closed' | 'archived' | 'paused' | 'withdrawn'
    IssueRole: 'facilitator' | 'participant' | 'official' | 'observer'
    TenantRole: 'member' | 'publisher' | 'convener' | 'owner'
    Visibility: 'public' | 'platform' | 'tenant' | 'invited'
    Regime: 'open' | 'trusted'
    Readers: 'everyone' | 'signed-in' | 'tenant' | 'participants'
    Locale: 'nl' | 'en'
    PageKind: 'privacy' | 'accessibility' | 'house-rules' | 'contact' | 'about'
    TermKind: 'theme' | 'expertise' | 'region'
    Me: {
      name: string
      needsName: boolean
      locale: components['schemas']['Locale']
      addresses: { address: string; verified: boolean; primary: boolean }[]
      memberships: components['schemas']['MembershipView'][]
    }
    MembershipView: { tenant: string; tenantName: string; role: components['schemas']['TenantRole']; person: string }
    TenantCan: { setUp: boolean; convene: boolean; publish: boolean; propose: boolean }
    TenantView: {
      slug: string
      name: string
      about: string
      colour: string
      accent: string
      languages: components['schemas']['Locale'][]
      contactEmail: string
      contactPhone: string
      can: components['schemas']['TenantCan']
    }
    TenantChanges: {
      name?: string | null
      about?: string | null
      colour?: string | null
      accent?: string | null
      contactEmail?: string | null
      contactPhone?: string | null
    }
    TermView: { id: string; kind: components['schemas']['TermKind']; key: string; name: string; parent?: string | null }
    IssueItem: {
      id: string
      tenant: string
      title: string
      coreQuestion: string
      state: components['schemas']['IssueState']
      visibility: components['schemas']['Visibility']
      regime: components['schemas']['Regime']
      terms: components['schemas']['TermView'][]
      createdAt: string
      stateAt: string
      role?: components['schemas']['IssueRole'] | null
    }
    PerspectiveView: { id: string; name: string; wanted: number; gap: components['schemas']['GapWord'] }
    NextState: { state: components['schemas']['IssueState']; reasonNeeded: boolean }
    IssueCan: { change: boolean; invite: boolean; openThread: boolean; writeOutcome: boolean; seeParticipants: boolean; leave: boolean; manage: boolean }
    IssueView: components['schemas']['IssueItem'] & {
      whyNow: string
      background: string
      backgroundHtml: string
      plannedEnd?: string | null
      stateReason?: string | null
      perspectives: components['schemas']['PerspectiveView'][]
      nextStates: components['schemas']['NextState'][]
      can: components['schemas']['IssueCan']
      version: number
    }
    IssueForm: {
      title?: string
      coreQuestion?: string
      whyNow?: string
      background?: string
      visibility: components['schemas']['Visibility']
      regime: components['schemas']['Regime']
      plannedEnd?: string | null
      terms?: string[]
      perspectives?: { id?: string | null; name: string; wanted: number }[]
    }
    ParticipantView: {
      person: string
      name: string
      role: components['schemas']['IssueRole']
      capacity: components['schemas']['Capacity']
      organisation?: string | null
    }
    ThreadItem: {
      id: string
      title: string
      regime: components['schemas']['Regime']
      visibility: components['schemas']['Visibility']
      lastSeq: number
      lastPostAt: string
      unread: number
      firstUnread?: number | null
    }
    MyIssue: components['schemas']['IssueItem'] & { tenantName: string; unread: number; threads: components['schemas']['ThreadItem'][] }
    ThreadView: components['schemas']['ThreadItem'] & {
      issue: string
      issueTitle: string
      readers: components['schemas']['Readers']
      lastChange: number
      readRanges: [number, number][]
      me?: { person: string; name: string; capacity: components['schemas']['Capacity']; organisation?: string | null } | null
      can: { reply: boolean }
    }
    QuoteView: { seq: number; name: string; excerpt: string }
    PostView: {
      id: string
      seq: number
      change: number
      author: string
      name: string
      capacity: components['schemas']['Capacity']
      organisation?: string | null
      html: string
      quotes?: components['schemas']['QuoteView'] | null
      createdAt: string
      editedAt?: string | null
      withdrawn: boolean
      version: number
    }
    PostPage: { items: components['schemas']['PostView'][]; hasBefore: boolean; hasAfter: boolean; lastSeq: number; lastChange: number }
    PostSource: components['schemas']['PostView'] & { body: string; can: { edit: boolean; withdraw: boolean } }
    PostVersion: { version: number; html: string; writtenAt: string }
  }
}
