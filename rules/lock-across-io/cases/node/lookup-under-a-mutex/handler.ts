import { Inventory } from './inventory';

const inventory = new Inventory();

export const handler = async (event: { item: string; isSale: boolean }): Promise<number> => (event.isSale ? inventory.sell(event.item) : inventory.reserve(event.item));
