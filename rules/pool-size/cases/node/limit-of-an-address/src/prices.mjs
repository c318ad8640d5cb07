import { PrismaClient } from '@prisma/client';

// safe: one client for all, whose address says how many it has
const prisma = new PrismaClient();

export const handler = async (event) => prisma.price.findUnique({ where: { id: event.sku } });
