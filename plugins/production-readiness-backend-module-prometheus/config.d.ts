export interface Config {
  productionReadiness?: {
    prometheus?: {
      /** Where the server's API is, such as http://prometheus:9090. */
      url: string;
      /**
       * Sent with each request, such as Authorization.
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
      /** How long one request may take; 10 seconds. */
      timeoutSeconds?: number;
      /** Names of the metrics, where recording rules were renamed. */
      metrics?: {
        sloth?: {
          info?: string;
          objective?: string;
          remaining?: string;
          burnRate?: string;
          period?: string;
        };
        pyrra?: {
          objective?: string;
          availability?: string;
          window?: string;
        };
      };
    };
  };
}
