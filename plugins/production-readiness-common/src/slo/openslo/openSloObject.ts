import { SloMaterial } from '../material';
import { SloWindow } from '../window';
import { ReadIndicator } from './indicators';
import { ObjectReader } from './ObjectReader';
import { YamlPath } from './YamlDocument';

/** The kinds of OpenSLO v1. @public */
export const OPENSLO_KINDS = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

/** One of {@link OPENSLO_KINDS}. @public */
export type OpenSloKind = (typeof OPENSLO_KINDS)[number];

/** One object names another. */
export interface OpenSloReference {
  path: YamlPath;
  kind: OpenSloKind;
  name: string;
}

/** Comparisons of a threshold and of an alert's condition. */
export const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;

/** How an objective is measured: in place, or by the name of an SLI. */
export interface IndicatorUse {
  inline?: ReadIndicator;
  /** `metadata.displayName` or `metadata.name` of an inline indicator. */
  title?: string;
  ref?: string;
}

/** One objective of an SLO. */
export interface ReadObjective {
  target?: string;
  displayName?: string;
  op?: 'lt' | 'lte' | 'gt' | 'gte';
  value?: string;
  indicator: IndicatorUse;
}

/** What an SLO document says. */
export interface ReadSlo {
  service?: string;
  description?: string;
  window?: SloWindow;
  budgetingMethod?: SloMaterial['budgetingMethod'];
  objectives: ReadObjective[];
}

/** An object of an upload. */
export interface OpenSloObject {
  kind: OpenSloKind;
  name?: string;
  reader: ObjectReader;
  references: OpenSloReference[];
  slo?: ReadSlo;
  /** Of an SLI. */
  indicator?: ReadIndicator;
}
