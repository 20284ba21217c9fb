/** @internal */
export const LOG_FORM_HERE = 'data-log-form-here';

/**
 * Marks a page that has the form to log work on it, so that the button that
 * floats over every page stays away from it.
 *
 * @internal
 */
export function LogFormHere() {
  return <span hidden {...{ [LOG_FORM_HERE]: true }} />;
}
