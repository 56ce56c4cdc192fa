import { fireEvent, screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { Member } from '../api'
import { MemberRows } from './members'

it('says, before a member is removed, what stays and who can end that', () => {
  const member: Member = { person: 'p1', name: 'Fatima', role: 'member', you: false }
  show(<MemberRows tenant="ess" members={[member]} onChanged={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /verwijderen$/ }))
  expect(screen.getByRole('dialog').textContent).toContain('Wie een opgave begeleidt, kan de deelname daar beëindigen.')
})
