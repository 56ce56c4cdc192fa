import type { PlainKey } from '@/i18n'

interface Chapter {
  /** Part of the address, so that people can be pointed to it. */
  id: string
  title: PlainKey
  questions: readonly (readonly [question: PlainKey, answer: PlainKey])[]
}

/** What help tells, in the order in which somebody new needs it. */
export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'meedoen',
    title: 'help-chapter-join',
    questions: [
      ['help-issue-question', 'help-issue-answer'],
      ['help-join-question', 'help-join-answer'],
      ['help-genuine-question', 'help-genuine-answer'],
      ['help-hall-question', 'help-hall-answer'],
      ['help-perspective-question', 'help-perspective-answer'],
      ['help-reach-question', 'help-reach-answer'],
      ['help-capacity-question', 'help-capacity-answer'],
      ['help-propose-question', 'help-propose-answer'],
      ['help-found-question', 'help-found-answer'],
      ['help-explore-question', 'help-explore-answer'],
      ['help-agreement-question', 'help-agreement-answer'],
      ['help-map-question', 'help-map-answer'],
      ['help-together-question', 'help-together-answer'],
      ['help-outcome-question', 'help-outcome-answer'],
      ['help-network-question', 'help-network-answer'],
      ['help-place-question', 'help-place-answer'],
      ['help-ties-question', 'help-ties-answer'],
      ['help-handing-over-question', 'help-handing-over-answer'],
      ['help-nominate-question', 'help-nominate-answer'],
      ['help-contact-question', 'help-contact-answer'],
    ],
  },
  {
    id: 'schrijven',
    title: 'help-chapter-write',
    questions: [
      ['help-post-question', 'help-post-answer'],
      ['help-respond-question', 'help-respond-answer'],
      ['help-sort-question', 'help-sort-answer'],
      ['help-task-question', 'help-task-answer'],
      ['help-round-question', 'help-round-answer'],
      ['help-facilitator-question', 'help-facilitator-answer'],
      ['help-markup-question', 'help-markup-answer'],
      ['help-naming-question', 'help-naming-answer'],
      ['help-translation-question', 'help-translation-answer'],
      ['help-change-question', 'help-change-answer'],
      ['help-new-question', 'help-new-answer'],
      ['help-feedback-question', 'help-feedback-answer'],
    ],
  },
  {
    id: 'wie-leest-mee',
    title: 'help-chapter-rooms',
    questions: [
      ['help-readers-question', 'help-readers-answer'],
      ['help-visibility-question', 'help-visibility-answer'],
      ['help-regime-question', 'help-regime-answer'],
      ['help-closed-question', 'help-closed-answer'],
      ['help-emergency-question', 'help-emergency-answer'],
      ['help-managers-question', 'help-managers-answer'],
      ['help-looks-question', 'help-looks-answer'],
      ['help-privacy-question', 'help-privacy-answer'],
      ['help-hold-question', 'help-hold-answer'],
    ],
  },
  {
    id: 'mail-en-meldingen',
    title: 'help-chapter-mail',
    questions: [
      ['help-why-question', 'help-why-answer'],
      ['help-mail-question', 'help-mail-answer'],
      ['help-read-question', 'help-read-answer'],
      ['help-follow-question', 'help-follow-answer'],
    ],
  },
  {
    id: 'aanmelden',
    title: 'help-chapter-sign-in',
    questions: [
      ['help-sign-in-question', 'help-sign-in-answer'],
      ['help-no-mail-question', 'help-no-mail-answer'],
      ['help-address-question', 'help-address-answer'],
      ['help-elsewhere-question', 'help-elsewhere-answer'],
    ],
  },
  {
    id: 'als-er-iets-misgaat',
    title: 'help-chapter-wrong',
    questions: [
      ['help-too-far-question', 'help-too-far-answer'],
      ['help-moderated-question', 'help-moderated-answer'],
      ['help-appeal-question', 'help-appeal-answer'],
      ['help-mute-question', 'help-mute-answer'],
      ['help-waiting-question', 'help-waiting-answer'],
      ['help-pace-question', 'help-pace-answer'],
      ['help-number-question', 'help-number-answer'],
      ['help-not-there-question', 'help-not-there-answer'],
      ['help-both-question', 'help-both-answer'],
      ['help-stop-question', 'help-stop-answer'],
    ],
  },
  {
    id: 'sneltoetsen',
    title: 'help-chapter-keys',
    questions: [['help-keys-question', 'help-keys-answer']],
  },
]
