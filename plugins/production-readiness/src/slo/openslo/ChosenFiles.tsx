import { useRef, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiFileTextLine } from '@remixicon/react';
import { useSloTranslation } from '../../translations';

/** A file that was chosen. @internal */
export interface ChosenFile {
  name: string;
  text: string;
}

/**
 * Chooses files. Their bytes are decoded here, since the browser's own way of
 * reading texts would drop a byte order mark.
 *
 * @internal
 */
export function ChosenFiles(props: {
  files: readonly ChosenFile[];
  onChange: (files: ChosenFile[]) => void;
}) {
  const { t, language } = useSloTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState<string>();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

  const choose = async (list: FileList | null) => {
    const chosen: ChosenFile[] = [];
    setUnreadable(undefined);
    for (const file of Array.from(list ?? [])) {
      try {
        const text = new TextDecoder('utf-8', {
          fatal: true,
          ignoreBOM: true,
        }).decode(await file.arrayBuffer());
        chosen.push({ name: file.name, text });
      } catch {
        setUnreadable(file.name);
      }
    }
    if (chosen.length > 0) props.onChange(chosen);
  };

  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="openslo-file"
        accept=".yaml,.yml,application/yaml,text/yaml"
        onChange={event => choose(event.target.files)}
      />
      <Button variant="secondary" onPress={() => input.current?.click()}>
        {t('openSlo.file')}
      </Button>
      <List>
        {props.files.map(file => (
          <li key={file.name}>
            <RiFileTextLine size={18} aria-hidden />
            {t('openSlo.fileChosen', {
              name: file.name,
              size: number.format(file.text.length / 1024),
            })}
          </li>
        ))}
      </List>
      {unreadable && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('openSlo.notText', { name: unreadable })}
        />
      )}
    </div>
  );
}

/** Files one after the other, as one upload. @internal */
export function joinFiles(files: readonly ChosenFile[]): string {
  return files.reduce((all, { text }) => {
    if (all === '') return text;
    const bare = text.replace(/^\uFEFF/, '');
    const begins = /^(?:[ \t]*(?:#.*)?\r?\n)*---(?=\s|$)/.test(bare);
    return `${all}${/\n$/.test(all) ? '' : '\n'}${
      begins ? '' : '---\n'
    }${bare}`;
  }, '');
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 'var(--bui-space-2) 0 0',
  padding: 0,
  '& > li': {
    display: 'flex',
    gap: 'var(--bui-space-2)',
    alignItems: 'center',
    overflowWrap: 'anywhere',
    fontSize: 'var(--bui-font-size-3)',
  },
  '& svg': { flex: 'none' },
});
