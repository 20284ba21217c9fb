import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { HostDiscovery } from '@backstage/backend-defaults/discovery';
import {
  createHealthRouter,
  createHttpServer,
  DefaultRootHttpRouter,
  ExtendedHttpServer,
  MiddlewareFactory,
} from '@backstage/backend-defaults/rootHttpRouter';
import { ConfigReader } from '@backstage/config';
import express from 'express';

/**
 * HTTP and discovery on a free port of 127.0.0.1. The server of Backstage's own
 * test backend listens on every address of the machine.
 */
export function createLoopbackHttp() {
  let server: ExtendedHttpServer | undefined;
  const url = () => {
    if (!server) throw new Error('The test server has not started yet');
    return `http://127.0.0.1:${server.port()}`;
  };

  const rootHttpRouter = createServiceFactory({
    service: coreServices.rootHttpRouter,
    deps: {
      config: coreServices.rootConfig,
      lifecycle: coreServices.rootLifecycle,
      logger: coreServices.rootLogger,
      health: coreServices.rootHealth,
    },
    async factory({ config, lifecycle, logger, health }) {
      const router = DefaultRootHttpRouter.create();
      const app = express();
      const middleware = MiddlewareFactory.create({ config, logger });
      app.use(createHealthRouter({ config, health }));
      app.use(router.handler());
      app.use(middleware.notFound());
      app.use(middleware.error());
      server = await createHttpServer(
        app,
        { listen: { host: '127.0.0.1', port: 0 } },
        { logger },
      );
      const { stop } = server;
      lifecycle.addShutdownHook(() => stop.call(server));
      await server.start();
      return router;
    },
  });

  const discovery = createServiceFactory({
    service: coreServices.discovery,
    // Asked for, so that the port is known by then.
    deps: { router: coreServices.rootHttpRouter },
    factory: () =>
      HostDiscovery.fromConfig(
        new ConfigReader({
          backend: { baseUrl: url(), listen: new URL(url()).host },
        }),
      ),
  });

  return { features: [rootHttpRouter, discovery], url };
}
