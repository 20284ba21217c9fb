import { Config } from '@backstage/config';

/**
 * Throws unless this process was started for development or tests. Signing in
 * without a password must fail closed: an environment that says nothing is
 * treated like production.
 */
export function assertDevelopmentOnly(config: Config): void {
  const nodeEnv = process.env.NODE_ENV;
  const authEnvironment = config.getOptionalString('auth.environment');
  const forDevelopment = nodeEnv === 'development' || nodeEnv === 'test';

  if (!forDevelopment || authEnvironment === 'production') {
    throw new Error(
      `The demo sign-in lets anyone in as any person, so it refuses to start with NODE_ENV=${
        nodeEnv ?? '(not set)'
      } and auth.environment=${authEnvironment ?? '(not set)'}. ` +
        'In production remove the modules ./signIn and ./people from packages/backend/src/index.ts ' +
        'and add a real auth provider; for a demo on your own machine run `npm start`.',
    );
  }
}
