export * from './Evaluation';
export * from './ExpirySweep';
export * from './facts';
