import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { Refused } from '@/ui/refused'
import { NoAnswer } from './problems'
import { useMutation } from './use-mutation'

const sent = vi.fn<(words: string) => Promise<void>>(() => Promise.resolve())

function Form() {
  const [words, setWords] = useState('')
  const send = useMutation({ mutationFn: () => sent(words) })
  return <textarea value={words} onInput={(event) => setWords(event.currentTarget.value)} onKeyDown={() => send.mutate()} />
}

it('sends what stands on the page, also right behind the last letter', async () => {
  show(<Form />)
  const field = screen.getByRole('textbox')
  field.focus()
  ;(field as HTMLTextAreaElement).value = 'Alles'
  // As the browser does it: nothing waits until the page was painted.
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await Promise.resolve()
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await waitFor(() => expect(sent).toHaveBeenCalled())
  expect(sent).toHaveBeenCalledWith('Alles')
})

it('says at its form that there is no connection, and keeps what was typed', async () => {
  sent.mockRejectedValueOnce(new NoAnswer('/v1/x'))
  function Saved() {
    const [words, setWords] = useState('')
    const send = useMutation({ mutationFn: () => sent(words) })
    return (
      <>
        <Refused error={send.error} />
        <textarea value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        <button aria-busy={send.isPending} onClick={() => send.mutate()}>
          Opslaan
        </button>
      </>
    )
  }
  show(<Saved />)
  dispatchEvent(new Event('offline'))
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Alles' } })
  fireEvent.click(screen.getByRole('button'))
  expect((await screen.findByRole('alert')).textContent).toContain('Er kwam geen antwoord.')
  expect(screen.getByRole('button').getAttribute('aria-busy')).toBe('false')
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Alles')
  dispatchEvent(new Event('online'))
})
