import { fireEvent, screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { TitleForm } from './title-form'

it('asks for a title at the field before it begins', () => {
  const onBegin = vi.fn()
  show(<TitleForm name="ik/nieuw" label="Titel" error={null} busy={false} onBegin={onBegin} />)
  const field = screen.getByLabelText<HTMLInputElement>('Titel')
  const begin = () => fireEvent.click(screen.getByRole('button', { name: 'Begin' }))
  fireEvent.input(field, { target: { value: '  ' } })
  begin()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field)
  expect(onBegin).not.toHaveBeenCalled()
  fireEvent.input(field, { target: { value: 'Het plein' } })
  begin()
  expect(onBegin).toHaveBeenCalledWith('Het plein')
  expect(field.getAttribute('aria-invalid')).toBeNull()
})
