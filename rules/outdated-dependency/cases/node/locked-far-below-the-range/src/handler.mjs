import { saveReceipt } from './receipts.mjs';

export const handler = async (event) => saveReceipt(event.order, event.total);
