import { act, renderHook, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWrite } from './useWrite';

function renderWrite(send: (text: string) => Promise<string>) {
  const client = new QueryClient();
  const wrapper = (props: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
  return renderHook(() => useWrite({ mutationFn: send }), { wrapper });
}

describe('useWrite', () => {
  it('sends one of two equal writes, and tells both callers of it', async () => {
    let finish = (_: string) => {};
    const send = jest.fn(
      (_: string) => new Promise<string>(resolve => (finish = resolve)),
    );
    const { result } = renderWrite(send);
    let answers: Promise<string[]> | undefined;
    act(() => {
      answers = Promise.all([
        result.current.mutateAsync('same'),
        result.current.mutateAsync('same'),
      ]);
    });
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    await act(async () => finish('saved'));
    await expect(answers).resolves.toEqual(['saved', 'saved']);
  });

  it('lets another write through, and the same one once more afterwards', async () => {
    const send = jest.fn(async (text: string) => text);
    const { result } = renderWrite(send);
    await act(async () => {
      result.current.mutate('one');
      result.current.mutate('one');
      result.current.mutate('two');
    });
    expect(send.mock.calls.map(([text]) => text)).toEqual(['one', 'two']);
    await act(async () => result.current.mutate('one'));
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('may be tried again after it failed', async () => {
    const send = jest.fn().mockRejectedValueOnce(new Error('lost'));
    const { result } = renderWrite(send.mockResolvedValue('saved'));
    await act(async () => result.current.mutate('text'));
    await waitFor(() => expect(result.current.isError).toBe(true));
    await act(async () => result.current.mutate('text'));
    await waitFor(() => expect(result.current.data).toBe('saved'));
  });
});
