/** Networks that are trained while people look on, by the names they are called by: of these the chat's process needs no more. */
export const LIVE_NETWORKS = ['digits', 'lenet', 'mlp'] as const;
export type LiveNetworkName = (typeof LIVE_NETWORKS)[number];

export const LIVE_OPTIMIZERS = ['adam', 'momentum', 'sgd'] as const;
export type LiveOptimizerName = (typeof LIVE_OPTIMIZERS)[number];

/** Pictures that a run learns from at most. */
export const MOST_PICTURES = 4000;
