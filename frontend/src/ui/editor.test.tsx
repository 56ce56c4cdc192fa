import { act, fireEvent, screen } from '@testing-library/preact'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { show } from '@/testing/render'
import { Editor } from './editor'

const editor = (render: () => Promise<string>) => show(<Editor id="words" label="Uw bijdrage" value="Hallo" error={null} render={render} onWrite={() => undefined} />)

it('says aloud that the preview is there, and calls its button by what it does and not by its state as well', async () => {
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  editor(() => Promise.resolve('<p>Hallo</p>'))
  fireEvent.click(screen.getByRole('button', { name: 'Voorbeeld' }))
  const back = await screen.findByRole('button', { name: 'Verder schrijven' })
  expect(back.hasAttribute('aria-pressed')).toBe(false)
  expect(screen.getByRole('region', { name: 'Voorbeeld' }).textContent).toBe('Hallo')
  expect(heard).toEqual(['Het voorbeeld staat nu onder de knoppen.'])
  stop()
})

it('says aloud why there is no preview', async () => {
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  editor(() => Promise.reject(new Error()))
  fireEvent.click(screen.getByRole('button', { name: 'Voorbeeld' }))
  await screen.findByText(/^Het voorbeeld kwam niet door/)
  expect(heard).toEqual(['Het voorbeeld kwam niet door. Uw tekst is er nog. Probeer het zo opnieuw.'])
  stop()
})

it('leaves somebody who went on typing to it when the preview comes late', async () => {
  let answer: (html: string) => void = () => undefined
  function Typing() {
    const [text, setText] = useState('Hallo')
    return <Editor id="words" label="Uw bijdrage" value={text} error={null} render={() => new Promise((come) => (answer = come))} onWrite={setText} />
  }
  show(<Typing />)
  fireEvent.click(screen.getByRole('button', { name: 'Voorbeeld' }))
  const field = screen.getByLabelText('Uw bijdrage')
  fireEvent.input(field, { target: { value: 'Hallo allemaal' } })
  await act(async () => {
    answer('<p>Hallo</p>')
    await Promise.resolve()
  })
  expect(field.hidden).toBe(false)
  expect(screen.queryByRole('region', { name: 'Voorbeeld' })).toBeNull()
})
