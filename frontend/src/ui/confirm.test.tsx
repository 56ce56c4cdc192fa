import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problems'
import { show } from '@/testing/render'
import { ConfirmButton } from './confirm'

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn()
})

/** Each of these answers comes when the test lets it. */
function ask() {
  const answers: { yes: () => void; no: (why: string) => void }[] = []
  const act = () => new Promise<void>((yes, refuse) => answers.push({ yes, no: (detail) => refuse(new Problem(409, { detail }, new Headers())) }))
  const onDone = vi.fn()
  show(
    <ConfirmButton label="Stop" title="Stoppen?" act={act} onDone={onDone}>
      Dit kan niet terug.
    </ConfirmButton>,
  )
  return { answers, onDone }
}
const open = () => fireEvent.click(screen.getAllByRole('button', { name: 'Stop', hidden: true })[0] as HTMLElement)
const confirm = () => fireEvent.click(screen.getAllByRole('button', { name: 'Stop', hidden: true }).at(-1) as HTMLElement)
const away = () => fireEvent.click(screen.getByRole('button', { name: 'Annuleren', hidden: true }))

it('acts once, however often it is pressed', async () => {
  const { answers, onDone } = ask()
  open()
  confirm()
  confirm()
  await waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.yes()
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(screen.queryByText('Dit kan niet terug.')).toBeNull()
})

it('says that it was refused, also to who had looked away', async () => {
  const { answers, onDone } = ask()
  open()
  confirm()
  await waitFor(() => expect(answers).toHaveLength(1))
  away()
  answers[0]?.no('Dat kan nu niet.')
  expect(await screen.findByText('Dat kan nu niet.')).toBeTruthy()
  expect(onDone).not.toHaveBeenCalled()
})

it('does not show an old refusal when it is asked anew', async () => {
  const { answers } = ask()
  open()
  confirm()
  await waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.no('Dat kan nu niet.')
  await screen.findByText('Dat kan nu niet.')
  away()
  open()
  expect(screen.queryByText('Dat kan nu niet.')).toBeNull()
})
