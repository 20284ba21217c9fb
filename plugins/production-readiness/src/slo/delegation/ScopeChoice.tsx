import { useState } from 'react';
import { Button, SearchField } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';

/** What a delegation is limited to. @internal */
export interface Scope {
  entityRef: string;
  title: string;
}

const MOST = 6;

/**
 * Whether a delegation is about everything, or about one entity with all that
 * belongs to it.
 *
 * @internal
 */
export function ScopeChoice(props: {
  scope: Scope | undefined;
  onChange: (scope: Scope | undefined) => void;
}) {
  const { t } = useSloTranslation();
  const { scope, onChange } = props;
  const [choosing, setChoosing] = useState(scope !== undefined);
  return (
    <Stack>
      <Choices
        label={t('delegation.scope')}
        value={choosing ? 'one' : 'all'}
        options={[
          { value: 'all', label: t('delegation.everything') },
          { value: 'one', label: t('delegation.oneEntity') },
        ]}
        onChange={value => {
          setChoosing(value === 'one');
          if (value === 'all') onChange(undefined);
        }}
      />
      {choosing && scope && (
        <Chosen>
          <strong>{scope.title}</strong>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange(undefined)}
          >
            {t('delegation.otherEntity')}
          </Button>
        </Chosen>
      )}
      {choosing && !scope && <EntitySearch onChoose={onChange} />}
    </Stack>
  );
}

function EntitySearch(props: { onChoose: (scope: Scope) => void }) {
  const { t } = useSloTranslation();
  const [term, setTerm] = useState('');
  const { data } = useEntities(term.trim());
  return (
    <Stack>
      <SearchField
        label={t('delegation.searchEntity')}
        value={term}
        onChange={setTerm}
      />
      {data?.length === 0 && <span>{t('delegation.noEntity')}</span>}
      <Found>
        {data?.map(one => (
          <Button
            key={one.entityRef}
            size="small"
            variant="secondary"
            onPress={() => props.onChoose(one)}
          >
            {one.title}
          </Button>
        ))}
      </Found>
    </Stack>
  );
}

function useEntities(term: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['delegation-scopes', term],
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Scope[]> => {
      const fields = ['metadata.name', 'metadata.title'];
      const { items } = await catalog.queryEntities({
        filter: { kind: ['Domain', 'System', 'Component', 'API', 'Resource'] },
        fields: ['kind', 'metadata.namespace', ...fields],
        fullTextFilter: { term, fields },
        // Every entity has a name; by another field some would drop out.
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST,
      });
      return items.map(entity => ({
        entityRef: stringifyEntityRef(entity),
        title: `${entity.metadata.title ?? entity.metadata.name} (${
          entity.kind
        })`,
      }));
    },
  });
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Chosen = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 'var(--bui-space-3)',
});

const Found = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
