import { useRef, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type BudgetPolicyView } from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey } from '../../api';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useOpening } from '../decision/useOpening';
import { currentOf, PolicyConflict } from './PolicyConflict';
import {
  EMPTY_POLICY,
  inOrder,
  policyContentOf,
  type PolicyDraft,
  policyDraftOf,
  type PolicyProblem,
  policyProblemsOf,
} from './policyDraft';
import { PolicyFields } from './PolicyFields';
import { useAddPolicy, usePolicy, usePolicyWrites } from './usePolicies';
import { usePolicyTemplate } from './usePolicyTemplate';

/** In the URL in place of a policy's id. @internal */
export const NEW_POLICY = 'new';

/**
 * Writes or changes an error-budget policy. A change waits for its signatures
 * beside the version in force.
 *
 * @internal
 */
export function PolicyEditorPanel(props: {
  entityRef: string;
  entityTitle: string;
  /** A policy's id, or {@link NEW_POLICY}; closed while undefined. */
  editing: string | undefined;
  /** Whether the reader may write one for this entity. */
  mayAdd: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const shown = useOpening(props.editing);
  const isNew = shown?.drawn === NEW_POLICY;
  const query = usePolicy(
    shown && !isNew && props.editing !== undefined ? shown.drawn : undefined,
  );
  // What is written begins from what was read first.
  const read = useRef<{ opening: number; policy: BudgetPolicyView }>();
  const policy = query.data?.policy;
  if (shown && policy && read.current?.opening !== shown.opening) {
    read.current = { opening: shown.opening, policy };
  }
  if (!shown || (isNew && !props.mayAdd)) return null;
  const from =
    read.current?.opening === shown.opening ? read.current.policy : undefined;
  const open = props.editing !== undefined;
  if (!isNew && !from) {
    return (
      <SidePanel
        open={open}
        onClose={props.onClose}
        width={680}
        title={t('sloPolicy.edit.titleEdit')}
      >
        {query.error ? (
          <ErrorNotice
            error={query.error}
            title={t('sloPolicy.loadError')}
            onRetry={() => query.refetch()}
          />
        ) : (
          <LoadingState rows={3} rowHeight={72} />
        )}
      </SidePanel>
    );
  }
  return (
    <Editor
      key={`${shown.opening} ${shown.drawn}`}
      entityRef={props.entityRef}
      entityTitle={from?.entityTitle ?? props.entityTitle}
      policy={from}
      open={open}
      onClose={props.onClose}
    />
  );
}

function Editor(props: {
  entityRef: string;
  entityTitle: string;
  policy: BudgetPolicyView | undefined;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const template = usePolicyTemplate();
  const { policy } = props;
  const before = policy?.proposal ?? policy?.inForce;
  const [draft, setDraft] = useState<PolicyDraft>(() =>
    before ? policyDraftOf(before.material) : EMPTY_POLICY,
  );
  const [base, setBase] = useState(policy?.version ?? 0);
  const [problems, setProblems] = useState<ReadonlySet<PolicyProblem>>(
    new Set(),
  );
  const [unchanged, setUnchanged] = useState(false);
  const [asked, setAsked] = useState(false);
  // The same draft sent again after a lost connection is the same action.
  const key = useRef(newActionKey());
  const add = useAddPolicy(props.entityRef);
  const { edit } = usePolicyWrites(policy?.id ?? '');
  const error = add.error ?? edit.error;
  const current = currentOf(edit.error);

  const save = (requestSignatures: boolean, version = base) => {
    const ordered = inOrder(draft);
    const found = policyProblemsOf(ordered);
    setDraft(ordered);
    setProblems(found);
    setUnchanged(false);
    setAsked(requestSignatures);
    if (found.size > 0) return;
    const body = { content: policyContentOf(ordered), requestSignatures };
    const done = () => {
      announce(
        t(
          requestSignatures
            ? 'sloPolicy.edit.savedAsked'
            : 'sloPolicy.edit.savedDraft',
        ),
      );
      props.onClose();
    };
    if (!policy) {
      add.mutate({ body, key: key.current }, { onSuccess: done });
      return;
    }
    edit.mutate(
      { body, version },
      {
        onSuccess: after => {
          const isSame = after.policy.version === version;
          setUnchanged(isSame);
          if (!isSame) done();
        },
      },
    );
  };
  const change = (part: Partial<PolicyDraft>) => {
    setDraft({ ...draft, ...part });
    setProblems(new Set());
    key.current = newActionKey();
  };

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      width={680}
      title={t(policy ? 'sloPolicy.edit.titleEdit' : 'sloPolicy.edit.titleNew')}
      subtitle={props.entityTitle}
      footer={
        <>
          <Button
            variant="primary"
            isPending={add.isPending || edit.isPending}
            onPress={() => save(true)}
          >
            {t('sloPolicy.edit.saveAndAsk')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={add.isPending || edit.isPending}
            onPress={() => save(false)}
          >
            {t('sloPolicy.edit.saveDraft')}
          </Button>
        </>
      }
    >
      <Stack>
        <Hint>{t('sloPolicy.explained')}</Hint>
        {!policy && (
          <div>
            <Button variant="secondary" onPress={() => change(template)}>
              {t('sloPolicy.edit.template')}
            </Button>
            <Hint>{t('sloPolicy.edit.templateHint')}</Hint>
          </div>
        )}
        {unchanged && (
          <Alert status="info" icon title={t('sloPolicy.edit.unchanged')} />
        )}
        {current ? (
          <PolicyConflict
            current={current}
            draft={draft}
            onKeepMine={() => {
              setBase(current.version);
              save(asked, current.version);
            }}
            onTakeTheirs={() => {
              setBase(current.version);
              setDraft(policyDraftOf(current.material));
              edit.reset();
            }}
          />
        ) : (
          error && <ErrorNotice error={error} />
        )}
        <PolicyFields draft={draft} problems={problems} onChange={change} />
      </Stack>
    </SidePanel>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});

const Hint = styled('p')({
  margin: 0,
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});
