import { ObjectReader } from './ObjectReader';
import { YamlPath } from './YamlDocument';

const LABEL_KEY = /^[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const ANNOTATION_KEY =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

/**
 * Reads the metadata of an object and notes what is wrong with it.
 *
 * @returns the name, when it is one
 */
export function readMetadata(
  reader: ObjectReader,
  at: YamlPath,
): string | undefined {
  if (!reader.map(at, 'Metadata is missing. Write metadata with a name.')) {
    return undefined;
  }
  const name = reader.label(
    [...at, 'name'],
    'A name is missing. Write one such as checkout-availability.',
  );
  reader.text([...at, 'displayName'], { max: 63 });
  for (const key of reader.keys([...at, 'labels'])) {
    if (LABEL_KEY.test(key)) continue;
    reader.error(
      [...at, 'labels', key],
      'LABEL_KEY',
      'The key of a label has letters, digits, -, _ and dots, at most 63. Rename it.',
    );
  }
  for (const key of reader.keys([...at, 'annotations'])) {
    const path: YamlPath = [...at, 'annotations', key];
    reader.text(path);
    if (ANNOTATION_KEY.test(key)) continue;
    reader.error(
      path,
      'ANNOTATION_KEY',
      'The key of an annotation is a domain, a slash and a name, such as my-domain.org/my-key. Rename it.',
    );
  }
  return name;
}
