import { act, fireEvent, render, renderHook } from '@testing-library/react';
import { useShortcut, useShortcutSetting } from './shortcuts';

beforeEach(() => window.localStorage.clear());

describe('a single-key shortcut', () => {
  function setUp() {
    const run = jest.fn();
    renderHook(() => useShortcut('l', run));
    return run;
  }

  it('runs at its key alone', () => {
    const run = setUp();
    fireEvent.keyDown(document.body, { key: 'l' });
    fireEvent.keyDown(document.body, { key: 'L' });
    fireEvent.keyDown(document.body, { key: 'k' });
    fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'l', metaKey: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('leaves people alone who type, or are in a panel', () => {
    const run = setUp();
    const { getByRole, rerender } = render(<input />);
    fireEvent.keyDown(getByRole('textbox'), { key: 'l' });
    rerender(<div role="dialog" aria-modal="true" />);
    fireEvent.keyDown(document.body, { key: 'l' });
    expect(run).not.toHaveBeenCalled();
  });

  it('can be switched off, for good', () => {
    const run = setUp();
    const { result } = renderHook(() => useShortcutSetting());
    act(() => result.current[1](false));
    fireEvent.keyDown(document.body, { key: 'l' });
    expect(run).not.toHaveBeenCalled();
    expect(renderHook(() => useShortcutSetting()).result.current[0]).toBe(
      false,
    );
  });
});
