import { ensureModel, ensureVocabulary } from './model.js';

export const handler = async () => [await ensureModel(), await ensureVocabulary()];
