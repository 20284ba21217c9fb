export interface Config {
  productionReadiness?: {
    slo?: {
      /**
       * Roles of owners that the organisation added, by the names on the
       * screens.
       */
      roles?: Array<{
        /**
         * Such as `business-owner`.
         * @visibility frontend
         */
        id: string;
        title?: {
          /**
           * Such as `Business owner`.
           * @visibility frontend
           */
          en: string;
          /**
           * Such as `事業責任者`.
           * @visibility frontend
           */
          ja: string;
        };
      }>;
    };
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
