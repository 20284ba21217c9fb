import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { PeoplePicker } from './PeoplePicker';
import { Person } from './people';
import { session } from './session';

const mika: Person = {
  ref: 'user:default/mika-ono',
  displayName: 'Mika Ono（小野 美香）',
  persona: 'product-owner',
  role: { en: 'Product owner', ja: 'プロダクトオーナー' },
  story: { en: 'Signs the number.' },
  groups: ['Product office'],
};
const naoko: Person = {
  ...mika,
  ref: 'user:default/naoko-mori',
  displayName: 'Naoko Mori（森 直子）',
  story: {},
};

function answerWith(...answers: (Person[] | number)[]) {
  const fetchMock = jest.spyOn(global, 'fetch');
  for (const answer of answers) {
    fetchMock.mockResolvedValueOnce(
      (typeof answer === 'number'
        ? { ok: false, status: answer, statusText: 'Broken' }
        : {
            ok: true,
            json: async () => ({ items: answer }),
          }) as unknown as Response,
    );
  }
}

describe('The list of people', () => {
  const onChoose = jest.fn();

  beforeEach(() => {
    global.fetch ??= jest.fn();
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('shows who has a story, the others on demand, and hands on the choice', async () => {
    answerWith([mika, naoko]);
    renderInTestApp(<PeoplePicker onChoose={onChoose} />);

    fireEvent.click(await screen.findByRole('button', { name: /Mika Ono/ }));
    expect(onChoose).toHaveBeenCalledWith('user:default/mika-ono');

    expect(screen.queryByRole('button', { name: /Naoko/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '1 more' }));
    fireEvent.click(screen.getByRole('button', { name: /Naoko/ }));
    expect(onChoose).toHaveBeenLastCalledWith('user:default/naoko-mori');
  });

  it('finds people by what one types, and says when there is nobody', async () => {
    answerWith([mika, naoko]);
    renderInTestApp(<PeoplePicker onChoose={onChoose} />);
    const search = await screen.findByRole('searchbox');

    fireEvent.change(search, { target: { value: '直子' } });
    expect(screen.getByRole('button', { name: /Naoko/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Mika/ })).toBeNull();

    fireEvent.change(search, { target: { value: 'nobody' } });
    fireEvent.click(screen.getByRole('button', { name: 'Show everyone' }));
    expect(screen.getByRole('button', { name: /Mika/ })).toBeInTheDocument();
  });

  it('offers the last choice again', async () => {
    session.remember(mika.ref);
    answerWith([mika]);
    renderInTestApp(<PeoplePicker onChoose={onChoose} />);

    fireEvent.click(
      await screen.findByRole('button', { name: /Continue as Mika Ono/ }),
    );
    expect(onChoose).toHaveBeenLastCalledWith(mika.ref);
  });

  it('says why there is no list, and tries again', async () => {
    answerWith(503, [mika]);
    renderInTestApp(<PeoplePicker onChoose={onChoose} />);

    expect(await screen.findByText(/503 Broken/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /Mika Ono/ }),
    ).toBeInTheDocument();
  });

  it('says why somebody could not sign in', async () => {
    answerWith([mika]);
    renderInTestApp(
      <PeoplePicker
        refused={{ ref: 'user:default/rei', reason: 'User not found' }}
        onChoose={onChoose}
      />,
    );
    expect(await screen.findByText(/User not found/)).toBeInTheDocument();
  });
});
