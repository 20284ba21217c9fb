import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** A view that somebody kept: the search of its address under a name. */
export interface SavedView {
  name: string;
  search: string;
}

const KEY = 'views';
const MOST = 30;

/**
 * The views that the person has saved, where Backstage keeps settings: in the
 * browser, or on the server when the user settings backend is installed.
 *
 * @internal
 */
export function useSavedViews() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('production-readiness.portfolio'),
    [storage],
  );
  const [views, setViews] = useState(() =>
    readViews(bucket.snapshot(KEY).value),
  );

  useEffect(() => {
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setViews(readViews(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);

  const write = async (next: SavedView[]) => {
    setViews(next);
    await bucket.set(
      KEY,
      next.map(({ name, search }) => ({ name, search })),
    );
  };
  return {
    views,
    /** Keeps a view; one of the same name is replaced. */
    save: (view: SavedView) =>
      write(
        [view, ...views.filter(({ name }) => name !== view.name)].slice(
          0,
          MOST,
        ),
      ),
    remove: (name: string) => write(views.filter(view => view.name !== name)),
  };
}

/** What is stored may be of another release, or of a curious hand. */
function readViews(stored: unknown): SavedView[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(one =>
    typeof one?.name === 'string' && typeof one?.search === 'string'
      ? [{ name: one.name, search: one.search }]
      : [],
  );
}
