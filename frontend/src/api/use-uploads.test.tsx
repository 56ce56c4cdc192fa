import { act, renderHook } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { Around } from '@/testing/render'
import { FakeRequest } from '@/testing/upload'
import { upload } from './upload'
import { useUploads } from './use-uploads'

it('says nothing of a file that was still on its way when its page was left', async () => {
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const heard: string[] = []
  const stop = onAnnouncement((sentence) => heard.push(sentence))
  const { result, unmount } = renderHook(() => useUploads<{ id: string; name: string }>((file, key, onProgress) => upload('/v1/files', file, key, onProgress), vi.fn()), { wrapper: Around })
  act(() => result.current.add([new File(['x'], 'kaart.png')]))
  expect(FakeRequest.all).toHaveLength(1)
  unmount()
  await act(() => new Promise<void>((done) => setTimeout(done, 50)))
  expect(heard).toEqual([])
  stop()
})
