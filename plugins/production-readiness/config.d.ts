export interface Config {
  productionReadiness?: {
    toil?: {
      /**
       * What the word "toil" is called on the screens, by language: many find
       * it too strong.
       */
      label?: {
        /**
         * Such as `Operational load`.
         * @visibility frontend
         */
        en?: string;
        /**
         * Such as `運用負荷`.
         * @visibility frontend
         */
        ja?: string;
      };
    };
  };
}
